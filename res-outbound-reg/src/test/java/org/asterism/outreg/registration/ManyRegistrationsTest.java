package org.asterism.outreg.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand registrations in one process. */
class ManyRegistrationsTest {
    private static final int COUNT = 10_000;

    @Test
    void theStartIsSpreadAndAllComeUp() {
        String text = IntStream.range(0, COUNT).mapToObj(i -> """
            [r%1$d]
            type=registration
            server_uri=sip:127.0.0.1:17090
            client_uri=sip:u%1$d@127.0.0.1
            """.formatted(i)).collect(Collectors.joining());
        RegistrationScenario scenario = RegistrationScenario.of(text);
        scenario.registrar.answers(ScriptedRegistrar::grant);

        scenario.registrar.runUntil(120);

        assertThat(scenario.registrar.received()).hasSize(COUNT);
        assertThat(scenario.service.names())
                .allMatch(id -> scenario.service.standing(id).status().equals("Registered"));
        assertThat(scenario.registrar.received().stream()
                        .collect(Collectors.groupingBy(each -> each.atMs() / 1000, Collectors.counting()))
                        .values())
                .allMatch(inOneSecond -> inOneSecond <= 210);
    }
}
