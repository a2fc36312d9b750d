package org.asterism.outreg.rpt;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;
import org.asterism.core.registration.RetryOptions;
import org.asterism.core.registration.RetryPolicy;

/**
 * All of rpt_http_registrations.conf.
 *
 * @param lines    the registrations, the last of the file first, as the original module lists them
 * @param policy   when they are sent again
 * @param caFile   certificates in PEM to trust instead of the JDK's, empty for the JDK's
 * @param problems what the author of the file should know
 */
record HttpConfiguration(
        List<HttpRegisterLine> lines, RetryPolicy policy, String caFile, List<ConfigProblem> problems) {
    static final String FILE = "rpt_http_registrations.conf";

    /** Nothing is configured. */
    static final HttpConfiguration NONE = new HttpConfiguration(List.of(), policy(60), "", List.of());

    private static final int DEFAULT_INTERVAL_SECONDS = 60;
    private static final RetryOptions RETRY = new RetryOptions(policy(DEFAULT_INTERVAL_SECONDS));
    private static final Option<Integer> INTERVAL = Option.integer(
            "register_interval", 1, 86_400, DEFAULT_INTERVAL_SECONDS, "Seconds between two registrations of a node");
    private static final Option<String> CA_FILE =
            Option.text("ca_list_file", "", "Certificates (PEM) to trust instead of those that come with Java");
    private static final Option<String> REGISTER =
            Option.repeated("register", "node:secret@host[:port]").with(Option.Trait.SECRET);

    static final OptionSet GENERAL = OptionSet.of(FILE, "general", "What holds for all registrations.", general());
    static final OptionSet REGISTRATIONS =
            OptionSet.of(FILE, "registrations", "The nodes to register by HTTP.", REGISTER);

    /** Copies the lists. */
    HttpConfiguration {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    private static Option<?>[] general() {
        List<Option<?>> all = new ArrayList<>(List.of(INTERVAL, CA_FILE));
        all.addAll(RETRY.all());
        return all.toArray(Option<?>[]::new);
    }

    /** For ever, at the same pace whether it goes well or not: what the original module does. */
    private static RetryPolicy policy(int intervalSeconds) {
        long intervalMillis = intervalSeconds * 1000L;
        return RetryPolicy.DEFAULT
                .draft()
                .expirationSeconds(intervalSeconds)
                .retryIntervalSeconds(intervalSeconds)
                .forbiddenRetryIntervalSeconds(intervalSeconds)
                .fatalRetryIntervalSeconds(intervalSeconds)
                .maxRetries(RetryPolicy.FOR_EVER)
                .authRejectionPermanent(false)
                .refresh(granted -> Math.min(intervalMillis, granted * 5 / 6))
                .build();
    }

    /**
     * Reads the file.
     *
     * @param file the file
     * @return what it says
     */
    static HttpConfiguration read(ConfigFile file) {
        List<ConfigProblem> problems = new ArrayList<>(file.problems());
        OptionValues general = GENERAL.bind(file);
        OptionValues registrations = REGISTRATIONS.bind(file);
        problems.addAll(general.problems());
        problems.addAll(registrations.problems());
        for (ConfigSection section : file.sections()) {
            if (!section.name().equalsIgnoreCase("general") && !section.name().equalsIgnoreCase("registrations")) {
                problems.add(ConfigProblem.warning(
                        section.file(),
                        section.line(),
                        section.where() + ": there is no section [" + section.name()
                                + "] here; write [general] or [registrations]"));
            }
        }
        List<HttpRegisterLine> lines = new ArrayList<>();
        for (OptionValues.Written<String> each : registrations.written(REGISTER)) {
            add(each.value(), each.entry(), lines, problems);
        }
        return new HttpConfiguration(
                lines,
                RETRY.read(general, policy(general.get(INTERVAL))),
                general.get(CA_FILE).trim(),
                problems);
    }

    private static void add(
            String text, ConfigEntry entry, List<HttpRegisterLine> lines, List<ConfigProblem> problems) {
        try {
            HttpRegisterLine line = HttpRegisterLine.parse(text, entry.where());
            if (!line.isSecure()) {
                problems.add(ConfigProblem.warning(
                        entry, "the secret of node " + line.node() + " travels in clear to " + line.server()));
            }
            lines.addFirst(line);
        } catch (IllegalArgumentException e) {
            problems.add(ConfigProblem.error(entry.file(), entry.line(), String.valueOf(e.getMessage())));
        }
    }
}
