package org.asterism.core.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.asterism.core.testing.DialplanFixture;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class BackgroundTest {
    private static final String PLAN =
            """
            [menu]
            exten => s,1,Background(LONG)
             same => n,Trace(over ${BACKGROUNDSTATUS})
            exten => m,1,Background(LONG,m)
             same => n,Trace(over)
            exten => missing,1,Background(nosuchfile&digits/1)
             same => n,Trace(over ${BACKGROUNDSTATUS})
            exten => say,1,SayNumber(42)
             same => n,SayDigits(7)
             same => n,Trace(said)
            exten => 1,1,Trace(one)
            exten => 23,1,Trace(twenty-three)
            exten => i,1,Trace(invalid ${INVALID_EXTEN})
            """.replace("LONG", String.join("&", Collections.nCopies(20, "asterism-waiting")));

    @Test
    void shouldGoWhereTheCallerDials() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("menu", "s");
            Eventually.await("prompt", () -> leg.media().heard().length > 0);
            leg.channel().legEvents().onDigitEnd('2');
            leg.channel().legEvents().onDigitEnd('3');
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("twenty-three");
            assertThat(leg.media().heard().length).isLessThan(20 * 70_000);

            MemoryLeg wrong = fixture.call("menu", "s");
            Eventually.await("prompt", () -> wrong.media().heard().length > 0);
            wrong.channel().legEvents().onDigitEnd('9');
            fixture.untilOver(wrong);
            assertThat(fixture.trace()).endsWith("invalid 9");
        }
    }

    @Test
    void shouldHeedOnlyDigitsThatAreExtensionsWithOptionM() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            MemoryLeg leg = fixture.call("menu", "m");
            Eventually.await("prompt", () -> leg.media().heard().length > 0);
            leg.channel().legEvents().onDigitEnd('9');
            leg.channel().legEvents().onDigitEnd('1');
            fixture.untilOver(leg);
            assertThat(fixture.trace()).containsExactly("one");
        }
    }

    @Test
    void shouldGoOnAfterThePromptsAndTellWhetherTheyWereThere() {
        try (DialplanFixture fixture = new DialplanFixture(PLAN)) {
            fixture.untilOver(fixture.call("menu", "missing"));
            assertThat(fixture.trace()).containsExactly("over FAILED");
            fixture.untilOver(fixture.call("menu", "say"));
            assertThat(fixture.trace()).endsWith("said");
        }
    }
}
