package org.asterism.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.core.registration.VirtualRegistrar.PROMPT;
import static org.asterism.core.registration.VirtualRegistrar.granted;
import static org.asterism.core.registration.VirtualRegistrar.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asterism.core.registration.RegistrationAnswer.Kind;
import org.junit.jupiter.api.Test;

/** Better requests that leave at once. */
class RegistrationFollowUpsTest {
    @Test
    void followUpsLeaveAtOnceAndAreLimited() {
        RetryPolicy policy =
                PROMPT.draft().retryIntervalSeconds(5).maxRetries(1).build();
        RegistrationMachine machine = new RegistrationMachine(policy, new Random(1), null);
        machine.start(0);
        assertThat(machine.tick(1000)).isEqualTo(RegistrationOrder.REGISTER);
        RegistrationAnswer tooShort = refused(Kind.FATAL, 423);
        for (int i = 0; i < RegistrationFollowUp.LONGER_INTERVAL.limit(); i++) {
            assertThat(machine.followUp(1000, RegistrationFollowUp.LONGER_INTERVAL, tooShort))
                    .isEqualTo(RegistrationOrder.REGISTER);
        }
        assertThat(machine.followUp(1000, RegistrationFollowUp.LONGER_INTERVAL, tooShort))
                .isEqualTo(RegistrationOrder.NOTHING);
        assertThat(machine.state()).isEqualTo(RegistrationState.REJECTED);
        assertThat(machine.followUp(1000, RegistrationFollowUp.CHALLENGE, tooShort))
                .isEqualTo(RegistrationOrder.NOTHING);
    }

    @Test
    void challengeAtEveryRenewalIsAnsweredEachTime() {
        RegistrationMachine machine = new RegistrationMachine(PROMPT, new Random(1), null);
        machine.start(0);
        RegistrationAnswer challenge = refused(Kind.AUTH_REJECTED, 401);
        for (int i = 0; i < 20; i++) {
            long at = machine.deadlineMillis();
            assertThat(machine.tick(at)).isEqualTo(RegistrationOrder.REGISTER);
            assertThat(machine.followUp(at, RegistrationFollowUp.CHALLENGE, challenge))
                    .isEqualTo(RegistrationOrder.REGISTER);
            assertThat(machine.answer(at, granted(20))).isEqualTo(RegistrationOrder.NOTHING);
            assertThat(machine.deadlineMillis()).isEqualTo(at + 10_000);
        }
    }

    @Test
    void endlessNegotiationWaitsTheRetryInterval() {
        RetryPolicy policy =
                PROMPT.draft().retryIntervalSeconds(60).maxRetries(4).build();
        RegistrationMachine machine = new RegistrationMachine(policy, new Random(1), null);
        machine.start(0);
        List<Long> requests = new ArrayList<>();
        while (machine.deadlineMillis() != RegistrationMachine.NEVER) {
            long at = machine.deadlineMillis();
            RegistrationOrder order = machine.tick(at);
            while (order == RegistrationOrder.REGISTER) {
                requests.add(at / 1000);
                order = machine.followUp(at, RegistrationFollowUp.NEGOTIATION, refused(Kind.TEMPORARY, 494));
            }
        }
        assertThat(requests).containsExactly(1L, 1L, 61L, 61L, 121L, 121L);
    }
}
