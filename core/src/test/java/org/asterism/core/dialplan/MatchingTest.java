package org.asterism.core.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.asterism.core.dialplan.pattern.ExtensionPattern;
import org.asterism.core.dialplan.pattern.MatchMode;
import org.asterism.core.dialplan.plan.DialplanSearch;
import org.asterism.core.testing.DialplanFixture;
import org.asterism.core.testing.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The winners are those of Asterisk 22.10, tried by calling the numbers there. */
class MatchingTest {
    @ParameterizedTest
    @MethodSource
    void shouldChooseTheWinnerThatAsteriskChooses(String patterns, String winners) {
        DialplanSearchTable table = new DialplanSearchTable(patterns.split(" "));
        for (String each : winners.split(" ")) {
            String[] numberAndWinner = each.split(">");
            assertThat(table.winner(numberAndWinner[0]))
                    .as(each)
                    .isEqualTo(numberAndWinner.length == 1 ? null : numberAndWinner[1]);
        }
    }

    static Stream<Arguments> shouldChooseTheWinnerThatAsteriskChooses() {
        return Stream.of(
                Arguments.of(
                        "_. _X. _1! _1. _[12]X. _[1-3]XX _1XX _1NX _1ZX _12X 123",
                        "123>123 124>_12X 121>_12X 111>_1ZX 199>_1NX 100>_1XX 222>_[12]X. 333>_[1-3]XX 1234>_1. 12>_1."
                                + " 1>_1! 99>_X. 9>_."),
                Arguments.of(
                        "_12! _12. _1NX _1[2-4]X _1[23]X _12X _1[2]3",
                        "123>_1[2]3 124>_12X 133>_1[23]X 143>_1[2-4]X 153>_1NX 1234>_12. 12>_12! 13>"),
                Arguments.of(
                        "_[a-h2-9]XX _[2-9]XX _[35]XX _[24]XX _[2-3]XX",
                        "200>_[2-3]XX 300>_[2-3]XX 400>_[24]XX 500>_[35]XX 900>_[2-9]XX a00>_[a-h2-9]XX 100>"),
                Arguments.of("_X. _X! _XX _XX. _XX! _XXX _[0-9] _Z!", "1>_Z! 12>_Z! 123>_Z! 1234>_Z! 0>_X! 01>_XX!"),
                Arguments.of(
                        "_1-2-3 1-2-4 126 _[1-]27 _1[-2]8 _[-]9",
                        "123>_1-2-3 1-2-3>_1-2-3 124>1-2-4 12-4>1-2-4 126>126 1-26>126 127>_[1-]27 128>_1[-2]8 -27>"
                                + " 9>"),
                Arguments.of(
                        "_[^4-6]00 _*6[0-3] _#X _*X. _+1NXX _+X. _+!",
                        "500>_[^4-6]00 600>_[^4-6]00 400>_[^4-6]00 ^00>_[^4-6]00 -00> *12>_*X. *61>_*6[0-3] #1>_#X *1>"
                                + " *1234>_*X. +1234>_+1NXX +1>_+! +>_+! +12>_+X."),
                Arguments.of(
                        "abc _aXc _nxx _NxZ _[A-C]bc ABC _a. _x!",
                        "abc>abc ABC>ABC Abc>_[A-C]bc a1c>_aXc 222>_NxZ 2b1>_x! nxx> Bbc>_[A-C]bc ab>_a. 1>_x!"),
                Arguments.of(
                        "_1X! _12! _1. _1XX. _12X _12X! _123!",
                        "1> 12>_12! 123>_123! 1234>_123! 13>_1X! 134>_1X! 1345>_1XX."),
                Arguments.of("_1[0-9] _1[0-8] _1[1-9] _1N", "10>_1[0-8] 11>_1[0-8] 12>_1N 18>_1N 19>_1N 20>"),
                Arguments.of(
                        "_[1-3]X1 _[1-2]1X _[12]XX _[13]11 _[123]1[12] _X11",
                        "111>_[1-2]1X 112>_[1-2]1X 113>_[1-2]1X 211>_[1-2]1X 121>_[12]XX 311>_[13]11 331>_[1-3]X1"
                                + " 411>_X11"));
    }

    @Test
    void shouldListExtensionsInAsterisksOrder() {
        DialplanSearchTable table = new DialplanSearchTable(
                "b 10 9 a 100 *1 #1 B h i _. _1! _1 _1X _1. 1-0-1 102 10/5 10/4 10/_4X _10/6".split(" "));
        assertThat(table.listing())
                .containsExactly(
                        "#1", "*1", "10/4", "10/5", "10/_4X", "10", "100", "1-0-1", "102", "9", "B", "a", "b", "h", "i",
                        "_10/6", "_1X", "_1.", "_1!", "_1", "_.");
    }

    @Test
    void shouldPreferTheCallerAndFallBackForEachPriority() {
        try (DialplanFixture fixture = new DialplanFixture("""
            [cid]
            exten => 300,1,Trace(plain)
            exten => 300/4321,1,Trace(4321)
            exten => _3XX/_43XX,1,Trace(_43XX)
            exten => 300/,1,Trace(nobody)
            exten => _30X,1,Trace(_30X)
            exten => 300,2,Trace(two)
            [prio]
            exten => _1X,1,Trace(P1)
            exten => _1X,3,Trace(P3)
            exten => _XX,2,Trace(P2)
            exten => _XX,4,Trace(P4)
            include => more
            [more]
            exten => _X.,5,Trace(P5)
            exten => _X.,7,Trace(P7)
            """)) {
            assertThat(winner(fixture, "cid", "300", "4321")).isEqualTo("4321");
            assertThat(winner(fixture, "cid", "300", "4355")).isEqualTo("plain");
            assertThat(winner(fixture, "cid", "300", "")).isEqualTo("nobody");
            assertThat(winner(fixture, "cid", "300", "99")).isEqualTo("plain");
            assertThat(winner(fixture, "cid", "305", "4355")).isEqualTo("_30X");
            assertThat(winner(fixture, "cid", "315", "4355")).isEqualTo("_43XX");
            assertThat(winner(fixture, "cid", "315", "1")).isNull();
            assertThat(fixture.traceOf("prio", "13")).containsExactly("P1", "P2", "P3", "P4", "P5");
        }
    }

    @Test
    void shouldSearchEachIncludeFullyBeforeTheNext() {
        try (DialplanFixture fixture = new DialplanFixture("""
            [inc]
            include => inc1
            include => inc2
            exten => _5XX,1,Trace(own)
            [inc1]
            exten => _6XX,1,Trace(inc1)
            exten => 500,1,Trace(exact in inc1)
            [inc2]
            exten => 600,1,Trace(exact in inc2)
            include => inc
            """)) {
            assertThat(winner(fixture, "inc", "500", "")).isEqualTo("own");
            assertThat(winner(fixture, "inc", "600", "")).isEqualTo("inc1");
            assertThat(winner(fixture, "inc2", "555", "")).isEqualTo("own");
            assertThat(winner(fixture, "inc", "700", "")).isNull();
        }
    }

    @Test
    void shouldKnowWhetherMoreDigitsCount() {
        try (DialplanFixture fixture = new DialplanFixture("""
            [c]
            exten => 100,1,Trace()
            exten => 1001,1,Trace()
            exten => _2XX,1,Trace()
            exten => _3.,1,Trace()
            exten => _4!,1,Trace()
            exten => _4XX,1,Trace()
            exten => _5XX/77,1,Trace()
            """)) {
            Dialplan plan = fixture.dialplan();
            assertThat(plan.matchMore("c", "", 1, "")).isTrue();
            assertThat(plan.matchMore("c", "100", 1, "")).isTrue();
            assertThat(plan.matchMore("c", "1001", 1, "")).isFalse();
            assertThat(plan.matchMore("c", "20", 1, "")).isTrue();
            assertThat(plan.matchMore("c", "200", 1, "")).isFalse();
            assertThat(plan.matchMore("c", "3", 1, "")).isTrue();
            assertThat(plan.matchMore("c", "333", 1, "")).isTrue();
            assertThat(plan.exists("c", "3", 1, "")).isFalse();
            assertThat(plan.matchMore("c", "9", 1, "")).isFalse();
            assertThat(plan.canMatch("c", "20", 1, "")).isTrue();
            assertThat(plan.canMatch("c", "200", 1, "")).isTrue();
            assertThat(plan.canMatch("c", "2000", 1, "")).isFalse();
            assertThat(plan.canMatch("c", "5", 1, "77")).isTrue();
            assertThat(plan.canMatch("c", "5", 1, "78")).isFalse();
        }
    }

    /** The tree must agree with trying each pattern by itself, for any patterns and numbers. */
    @Test
    void shouldMatchWhatTheNaiveMatcherMatches() {
        long seed = Seed.get();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> patterns = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                patterns.add(randomPattern(random));
            }
            DialplanSearchTable table = new DialplanSearchTable(patterns.toArray(String[]::new));
            for (int i = 0; i < 60; i++) {
                String number = randomNumber(random);
                @Nullable String winner = table.winner(number);
                boolean any = patterns.stream().anyMatch(pattern -> NaiveMatcher.matches(pattern, number));
                assertThat(winner != null)
                        .as("%s in %s, seed %d", number, patterns, seed)
                        .isEqualTo(any);
                if (winner != null) {
                    assertThat(NaiveMatcher.matches(winner, number))
                            .as("%s by %s, seed %d", number, winner, seed)
                            .isTrue();
                    assertThat(ExtensionPattern.of(winner).matches(number)).isTrue();
                }
                assertThat(table.exists(MatchMode.CAN_MATCH, number))
                        .as("can match %s in %s, seed %d", number, patterns, seed)
                        .isEqualTo(patterns.stream().anyMatch(pattern -> NaiveMatcher.canMatch(pattern, number)));
            }
        }
    }

    private static String randomPattern(Random random) {
        StringBuilder pattern = new StringBuilder("_");
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            pattern.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "X";
                        case 1 -> "N";
                        case 2 -> "Z";
                        case 3 -> "[1-" + (2 + random.nextInt(3)) + "]";
                        case 4 -> "[" + random.nextInt(4) + random.nextInt(4) + "]";
                        default -> String.valueOf(random.nextInt(4));
                    });
        }
        int tail = random.nextInt(5);
        return pattern + (tail == 0 ? "." : tail == 1 ? "!" : length == 0 ? "X" : "");
    }

    private static String randomNumber(Random random) {
        StringBuilder number = new StringBuilder();
        int length = 1 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            number.append(random.nextInt(5));
        }
        return number.toString();
    }

    private static @Nullable String winner(DialplanFixture fixture, String context, String number, String caller) {
        DialplanSearch.Found found = new DialplanSearch(
                        fixture.dialplan().editor().snapshot(),
                        MatchMode.MATCH,
                        number,
                        caller,
                        fixture.dialplan()::now)
                .priority(context, 1);
        return found == null ? null : found.priority().arguments();
    }
}
