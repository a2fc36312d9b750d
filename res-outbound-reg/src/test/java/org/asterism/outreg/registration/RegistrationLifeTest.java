package org.asterism.outreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.outreg.registration.RegistrationScenario.AUTH;
import static org.asterism.outreg.registration.RegistrationScenario.section;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.core.registration.RegistrationReport;
import org.asterism.outreg.sip.message.Protocol;
import org.junit.jupiter.api.Test;

/** What reloads, operators and ends do to a registration. */
class RegistrationLifeTest {
    private static RegistrationScenario registered(String... options) {
        RegistrationScenario scenario = RegistrationScenario.of(section(options) + AUTH);
        scenario.registrar.answers(ScriptedRegistrar::grant);
        scenario.registrar.runUntil(1);
        assertThat(scenario.status()).isEqualTo("Registered");
        return scenario;
    }

    @Test
    void aReloadWithoutAChangeSendsNothing() {
        RegistrationScenario scenario = registered();
        OutboundRegistration before = scenario.registrations.find("x");

        scenario.reload("; a comment, so that lines move\n" + section() + AUTH);
        scenario.registrar.runUntil(100);

        assertThat(scenario.registrar.received()).hasSize(1);
        assertThat(scenario.registrations.find("x")).isSameAs(before);
    }

    @Test
    void aChangedRegistrationLeavesAndBeginsAnewWithAnotherCallId() {
        RegistrationScenario scenario = registered();
        String callId = scenario.registrar.last().callId();

        scenario.reload(section("expiration=1800") + AUTH);
        scenario.registrar.runUntil(3);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "1.5 Exp=0", "2.5 Exp=1800");
        assertThat(scenario.registrar.received().get(1).request().callId()).isEqualTo(callId);
        assertThat(scenario.registrar.last().callId()).isNotEqualTo(callId);
        assertThat(scenario.status()).isEqualTo("Registered");
    }

    @Test
    void anUnconfirmedEndDoesNotEndTheNewRegistration() {
        RegistrationScenario scenario = registered();
        scenario.registrar.answers(
                request -> request.header("Expires").equals("0") ? null : ScriptedRegistrar.grant(request));

        scenario.reload(section("expiration=1800") + AUTH);
        scenario.registrar.runUntil(60);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "1.5 Exp=0", "2.5 Exp=1800");
        assertThat(scenario.registrations.leavingCount()).isZero();
    }

    @Test
    void aRemovedRegistrationIsStoppedWhileItUnregistersAndThenGone() {
        RegistrationScenario scenario = registered();
        scenario.registrar.answers(_ -> null);

        scenario.reload(AUTH);
        scenario.registrar.runUntil(20);

        assertThat(scenario.status()).isEqualTo("Stopped");
        assertThat(scenario.service.registrations()).containsOnlyKeys("x");
        scenario.registrar.runUntil(40);
        assertThat(scenario.service.registrations()).isEmpty();
        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "1.5 Exp=0");
        assertThat(scenario.events).containsExactly("1 Registered", "33 Unregistered");
    }

    @Test
    void aRejectedRegistrationThatIsRemovedSendsNothing() {
        RegistrationScenario scenario = RegistrationScenario.of(section());
        scenario.registrar.answers(404);
        scenario.registrar.runUntil(1);

        scenario.reload(AUTH);
        scenario.registrar.runUntil(10);

        assertThat(scenario.registrar.received()).hasSize(1);
        assertThat(scenario.service.registrations()).isEmpty();
    }

    @Test
    void anotherPasswordGivesWhatWasStoppedAnotherChanceAndNothingElse() {
        RegistrationScenario scenario = RegistrationScenario.of(section("outbound_auth=alice") + AUTH);
        scenario.registrar.answers(404);
        scenario.registrar.runUntil(1);
        scenario.registrar.answers(ScriptedRegistrar::grant);

        scenario.reload(section("outbound_auth=alice") + AUTH.replace("secret", "other"));
        scenario.registrar.runUntil(10);
        scenario.reload(section("outbound_auth=alice") + AUTH.replace("secret", "third"));
        scenario.registrar.runUntil(20);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "2.5 Exp=3600");
        assertThat(scenario.status()).isEqualTo("Registered");
    }

    @Test
    void anOperatorsRegisterUnregistersFirstAndKeepsTheCallId() {
        RegistrationScenario scenario = registered();

        scenario.registrar.loop().execute(() -> scenario.service.register("x"));
        scenario.registrar.runUntil(3);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "1.5 Exp=0", "2.5 Exp=3600");
        assertThat(scenario.registrar.received().stream()
                        .map(each -> each.request().callId())
                        .distinct())
                .hasSize(1);
        assertThat(scenario.events).containsExactly("1 Registered", "1 Unregistered", "2 Registered");
    }

    @Test
    void anOperatorsUnregisterLastsUntilTheGrantWouldHaveBeenRenewed() {
        RegistrationScenario scenario = registered("expiration=60");

        scenario.registrar.loop().execute(() -> scenario.service.unregister("x"));
        scenario.registrar.runUntil(40);

        assertThat(scenario.status()).isEqualTo("Unregistered");
        assertThat(scenario.service.standing("x").nextRegistration()).isBetween(9L, 12L);
        scenario.registrar.runUntil(52);
        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=60", "1.5 Exp=0", "51.0 Exp=60");
    }

    @Test
    void allAreBegunAnewWithOtherCallIds() {
        RegistrationScenario scenario = registered();
        String callId = scenario.registrar.last().callId();

        scenario.service.registerAll();
        scenario.registrar.runUntil(3);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "1.5 Exp=0", "2.5 Exp=3600");
        assertThat(scenario.registrar.last().callId()).isNotEqualTo(callId);
    }

    @Test
    void aConnectionThatEndsIsMadeAnew() {
        RegistrationScenario scenario = RegistrationScenario.of(section());
        scenario.registrar.speaks(Protocol.TCP);
        scenario.registrar.answers(ScriptedRegistrar::grant);
        scenario.registrar.runUntil(5);

        scenario.registrar.disconnect();
        scenario.registrar.runUntil(7);
        scenario.registrar.disconnect();
        scenario.registrar.disconnect();
        scenario.registrar.runUntil(9);

        assertThat(scenario.registrar.lines()).startsWith("1.0 Exp=3600", "5.5 Exp=3600", "7.5 Exp=3600");
        assertThat(scenario.registrar.received()).hasSizeLessThanOrEqualTo(4);
        assertThat(scenario.registrar.received().stream()
                        .map(each -> each.request().callId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theEndUnregistersAllAtOnce() {
        RegistrationScenario scenario = registered();
        AtomicBoolean done = new AtomicBoolean();

        scenario.registrar.loop().execute(() -> scenario.registrations.leaveAll(() -> done.set(true)));
        scenario.registrar.runUntil(2);

        assertThat(done).isTrue();
        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "1.5 Exp=0");
    }

    @Test
    void theEndWaitsForTheLastConfirmation() {
        RegistrationScenario scenario = RegistrationScenario.of(
                section() + section().replace("[x]", "[given-up]").replace("17090", "17091"));
        scenario.registrar.answers(request -> request.uri().endsWith("17091")
                ? ScriptedRegistrar.response(request, 404)
                : ScriptedRegistrar.grant(request));
        scenario.registrar.runUntil(1);
        scenario.registrar.answers(_ -> null);
        AtomicBoolean done = new AtomicBoolean();

        scenario.registrar.loop().execute(() -> scenario.registrations.leaveAll(() -> done.set(true)));
        scenario.registrar.runUntil(30);
        assertThat(done).isFalse();
        scenario.registrar.runUntil(34);

        assertThat(done).isTrue();
    }

    @Test
    void aMarkLeadsToItsEndpointAsLongAsItsRegistrationIsThere() {
        RegistrationScenario scenario =
                RegistrationScenario.of(section("line=yes", "endpoint=ep1") + "[ep1]\ntype=endpoint\n");
        scenario.registrar.answers(ScriptedRegistrar::grant);
        scenario.registrar.runUntil(1);
        String line = scenario.registrations.find("x").line();

        assertThat(scenario.registrations.endpointOf(line)).isEqualTo("ep1");
        assertThat(scenario.registrations.endpointOf("aaaaaaa")).isNull();
        scenario.reload(AUTH);
        scenario.registrar.runUntil(3);
        assertThat(scenario.registrations.endpointOf(line)).isNull();
    }

    @Test
    void explainHasWhatHappened() {
        RegistrationScenario scenario = registered();

        List<RegistrationReport> reports = scenario.service.find("x");

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.protocol()).isEqualTo("SIP");
            assertThat(report.used()).isEqualTo("UDP:127.0.0.1:17090");
            assertThat(report.status()).isEqualTo("Registered");
            assertThat(report.snapshot().answers()).hasSize(1);
        });
        assertThat(scenario.service.names()).containsExactly("x");
        assertThat(scenario.service.find("y")).isEmpty();
        assertThat(scenario.service.register("y")).isFalse();
        assertThat(scenario.service.unregister("y")).isFalse();
    }
}
