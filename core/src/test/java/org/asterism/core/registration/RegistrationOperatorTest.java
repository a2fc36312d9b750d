package org.asterism.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.core.registration.VirtualRegistrar.PROMPT;
import static org.asterism.core.registration.VirtualRegistrar.granted;
import static org.asterism.core.registration.VirtualRegistrar.refused;

import org.asterism.core.registration.RegistrationAnswer.Kind;
import org.junit.jupiter.api.Test;

/** What operators and the configuration want of a registration. */
class RegistrationOperatorTest {
    @Test
    void manualUnregisterComesBackWhenTheGrantWouldHaveBeenRenewed() {
        VirtualRegistrar run =
                new VirtualRegistrar(PROMPT, sent -> granted(sent.order() == RegistrationOrder.REGISTER ? 3600 : 0));
        run.runUntil(100_000);
        run.carryOut(run.machine.unregister(run.now));
        run.runUntil(100_000);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.UNREGISTERED);
        assertThat(run.machine.deadlineMillis()).isEqualTo(3_591_000);
        run.runUntil(3_591_000);
        assertThat(run.registers()).containsExactly(1000L, 3_591_000L);
        assertThat(run.times(RegistrationOrder.UNREGISTER)).containsExactly(100_000L);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REGISTERED);
    }

    @Test
    void unregisterThatFailsIsFollowedByARegistration() {
        RetryPolicy policy = PROMPT.draft().retryIntervalSeconds(5).build();
        VirtualRegistrar run = new VirtualRegistrar(
                policy,
                sent -> sent.order() == RegistrationOrder.REGISTER ? granted(3600) : refused(Kind.TEMPORARY, 500));
        run.runUntil(10_000);
        run.carryOut(run.machine.unregister(run.now));
        run.runUntil(15_000);
        assertThat(run.registers()).containsExactly(1000L, 15_000L);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REGISTERED);
    }

    @Test
    void manualRegisterUnregistersFirstAndIsTheWayOutOfRejected() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> refused(Kind.FATAL, 404));
        run.runUntil(50_000);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REJECTED);
        run.script = sent -> granted(sent.order() == RegistrationOrder.REGISTER ? 3600 : 0);
        run.carryOut(run.machine.register(run.now));
        run.runUntil(60_000);
        assertThat(run.sent).hasToString("[REGISTER@1000, UNREGISTER@50000, REGISTER@51000]");
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.REGISTERED);
    }

    @Test
    void manualUnregisterOfAStoppedOneStaysStopped() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> refused(Kind.FATAL, 404));
        run.runUntil(50_000);
        run.script = sent -> granted(0);
        run.carryOut(run.machine.unregister(run.now));
        run.runUntil(10_000_000);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.UNREGISTERED);
        assertThat(run.sent).hasToString("[REGISTER@1000, UNREGISTER@50000]");
    }

    @Test
    void removedOneIsShownStoppedWhileItUnregisters() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> granted(3600));
        run.runUntil(10_000);
        run.script = sent -> null;
        run.carryOut(run.machine.remove(run.now));
        run.runUntil(41_999);
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.STOPPED);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.UNREGISTERING);
        run.runUntil(10_000_000);
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REMOVED);
        assertThat(run.sent).hasToString("[REGISTER@1000, UNREGISTER@10000]");
    }

    @Test
    void removedInFlightMayFinishAndLeavesNoBindingBehind() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> granted(3600));
        run.latencyMillis = 500;
        run.runUntil(1200);
        run.carryOut(run.machine.remove(run.now));
        assertThat(run.machine.status()).isEqualTo(RegistrationStatus.STOPPED);
        run.runUntil(3000);
        assertThat(run.sent).hasToString("[REGISTER@1000, UNREGISTER@1500]");
        assertThat(run.machine.state()).isEqualTo(RegistrationState.REMOVED);

        VirtualRegistrar rejected = new VirtualRegistrar(PROMPT, sent -> refused(Kind.FATAL, 404));
        rejected.runUntil(3000);
        rejected.carryOut(rejected.machine.remove(rejected.now));
        assertThat(rejected.machine.state()).isEqualTo(RegistrationState.REMOVED);
        assertThat(rejected.times(RegistrationOrder.UNREGISTER)).isEmpty();
    }

    @Test
    void newCredentialsGiveAStoppedOneAnotherChance() {
        VirtualRegistrar run = new VirtualRegistrar(PROMPT, sent -> refused(Kind.AUTH_REJECTED, 401));
        run.runUntil(50_000);
        run.machine.credentialsChanged(run.now);
        run.runUntil(60_000);
        assertThat(run.registers()).containsExactly(1000L, 51_000L);
    }
}
