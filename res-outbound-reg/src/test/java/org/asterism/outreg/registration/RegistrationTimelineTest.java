package org.asterism.outreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.outreg.registration.RegistrationScenario.AUTH;
import static org.asterism.outreg.registration.RegistrationScenario.section;
import static org.asterism.outreg.registration.ScriptedRegistrar.grant;
import static org.asterism.outreg.registration.ScriptedRegistrar.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.asterism.outreg.sip.ResponseListener.Cause;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When requests leave, for each answer a registrar may give: as observed on Asterisk 22, from the configuration's load on. */
class RegistrationTimelineTest {
    private static final String CHALLENGE = "Digest realm=\"asterisk\",nonce=\"n1\",qop=\"auth\"";

    private static SipResponse challengeOrGrant(SipRequest request) {
        return request.header("Authorization") == null
                ? response(request, 401, "WWW-Authenticate", CHALLENGE)
                : grant(request);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        500 | retry_interval=5;max_retries=3                                   | 1 6 11 16
        408 | retry_interval=5;max_retries=3                                   | 1 6 11 16
        502 | retry_interval=5;max_retries=3                                   | 1 6 11 16
        503 | retry_interval=5;max_retries=3                                   | 1 6 11 16
        504 | retry_interval=5;max_retries=3                                   | 1 6 11 16
        600 | retry_interval=5;max_retries=3                                   | 1 6 11 16
        603 | retry_interval=5;max_retries=3                                   | 1 6 11 16
        606 | retry_interval=5;max_retries=3                                   | 1 6 11 16
        500 | retry_interval=0                                                 | 1
        500 | max_retries=0                                                    | 1
        403 | forbidden_retry_interval=3;max_retries=0                         | 1
        403 | forbidden_retry_interval=6;max_retries=3                         | 1 7 13 19
        403 | forbidden_retry_interval=4;fatal_retry_interval=9;max_retries=2  | 1 5 9
        403 | fatal_retry_interval=4;max_retries=2                             | 1 5 9
        404 | fatal_retry_interval=6;max_retries=3                             | 1 7 13 19
        500 | retry_interval=0;fatal_retry_interval=5;max_retries=2            | 1 6 11
        """)
    void retriesAreSpacedByTheOptionOfTheAnswersClass(int status, String options, String times) {
        RegistrationScenario scenario = RegistrationScenario.of(section(options.split(";")));
        scenario.registrar.answers(status);

        scenario.registrar.runUntil(400);

        List<String> expected =
                Arrays.stream(times.split(" ")).map(at -> at + ".").toList();
        List<String> sent = scenario.registrar.lines();
        assertThat(sent).hasSameSizeAs(expected);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(sent.get(i)).startsWith(expected.get(i));
        }
        assertThat(scenario.status()).isEqualTo("Rejected");
        assertThat(scenario.service.standing("x").nextRegistration()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                300, 301, 302, 400, 402, 403, 404, 405, 406, 410, 413, 416, 420, 429, 480, 486, 488, 501, 505, 513, 580
            })
    void otherAnswersAreFinalByDefault(int status) {
        RegistrationScenario scenario = RegistrationScenario.of(section());
        scenario.registrar.answers(status, "Contact", "<sip:elsewhere@127.0.0.2>");

        scenario.registrar.runUntil(2000);

        assertThat(scenario.registrar.lines()).hasSize(1);
        assertThat(scenario.status()).isEqualTo("Rejected");
        assertThat(scenario.events).containsExactly("1 Rejected");
    }

    @Test
    void retriesWithoutEndWhereThatIsWanted() {
        RegistrationScenario scenario = RegistrationScenario.of(section("retry_interval=5", "max_retries=-1"));
        scenario.registrar.answers(500);

        scenario.registrar.runUntil(5_000);

        assertThat(scenario.registrar.lines()).hasSize(1_000);
        assertThat(scenario.status()).isEqualTo("Rejected");
        assertThat(scenario.service.standing("x").nextRegistration()).isPositive();
    }

    @Test
    void waitsGrowToTheirLimitWhereThatIsWanted() {
        RegistrationScenario scenario = RegistrationScenario.of(
                section("retry_interval=10", "retry_backoff=yes", "retry_interval_max=60", "max_retries=-1"));
        scenario.registrar.answers(500);

        scenario.registrar.runUntil(3_000);

        List<Long> at = scenario.registrar.received().stream()
                .map(ScriptedRegistrar.Received::atMs)
                .toList();
        assertThat(at).hasSizeBetween(50, 100);
        for (int i = 1; i < at.size(); i++) {
            long longest = Math.min(60_000, 10_000L << Math.min(i, 10));
            assertThat(at.get(i) - at.get(i - 1)).as("wait %d", i).isBetween(longest / 2, longest + 100);
        }
        assertThat(at.get(10) - at.get(9)).as("jitter").isNotEqualTo(at.get(11) - at.get(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 486, 403})
    void retryAfterRulesAnyClassAndIsNotCounted(int status) {
        RegistrationScenario scenario =
                RegistrationScenario.of(section("retry_interval=5", "max_retries=2", "forbidden_retry_interval=3"));
        scenario.registrar.answers(status, "Retry-After", "7 (busy);duration=3");

        scenario.registrar.runUntil(40);

        assertThat(scenario.registrar.lines())
                .containsExactly(
                        "1.0 Exp=3600",
                        "8.0 Exp=3600",
                        "15.0 Exp=3600",
                        "22.0 Exp=3600",
                        "29.0 Exp=3600",
                        "36.0 Exp=3600");
    }

    @Test
    void retryAfterOfZeroIsNone() {
        RegistrationScenario scenario = RegistrationScenario.of(section("retry_interval=6", "max_retries=2"));
        scenario.registrar.answers(600, "Retry-After", "0");

        scenario.registrar.runUntil(60);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "7.0 Exp=3600", "13.0 Exp=3600");
    }

    @Test
    void silenceIsWaitedOutAndTriedAgain() {
        RegistrationScenario scenario = RegistrationScenario.of(section("retry_interval=5", "max_retries=2"));

        scenario.registrar.runUntil(200);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=3600", "38.0 Exp=3600", "75.0 Exp=3600");
        assertThat(scenario.events).containsExactly("33 Rejected", "70 Rejected", "107 Rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_FOUND", "NO_TRANSPORT", "TRANSPORT"})
    void whatCannotBeSentCountsAsSilence(String cause) {
        RegistrationScenario scenario = RegistrationScenario.of(section("retry_interval=5", "max_retries=2"));
        scenario.registrar.fails(Cause.valueOf(cause));

        scenario.registrar.runUntil(60);

        assertThat(scenario.events).containsExactly("1 Rejected", "6 Rejected", "11 Rejected");
    }

    @Test
    void aChallengeIsAnsweredOnceInEachCycle() {
        RegistrationScenario scenario = RegistrationScenario.of(section("outbound_auth=alice", "expiration=20") + AUTH);
        scenario.registrar.answers(RegistrationTimelineTest::challengeOrGrant);

        scenario.registrar.runUntil(12);

        assertThat(scenario.registrar.lines())
                .containsExactly("1.0 Exp=20", "1.0 Exp=20 auth", "11.0 Exp=20", "11.0 Exp=20 auth");
        assertThat(scenario.status()).isEqualTo("Registered");
        assertThat(scenario.events).containsExactly("1 Registered", "11 Registered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        outbound_auth=alice                                                             | 1 1a
        outbound_auth=alice;auth_rejection_permanent=no;retry_interval=5;max_retries=3  | 1 1a 6 6a 11 11a 16 16a
        outbound_auth=alice;fatal_retry_interval=6;max_retries=2                        | 1 1a 7 7a 13 13a
        expiration=3600                                                                 | 1
        outbound_auth=nobody                                                            | 1
        auth_rejection_permanent=no;retry_interval=5;max_retries=3                      | 1 6 11 16
        """)
    void refusedProofsFollowTheOptions(String options, String expected) {
        RegistrationScenario scenario = RegistrationScenario.of(section(options.split(";")) + AUTH);
        scenario.registrar.answers(401, "WWW-Authenticate", CHALLENGE + ",stale=true");

        scenario.registrar.runUntil(100);

        assertThat(scenario.registrar.lines().stream()
                        .map(line -> line.replaceAll("\\..*Exp=3600", "").replace(" auth", "a"))
                        .toList())
                .containsExactly(expected.split(" "));
        assertThat(scenario.status()).isEqualTo("Rejected");
    }

    @Test
    void aProxyMayChallengeToo() {
        RegistrationScenario scenario = RegistrationScenario.of(section("outbound_auth=alice") + AUTH);
        scenario.registrar.answers(request -> request.header("Proxy-Authorization") == null
                ? response(request, 407, "Proxy-Authenticate", CHALLENGE)
                : grant(request));

        scenario.registrar.runUntil(2);

        assertThat(scenario.registrar.last().header("Proxy-Authorization"))
                .startsWith("Digest username=\"alice\", realm=\"asterisk\"");
        assertThat(scenario.status()).isEqualTo("Registered");
    }

    @Test
    void aLongerIntervalIsAskedForAndKept() {
        RegistrationScenario scenario = RegistrationScenario.of(section("expiration=60"));
        scenario.registrar.answers(request ->
                request.header("Expires").equals("60") ? response(request, 423, "Min-Expires", "120") : grant(request));

        scenario.registrar.runUntil(112);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=60", "1.0 Exp=120", "111.0 Exp=120");
        assertThat(scenario.events).containsExactly("1 Registered", "111 Registered");
    }

    @Test
    void aLongerIntervalThatIsNotNamedIsAskedForOnce() {
        RegistrationScenario scenario = RegistrationScenario.of(section("expiration=60"));
        scenario.registrar.answers(423);

        scenario.registrar.runUntil(100);

        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=60", "1.0 Exp=3601");
        assertThat(scenario.status()).isEqualTo("Rejected");
    }

    @Test
    void anIntervalThatGrowsForEverEnds() {
        RegistrationScenario scenario = RegistrationScenario.of(section("expiration=60"));
        scenario.registrar.answers(request ->
                response(request, 423, "Min-Expires", String.valueOf(Long.parseLong(request.header("Expires")) + 60)));

        scenario.registrar.runUntil(2000);

        assertThat(scenario.registrar.lines()).hasSize(4);
        assertThat(scenario.status()).isEqualTo("Rejected");
    }

    @Test
    void failuresEndWithAGrantAndTheRetriesBeginAnew() {
        RegistrationScenario scenario =
                RegistrationScenario.of(section("expiration=20", "retry_interval=5", "max_retries=3"));
        List<SipRequest> seen = new ArrayList<>();
        scenario.registrar.answers(request -> {
            seen.add(request);
            return seen.size() <= 3 ? response(request, 500) : grant(request);
        });

        scenario.registrar.runUntil(37);

        assertThat(scenario.registrar.lines())
                .containsExactly(
                        "1.0 Exp=20", "6.0 Exp=20", "11.0 Exp=20", "16.0 Exp=20", "26.0 Exp=20", "36.0 Exp=20");
    }

    @Test
    void anUnansweredRefreshLeavesTheStatusUntilItIsGivenUp() {
        RegistrationScenario scenario = RegistrationScenario.of(section("expiration=15", "retry_interval=10"));
        scenario.registrar.answers(ScriptedRegistrar::grant);
        scenario.registrar.runUntil(2);
        scenario.registrar.answers(_ -> null);

        scenario.registrar.runUntil(37);

        assertThat(scenario.status()).isEqualTo("Registered");
        assertThat(scenario.service.standing("x").secondsToNextSend()).isBetween(-33L, -30L);
        assertThat(scenario.service.standing("x").nextRegistration()).isZero();
        scenario.registrar.runUntil(49);
        assertThat(scenario.registrar.lines()).containsExactly("1.0 Exp=15", "6.0 Exp=15", "48.0 Exp=15");
        assertThat(scenario.events).containsExactly("1 Registered", "38 Rejected");
    }

    @ParameterizedTest
    @CsvSource({
        "100,<sip:inbound-calls@127.0.0.1:17060>;expires=100,'',91",
        "3600,<sip:inbound-calls@127.0.0.1:17060>,90,81",
        "3600,<sip:inbound-calls@127.0.0.1:17060>;expires=40,90,31",
        "3600,'',50,41",
        "3600,'','',3591",
        "3600,<sip:other@127.0.0.9>;expires=50,'',41",
        "3600,'<sip:other@127.0.0.9>;expires=20, <sip:inbound-calls@203.0.113.9:31000>;expires=70',3600,61",
        "3600,'<sip:a@127.0.0.9>;expires=70, <sip:b@203.0.113.9:31000>;expires=60',3600,51",
        "3600,<sip:inbound-calls@127.0.0.1:17060>;expires=0,'',3591",
    })
    void theRefreshComesTenSecondsBeforeTheEnd(long asked, String contact, String expires, int next) {
        RegistrationScenario scenario = RegistrationScenario.of(section("expiration=" + asked));
        scenario.registrar.answers(request -> {
            List<String> headers = new ArrayList<>();
            if (!contact.isEmpty()) {
                headers.addAll(List.of("Contact", contact));
            }
            if (!expires.isEmpty()) {
                headers.addAll(List.of("Expires", expires));
            }
            return response(request, 200, headers.toArray(String[]::new));
        });

        scenario.registrar.runUntil(next);

        assertThat(scenario.registrar.received()).hasSize(2);
        assertThat(scenario.registrar.lines().getLast()).startsWith(next + ".");
    }

    @Test
    void aTinyGrantIsNoStorm() {
        RegistrationScenario scenario = RegistrationScenario.of(section());
        scenario.registrar.answers(request -> response(request, 200, "Expires", "1"));

        scenario.registrar.runUntil(60);

        assertThat(scenario.registrar.lines()).hasSizeBetween(10, 61);
    }
}
