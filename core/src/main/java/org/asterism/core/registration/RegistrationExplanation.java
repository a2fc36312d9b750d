package org.asterism.core.registration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report in words, for {@code registration explain}. */
final class RegistrationExplanation {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final RegistrationReport report;
    private final RegistrationSnapshot snapshot;
    private final Instant now;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param report what to explain
     * @param now    the time of day of the report's snapshot
     * @param zone   of the times to show
     */
    RegistrationExplanation(RegistrationReport report, Instant now, ZoneId zone) {
        this.report = report;
        this.snapshot = report.snapshot();
        this.now = now;
        this.zone = zone;
    }

    /** {@return the explanation, line by line} */
    List<String> lines() {
        lines.add(report.name() + " (" + report.protocol() + "): " + report.status());
        fact("Server", report.server());
        fact("As", report.client());
        fact("Addresses", addresses());
        report.notes().forEach(note -> lines.add("  " + note));
        fact("State", state());
        fact("Next", next());
        fact("Retries", retries());
        fact("Options", options());
        lines.add("  Answers");
        if (snapshot.answers().isEmpty()) {
            lines.add("    none yet");
        }
        for (AnsweredRequest each : snapshot.answers()) {
            lines.add("    " + time(each.atMillis()) + "  " + each.answer().summary());
            lines.add("      " + each.decision().rule().description() + consequence(each.decision()));
        }
        lines.add("  History");
        for (RegistrationTransition each : snapshot.transitions()) {
            lines.add("    " + time(each.atMillis()) + "  " + each.from() + " -> " + each.to() + ": " + each.reason());
        }
        return lines;
    }

    private void fact(String name, String value) {
        lines.add(String.format(Locale.ROOT, "  %-10s: %s", name, value));
    }

    private String addresses() {
        if (report.addresses().isEmpty()) {
            return report.used().isEmpty() ? "none known yet" : report.used() + " (used)";
        }
        List<String> all = new ArrayList<>();
        for (String each : report.addresses()) {
            all.add(each.equals(report.used()) ? each + " (used)" : each);
        }
        if (!report.used().isEmpty() && !report.addresses().contains(report.used())) {
            all.add(report.used() + " (used, no longer listed)");
        }
        return String.join(", ", all);
    }

    private String state() {
        List<RegistrationTransition> past = snapshot.transitions();
        return past.isEmpty()
                ? snapshot.state().toString()
                : snapshot.state() + " for "
                        + seconds(snapshot.atMillis() - past.getLast().atMillis());
    }

    private String next() {
        if (snapshot.deadlineMillis() == RegistrationMachine.NEVER) {
            return switch (snapshot.state()) {
                case REJECTED, UNREGISTERED ->
                    "nothing until an operator registers it, its configuration changes or the switch restarts";
                default -> "nothing";
            };
        }
        String what = snapshot.state().isInFlight() ? "give up waiting for an answer" : "request";
        long in = Math.max(0, snapshot.deadlineMillis() - snapshot.atMillis());
        return what + " in " + seconds(in) + ", at " + time(snapshot.deadlineMillis());
    }

    private String retries() {
        int limit = snapshot.policy().maxRetries();
        return snapshot.retries() + " used, "
                + (limit == RetryPolicy.FOR_EVER ? "no limit" : Math.max(0, limit - snapshot.retries()) + " left");
    }

    private String options() {
        RetryPolicy policy = snapshot.policy();
        return "retry_interval=" + policy.retryIntervalSeconds()
                + " forbidden_retry_interval=" + policy.forbiddenRetryIntervalSeconds()
                + " fatal_retry_interval=" + policy.fatalRetryIntervalSeconds()
                + " max_retries=" + policy.maxRetries()
                + " auth_rejection_permanent=" + (policy.authRejectionPermanent() ? "yes" : "no")
                + (policy.backoff() ? " retry_backoff=yes retry_interval_max=" + policy.retryIntervalMaxSeconds() : "");
    }

    private static String consequence(RegistrationDecision decision) {
        return switch (decision.rule()) {
            case FOLLOW_UP -> "";
            case REMOVED -> ": nothing follows";
            case GRANTED -> ": renewed " + seconds(decision.waitMillis()) + " later";
            default -> decision.retries() ? ": next request " + seconds(decision.waitMillis()) + " later" : ": stopped";
        };
    }

    private String time(long atMillis) {
        return WHEN.format(now.plusMillis(atMillis - snapshot.atMillis()).atZone(zone));
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
