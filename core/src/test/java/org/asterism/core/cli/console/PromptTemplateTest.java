package org.asterism.core.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTemplateTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 15, 24, 4);

    @Test
    void shouldNameTheHostOnRemoteConsolesOnly() {
        assertThat(PromptTemplate.remote(null, "node63001", "", true).render(NOW))
                .isEqualTo("node63001*CLI> ");
        assertThat(PromptTemplate.local(null, "node63001", "", true).render(NOW))
                .isEqualTo("*CLI> ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        %h%#,          pbx.example.org>
        %H,            pbx
        %d %t,         2026-11-20 15:24:04
        [%s],          [sys]
        100%%,         100%
        %x%,           x%
        %C31%h%C0,     pbx.example.org
        %C32;40%H,     pbx
        """)
    void shouldReplaceEscapes(String template, String expected) {
        assertThat(PromptTemplate.remote(template, "pbx.example.org", "sys", false)
                        .render(NOW))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"%C31>, '[0;31m>'", "%C159;44>, '[0;1;31;44m>'", "%C0>, '[0m>'"})
    void shouldColourWhereColoursAreOn(String template, String expected) {
        String escape = "\u001b";
        assertThat(PromptTemplate.local(template, "h", "", true).render(NOW))
                .isEqualTo(escape + expected + escape + "[0m");
    }

    @Test
    void shouldPutAHashOnTheLocalConsole() {
        assertThat(PromptTemplate.local("%#", "h", "", true).render(NOW)).isEqualTo("#");
    }
}
