package org.asterism.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegistrationPacerTest {
    @Test
    void burstLeavesAtOnceTheRestAtTheRate() {
        RegistrationPacer pacer = new RegistrationPacer(10, 3);
        List<Long> places = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            places.add(pacer.reserve(1000));
        }
        assertThat(places).containsExactly(1000L, 1000L, 1000L, 1100L, 1200L, 1300L);
        assertThat(pacer.reserve(60_000)).isEqualTo(60_000);
    }

    @Test
    void thousandsOfRegistrationsStartOneAfterTheOther() {
        RegistrationPacer pacer = RegistrationPacer.standard();
        RetryPolicy policy = RetryPolicy.DEFAULT;
        Random random = new Random(7);
        List<RegistrationMachine> machines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            RegistrationMachine machine = new RegistrationMachine(policy, random, pacer);
            machine.start(0);
            machines.add(machine);
        }
        int[] perSecond = new int[200];
        for (long now = 0; now < 200_000; now += 100) {
            for (RegistrationMachine machine : machines) {
                if (machine.tick(now) == RegistrationOrder.REGISTER) {
                    perSecond[(int) (now / 1000)]++;
                    machine.answer(now, RegistrationAnswer.granted(200, "OK", 3600));
                }
            }
        }
        assertThat(perSecond).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isLessThanOrEqualTo(210);
            }
        });
        assertThat(machines).allMatch(machine -> machine.status() == RegistrationStatus.REGISTERED);
    }
}
