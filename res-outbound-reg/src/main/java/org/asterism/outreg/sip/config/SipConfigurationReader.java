package org.asterism.outreg.sip.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;
import org.asterism.outreg.sip.digest.Algorithm;
import org.jspecify.annotations.Nullable;

/** Reads pjsip.conf as far as the stack goes. Sections of other types are others' business. */
public final class SipConfigurationReader {
    private final String defaultUserAgent;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private SipConfigurationReader(String defaultUserAgent) {
        this.defaultUserAgent = defaultUserAgent;
    }

    /**
     * Reads the file.
     *
     * @param file             pjsip.conf
     * @param defaultUserAgent {@code user_agent} where it says none
     * @return what it says; a section that cannot be used is left out, and said among the problems
     */
    public static SipConfiguration read(ConfigFile file, String defaultUserAgent) {
        return new SipConfigurationReader(defaultUserAgent).read(file);
    }

    private SipConfiguration read(ConfigFile file) {
        problems.addAll(file.problems());
        Map<String, TransportSettings> transports = new LinkedHashMap<>();
        for (ConfigSection section : file.sections()) {
            if (isOfType(section, "transport")) {
                TransportSettings transport = new TransportReader(section, problems).read();
                if (transports.containsKey(section.name())) {
                    problems.add(ConfigProblem.error(
                            section.file(),
                            section.line(),
                            section.where() + ": there is a transport '" + section.name()
                                    + "' already; this one is not used: give it another name"));
                } else if (transport != null) {
                    transports.put(transport.name(), transport);
                }
            }
        }
        OptionValues system = only(file, "system", StackOptions.SYSTEM);
        OptionValues global = only(file, "global", StackOptions.GLOBAL);
        return new SipConfiguration(settings(system, global), List.copyOf(transports.values()), problems);
    }

    static boolean isOfType(ConfigSection section, String type) {
        String written = section.last("type");
        return written != null && written.trim().equalsIgnoreCase(type);
    }

    /** The one section of a type; Asterisk takes the first. */
    private OptionValues only(ConfigFile file, String type, OptionSet set) {
        @Nullable OptionValues found = null;
        for (ConfigSection section : file.sections()) {
            if (isOfType(section, type)) {
                if (found != null) {
                    problems.add(ConfigProblem.warning(
                            section.file(),
                            section.line(),
                            section.where() + ": only the first section of type=" + type + " counts"));
                } else {
                    found = set.bind(section);
                    problems.addAll(found.problems());
                }
            }
        }
        return found == null ? set.defaults() : found;
    }

    private GlobalSettings settings(OptionValues system, OptionValues global) {
        String userAgent = global.get(StackOptions.USER_AGENT);
        return new GlobalSettings(
                (int) system.get(StackOptions.TIMER_T1).toMillis(),
                (int) system.get(StackOptions.TIMER_B).toMillis(),
                userAgent.isEmpty() ? defaultUserAgent : userAgent,
                global.get(StackOptions.MAX_FORWARDS),
                global.get(StackOptions.KEEP_ALIVE),
                global.get(StackOptions.DEFAULT_REALM),
                algorithms(global, StackOptions.ALGORITHMS_UAC),
                algorithms(global, StackOptions.ALGORITHMS_UAS),
                global.get(StackOptions.DEBUG).trim());
    }

    private List<Algorithm> algorithms(OptionValues values, Option<List<String>> option) {
        List<Algorithm> found = new ArrayList<>();
        for (OptionValues.Written<List<String>> line : values.written(option)) {
            found.clear();
            for (String word : line.value()) {
                Algorithm algorithm = Algorithm.of(word);
                if (algorithm == null) {
                    problems.add(ConfigProblem.error(
                            line.entry(), option.name() + " knows MD5, SHA-256 and SHA-512-256, not '" + word + "'"));
                } else {
                    found.add(algorithm);
                }
            }
        }
        return found.isEmpty() ? List.of(Algorithm.MD5) : found;
    }
}
