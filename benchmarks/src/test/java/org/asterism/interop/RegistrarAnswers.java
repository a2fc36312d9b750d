package org.asterism.interop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A registrar's answers, the options of the registration, and what follows from both. */
final class RegistrarAnswers {
    /**
     * Columns: name; transport, empty for UDP; scenario; what it answers in the words of {@code registration explain}, or the seconds
     * it grants; a header of the answer; options; when requests come, in seconds from the first; the rule of each answer, {@code ...} for so on; the status.
     */
    private static final String TABLE = """
        ok             |     | grant           | 15                          |                | | 0 5 10 | granted5 granted5 ... | Registered
        ok-short       |     | grant           | 4                           |                | | 0 2 4 | granted2 granted2 ... | Registered
        401            |     | challenge       | 15                          |                | outbound_auth=alice | 0 0 5 5 | at-once granted5 at-once granted5 ... | Registered
        407            |     | proxy-challenge | 15                          |                | outbound_auth=alice | 0 0 5 5 | at-once granted5 at-once granted5 ... | Registered
        401-twice      |     | refuse          | 401 Unauthorized            | WWW-Authenticate: Digest realm="x",nonce="y",stale=true | outbound_auth=alice | 0 0 | at-once auth | Rejected
        401-twice-no   |     | refuse          | 401 Unauthorized            | WWW-Authenticate: Digest realm="x",nonce="y",stale=true | outbound_auth=alice;auth_rejection_permanent=no | 0 0 2 2 4 4 | at-once temporary at-once temporary at-once exhausted | Rejected
        401-twice-f    |     | refuse          | 401 Unauthorized            | WWW-Authenticate: Digest realm="x",nonce="y",stale=true | outbound_auth=alice;fatal_retry_interval=4;max_retries=1 | 0 0 4 4 | at-once fatal at-once fatal-exhausted | Rejected
        401-no-auth    |     | refuse          | 401 Unauthorized            | WWW-Authenticate: Digest realm="x",nonce="y" | | 0 | auth | Rejected
        401-no-auth-no |     | refuse          | 401 Unauthorized            | WWW-Authenticate: Digest realm="x",nonce="y" | auth_rejection_permanent=no | 0 2 4 | temporary temporary exhausted | Rejected
        302            |     | refuse          | 302 Moved Temporarily       | Contact: <sip:127.0.0.2> | | 0 | permanent | Rejected
        403            |     | refuse          | 403 Forbidden               |                | | 0 | permanent | Rejected
        403-forbidden  |     | refuse          | 403 Forbidden               |                | forbidden_retry_interval=3 | 0 3 6 | forbidden forbidden fatal-exhausted | Rejected
        403-fatal      |     | refuse          | 403 Forbidden               |                | fatal_retry_interval=4;max_retries=1 | 0 4 | fatal fatal-exhausted | Rejected
        403-both       |     | refuse          | 403 Forbidden               |                | forbidden_retry_interval=3;fatal_retry_interval=4;max_retries=1 | 0 3 | forbidden fatal-exhausted | Rejected
        403-none-left  |     | refuse          | 403 Forbidden               |                | forbidden_retry_interval=3;max_retries=0 | 0 | fatal-exhausted | Rejected
        403-after      |     | refuse          | 403 Forbidden               | Retry-After: 3 | max_retries=1 | 0 3 6 | after after ... | Rejected
        404            |     | refuse          | 404 Not Found               |                | | 0 | permanent | Rejected
        404-fatal      |     | refuse          | 404 Not Found               |                | fatal_retry_interval=4;max_retries=1 | 0 4 | fatal fatal-exhausted | Rejected
        408            |     | refuse          | 408 Request Timeout         |                | | 0 2 4 | temporary temporary exhausted | Rejected
        423            |     | longer-interval | 423 Interval Too Brief |                | expiration=60 | 0 0 | at-once granted110 ... | Registered
        423-unnamed    |     | refuse          | 423 Interval Too Brief      | | expiration=60 | 0 0 | at-once permanent | Rejected
        486-after      |     | refuse          | 486 Busy Here               | Retry-After: 3 (later);duration=9 | | 0 3 6 | after after ... | Rejected
        500            |     | refuse          | 500 Server Internal Error   |                | | 0 2 4 | temporary temporary exhausted | Rejected
        500-none-left  |     | refuse          | 500 Server Internal Error   |                | max_retries=0 | 0 | exhausted | Rejected
        500-no-retry   |     | refuse          | 500 Server Internal Error   |                | retry_interval=0 | 0 | permanent | Rejected
        500-fatal      |     | refuse          | 500 Server Internal Error   |                | retry_interval=0;fatal_retry_interval=4;max_retries=1 | 0 4 | fatal fatal-exhausted | Rejected
        500-for-ever   |     | refuse          | 500 Server Internal Error   |                | max_retries=-1 | 0 2 4 6 | temporary temporary temporary ... | Rejected
        502            |     | refuse          | 502 Bad Gateway             |                | | 0 2 4 | temporary temporary exhausted | Rejected
        503            |     | refuse          | 503 Service Unavailable     |                | | 0 2 4 | temporary temporary exhausted | Rejected
        503-after      |     | refuse          | 503 Service Unavailable     | Retry-After: 3 | max_retries=1 | 0 3 6 | after after ... | Rejected
        504            |     | refuse          | 504 Server Time-out         |                | | 0 2 4 | temporary temporary exhausted | Rejected
        600            |     | refuse          | 600 Busy Everywhere         |                | | 0 2 4 | temporary temporary exhausted | Rejected
        600-after-0    |     | refuse          | 600 Busy Everywhere         | Retry-After: 0 | | 0 2 4 | temporary temporary exhausted | Rejected
        603            |     | refuse          | 603 Decline                 |                | | 0 2 4 | temporary temporary exhausted | Rejected
        recovers       |     | recovers        | 3600                        |                | | 0 2 4 | temporary temporary granted3590 | Registered
        falls-ill      |     | falls-ill       | 15                          |                | | 0 5 7 9 | granted5 temporary temporary exhausted | Rejected
        silence        |     | silence         | no answer from UDP:127.0.0.1 |                | max_retries=1 | 0 12 | temporary exhausted | Rejected
        garbage        |     | garbage         | no answer from UDP:127.0.0.1 |                | max_retries=1 | 0 12 | temporary exhausted | Rejected
        other-branch   |     | other-branch    | no answer from UDP:127.0.0.1 |                | max_retries=1 | 0 12 | temporary exhausted | Rejected
        tcp-ok         | tcp | grant           | 15                          |                | | 0 5 | granted5 granted5 ... | Registered
        tcp-500        | tcp | refuse          | 500 Server Internal Error   |                | | 0 2 4 | temporary temporary exhausted | Rejected
        tcp-silence    | tcp | silence         | no answer from TCP:127.0.0.1 |                | max_retries=1 | 0 12 | temporary exhausted | Rejected
        tcp-truncated  | tcp | truncates       | closed by the other side in the middle of a message |                | | 0 2 4 | temporary temporary exhausted | Rejected
        tcp-stalled    | tcp | stalls          | no answer from TCP:127.0.0.1 |                | max_retries=1 | 0 12 | temporary exhausted | Rejected
        tcp-refused    | tcp | nobody          | Connection refused          |                | | | temporary temporary exhausted | Rejected
        tcp-closed     | tcp | closes          | TCP:127.0.0.1 |                | | 0 1 | granted3590 granted3590 | Registered
        tls-unknown    | tls | unknown-authority | is not signed by an authority that ca_list_file or ca_list_path name |                | | | temporary temporary exhausted | Rejected
        tls-other-name | tls | other-name      | is for [registrar.example], not for 127.0.0.1 |                | | | temporary temporary exhausted | Rejected
        """;

    /** The words of {@code registration explain}. */
    private static final Map<String, String> RULES = Map.of(
            "at-once", "answered at once",
            "after", "the other side's Retry-After, not counted: next request 3 s later",
            "temporary", "temporary failure: retry_interval: next request 2 s later",
            "exhausted", "temporary failure, and max_retries is used up: stopped",
            "forbidden", "forbidden: forbidden_retry_interval: next request 3 s later",
            "fatal", "fatal failure: fatal_retry_interval: next request 4 s later",
            "fatal-exhausted", "fatal failure, and max_retries is used up: stopped",
            "auth", "authentication rejected: auth_rejection_permanent, and no fatal_retry_interval: stopped",
            "permanent", "fatal failure, and no option asks for another try: stopped");

    private RegistrarAnswers() {}

    /**
     * A row.
     *
     * @param name      of the section
     * @param transport in the URI, empty for UDP
     * @param scenario  of SIPp, or what another peer does
     * @param answer    as operators are told, or seconds that are granted
     * @param more      a header of the answer, empty for none
     * @param options   of the section, a semicolon between two
     * @param times     when requests come, in seconds from the first
     * @param rules     the first answers' rules as operators are told
     * @param goesOn    whether more answers follow
     * @param status    as listings show it
     */
    record Row(
            String name,
            String transport,
            String scenario,
            String answer,
            String more,
            String options,
            List<Double> times,
            List<String> rules,
            boolean goesOn,
            String status) {
        boolean isGranted() {
            return answer.matches("\\d+");
        }

        boolean isTcp() {
            return transport.equals("tcp");
        }

        /** Whether no further request is planned. */
        boolean isOver() {
            return status.equals("Rejected") && !goesOn;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] columns =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            List<String> rules = words(columns[7]);
            rows.add(new Row(
                    columns[0],
                    columns[1],
                    columns[2],
                    columns[3],
                    columns[4],
                    columns[5],
                    words(columns[6]).stream().map(Double::valueOf).toList(),
                    rules.stream()
                            .filter(rule -> !rule.equals("..."))
                            .map(RegistrarAnswers::rule)
                            .toList(),
                    rules.contains("..."),
                    columns[8]));
        }
        return rows;
    }

    private static List<String> words(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" +"));
    }

    private static String rule(String word) {
        return word.startsWith("granted")
                ? "accepted: renewed " + word.substring("granted".length()) + " s later"
                : RULES.get(word);
    }
}
