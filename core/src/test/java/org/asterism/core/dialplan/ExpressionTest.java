package org.asterism.core.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.asterism.core.dialplan.expression.Substitution;
import org.asterism.core.testing.MapScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionTest {
    private static final String BETWEEN = " => ";

    @ParameterizedTest
    @MethodSource
    void shouldGiveWhatAsteriskGives(String expression, String value) {
        MapScope scope = MapScope.of("V", "abcdef");
        assertThat(new Substitution(scope).apply("$[" + expression + "]")).isEqualTo(value);
    }

    static Stream<Arguments> shouldGiveWhatAsteriskGives() throws IOException {
        return table("expressions.txt");
    }

    @ParameterizedTest
    @MethodSource
    void shouldReplaceAsAsteriskDoes(String text, String result) {
        MapScope scope = MapScope.of("V", "abcdef", "N", "V", "ONE", "1", "V2", "22");
        assertThat(new Substitution(scope).apply(text)).isEqualTo(result);
    }

    static Stream<Arguments> shouldReplaceAsAsteriskDoes() throws IOException {
        return table("substitutions.txt");
    }

    @Test
    void shouldWarnOfSyntaxErrors() {
        MapScope scope = MapScope.of();
        assertThat(new Substitution(scope).apply("a$[1 +]b")).isEqualTo("a0b");
        assertThat(scope.warnings()).singleElement().asString().contains("syntax error", "unexpected $end", "1 +");
    }

    @Test
    void shouldBoundNesting() {
        MapScope scope = MapScope.of("V", "x");
        String deep = "${".repeat(1_000) + "V" + "}".repeat(1_000);
        assertThat(new Substitution(scope).apply(deep)).isEmpty();
        assertThat(scope.warnings()).anyMatch(warning -> warning.contains("nested more than"));
        assertThat(new Substitution(scope).apply("$[" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "]"))
                .isEqualTo("0");
        assertThat(new Substitution(scope).apply("$[" + "-".repeat(5_000) + "1]"))
                .isEqualTo("0");
    }

    @Test
    void shouldBoundTheLengthOfResults() {
        MapScope scope = MapScope.of("V", "x".repeat(60_000));
        assertThat(new Substitution(scope).apply("${V}${V}")).hasSize(Substitution.MAX_LENGTH);
        assertThat(new Substitution(scope).apply("$[${V} ~~ ${V}]").length())
                .isLessThanOrEqualTo(Substitution.MAX_LENGTH);
        assertThat(scope.warnings()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldBoundTheWorkOfRegularExpressions() {
        MapScope scope = MapScope.of();
        String evil = "$[\"" + "a".repeat(60) + "\" =~ \"" + "(.*)".repeat(9) + "x\"]";
        assertThat(new Substitution(scope).apply(evil)).isEmpty();
        assertThat(scope.warnings()).singleElement().asString().contains("too long");
    }

    @Test
    void shouldBoundNumbers() {
        MapScope scope = MapScope.of();
        String product = String.join(" * ", Collections.nCopies(200, "99999999999"));
        assertThat(new Substitution(scope).apply("$[" + product + "]")).hasSizeLessThan(40);
    }

    private static Stream<Arguments> table(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ExpressionTest.class.getResourceAsStream(resource))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().filter(line -> !line.startsWith("# ")).map(line -> {
                int at = line.lastIndexOf(BETWEEN);
                return Arguments.of(line.substring(0, at), line.substring(at + BETWEEN.length()));
            });
        }
    }
}
