package org.asterism.apps.dial;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.testing.DialplanFixture;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parties of a call that are sent elsewhere in the dialplan. */
@Timeout(180)
class RedirectTest {
    private static final DialplanPosition ELSEWHERE = new DialplanPosition("t", "elsewhere", 1);
    private static final DialplanPosition AWAY = new DialplanPosition("t", "away", 1);

    private final DialplanFixture fixture = new DialplanFixture("""
        [t]
        exten => call,1,Dial(Memory/bob,20)
         same => n,Trace(never)
        exten => h,1,Trace(h ${HANGUPCAUSE})
        exten => elsewhere,1,Trace(elsewhere)
         same => n,Wait(600)
        exten => away,1,Trace(away)
         same => n,Wait(600)
        """).with(new DialModule());

    private Channel alice;
    private Channel bob;

    @BeforeEach
    void call() {
        fixture.technology().script("bob", leg -> leg.channel().legEvents().onAnswered());
        MemoryLeg leg = fixture.call("t", "call");
        alice = leg.channel();
        Eventually.await(
                "bridge",
                () -> fixture.technology().legs().size() == 2
                        && fixture.technology().legs().getLast().channel().bridgeId() != null
                        && alice.bridgeId() != null);
        bob = fixture.technology().legs().getLast().channel();
    }

    @AfterEach
    void close() {
        fixture.pbx().channels().all().forEach(channel -> channel.legEvents().onHangup(16));
        fixture.technology().legs().forEach(fixture::untilOver);
        fixture.close();
    }

    @Test
    void shouldEndTheCalledPartysCallWhenTheCallerLeaves() {
        alice.redirect(ELSEWHERE);

        Eventually.await("she is there", () -> alice.application().equals("Wait"));
        Eventually.await("his call is over", () -> fixture.pbx().channels().find(bob.uniqueId()) == null);
        assertThat(fixture.trace()).containsExactly("elsewhere");
        assertThat(fixture.technology().legs().getLast().done()).contains("hangup 16");
        assertThat(alice.hungUp()).isFalse();
    }

    @Test
    void shouldEndTheCallersCallWhenTheCalledPartyLeaves() {
        bob.redirect(ELSEWHERE);

        Eventually.await("he is there", () -> bob.application().equals("Wait"));
        Eventually.await("her call is over", () -> fixture.pbx().channels().find(alice.uniqueId()) == null);
        assertThat(fixture.trace()).containsExactlyInAnyOrder("elsewhere", "h 16");
        assertThat(bob.hungUp()).isFalse();
    }

    @Test
    void shouldSendBothOn() {
        alice.redirect(ELSEWHERE, bob, AWAY);

        Eventually.await(
                "both are there",
                () -> fixture.trace().size() == 2
                        && alice.application().equals("Wait")
                        && bob.application().equals("Wait"));
        assertThat(fixture.trace()).containsExactlyInAnyOrder("elsewhere", "away");
        assertThat(fixture.pbx().bridges().all()).isEmpty();
    }
}
