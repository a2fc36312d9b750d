package org.asterism.core.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;

/**
 * What logger.conf says.
 *
 * @param directory   where files of relative names are: astlogdir
 * @param dateFormat  of the date in front of lines
 * @param callIds     {@code use_callids}
 * @param rotation    {@code rotatestrategy}
 * @param queueLimit  {@code logger_queue_limit}
 * @param channels    {@code [logfiles]}
 * @param problems    what its author should know
 */
public record LogSettings(
        Path directory,
        String dateFormat,
        boolean callIds,
        RotateStrategy rotation,
        int queueLimit,
        List<LogChannel> channels,
        List<ConfigProblem> problems) {
    private static final Option<String> DATE_FORMAT =
            Option.text("dateformat", "%b %e %T", "The date in log lines, in strftime's language.");
    private static final Option<Boolean> CALL_IDS =
            Option.bool("use_callids", true, "Whether lines name the call they belong to.");
    private static final Option<RotateStrategy> ROTATION = Option.oneOf(
            "rotatestrategy", RotateStrategy.SEQUENTIAL, "What 'logger rotate' does with the file written so far.");
    private static final Option<Integer> QUEUE_LIMIT = Option.integer(
            "logger_queue_limit", 1, LogQueue.CAPACITY / 2, 1000, "How many lines may wait to be written.");

    /** {@code [general]}. */
    public static final OptionSet GENERAL = OptionSet.of(
            "logger.conf",
            "general",
            "How log lines look and are kept.",
            DATE_FORMAT,
            CALL_IDS,
            ROTATION,
            QUEUE_LIMIT,
            unused("appendhostname"),
            unused("queue_log"),
            unused("queue_log_to_file"),
            unused("queue_log_name"),
            unused("queue_log_realtime_use_gmt"),
            unused("exec_after_rotate"));

    private static final Set<LogLevel> IMPORTANT = EnumSet.of(LogLevel.WARNING, LogLevel.ERROR);
    private static final LogChannel DEFAULT_CONSOLE = new LogChannel(
            "console", true, EnumSet.of(LogLevel.WARNING, LogLevel.ERROR, LogLevel.VERBOSE), LogChannel.ANY_VERBOSITY);

    /** Copies the lists. */
    public LogSettings {
        channels = List.copyOf(channels);
        problems = List.copyOf(problems);
    }

    /** {@return what counts before any configuration is read: warnings and errors on the console} */
    public static LogSettings beforeConfiguration() {
        return new LogSettings(
                Path.of(""),
                DATE_FORMAT.defaultValue(),
                true,
                RotateStrategy.SEQUENTIAL,
                QUEUE_LIMIT.defaultValue(),
                List.of(DEFAULT_CONSOLE),
                List.of());
    }

    /**
     * What counts without a logger.conf: warnings and errors on the console, notices too in the file {@code messages.log}.
     *
     * @param directory astlogdir
     * @return the settings
     */
    public static LogSettings defaults(Path directory) {
        Set<LogLevel> levels = EnumSet.copyOf(IMPORTANT);
        levels.add(LogLevel.NOTICE);
        return new LogSettings(
                directory,
                DATE_FORMAT.defaultValue(),
                true,
                RotateStrategy.SEQUENTIAL,
                QUEUE_LIMIT.defaultValue(),
                List.of(DEFAULT_CONSOLE, new LogChannel("messages.log", false, levels, 0)),
                List.of());
    }

    /**
     * Reads logger.conf.
     *
     * @param file      the file
     * @param directory astlogdir
     * @return its settings
     */
    public static LogSettings read(ConfigFile file, Path directory) {
        OptionValues general = GENERAL.bind(file);
        List<ConfigProblem> problems = new ArrayList<>(general.problems());
        List<LogChannel> channels = new ArrayList<>();
        ConfigSection section = file.section("logfiles");
        if (section != null) {
            for (ConfigEntry entry : section.entries()) {
                if (entry.key().toLowerCase(Locale.ROOT).startsWith("syslog")) {
                    problems.add(ConfigProblem.warning(
                            entry, "syslog is not supported; log to a file and let a shipper take it from there"));
                } else {
                    channels.add(channel(entry, problems));
                }
            }
        }
        return new LogSettings(
                directory,
                general.get(DATE_FORMAT),
                general.get(CALL_IDS),
                general.get(ROTATION),
                general.get(QUEUE_LIMIT),
                channels,
                problems);
    }

    private static LogChannel channel(ConfigEntry entry, List<ConfigProblem> problems) {
        String value = entry.value();
        if (value.startsWith("[")) {
            int end = value.indexOf(']');
            String formatter = end < 0 ? value : value.substring(1, end);
            if (!formatter.equalsIgnoreCase("default")) {
                problems.add(ConfigProblem.warning(
                        entry, "formatter [" + formatter + "] is not supported; lines are in the default format"));
            }
            value = value.substring(end + 1);
        }
        boolean console = entry.is("console");
        Set<LogLevel> levels = EnumSet.noneOf(LogLevel.class);
        int verbosity = LogChannel.ANY_VERBOSITY;
        for (String each : value.split(",")) {
            String word = each.strip().toLowerCase(Locale.ROOT);
            int parenthesis = word.indexOf('(');
            String number =
                    parenthesis < 0 || !word.endsWith(")") ? "" : word.substring(parenthesis + 1, word.length() - 1);
            String name =
                    parenthesis < 0 ? word : word.substring(0, parenthesis).strip();
            if (name.equals("*")) {
                levels.addAll(EnumSet.allOf(LogLevel.class));
            } else if (!name.isEmpty()) {
                LogLevel level = level(name);
                if (level == null) {
                    problems.add(ConfigProblem.warning(
                            entry,
                            "unknown level '" + name + "' for '" + entry.key()
                                    + "'; known are debug, trace, notice, warning, error, verbose(n), dtmf,"
                                    + " security and *"));
                } else {
                    levels.add(level);
                }
            }
            if (name.equals("verbose") && number.matches("\\d{1,3}")) {
                verbosity = Integer.parseInt(number);
            }
        }
        return new LogChannel(entry.key(), console, levels, verbosity);
    }

    private static @org.jspecify.annotations.Nullable LogLevel level(String name) {
        for (LogLevel level : LogLevel.values()) {
            if (level.name().equalsIgnoreCase(name)) {
                return level;
            }
        }
        return null;
    }

    private static Option<String> unused(String name) {
        return Option.text(name, "", "Known to Asterisk.").withoutEffect();
    }
}
