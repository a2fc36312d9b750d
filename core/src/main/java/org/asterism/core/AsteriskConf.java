package org.asterism.core;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;
import org.asterism.core.net.LoopSettings;
import org.asterism.core.net.TransportKind;
import org.asterism.core.net.WaitMode;

/** asterisk.conf: where things are, and how the process behaves. Relative paths are relative to the folder of the file. */
final class AsteriskConf {
    static final String FILE = "asterisk.conf";

    static final Option<Integer> VERBOSE =
            Option.integer("verbose", 0, 100, 0, "Verbosity of the console at the start, as -v.");
    static final Option<Integer> DEBUG =
            Option.integer("debug", 0, 100, 0, "Debug level at the start, as -d: above 0, DEBUG lines are made.");
    static final Option<Boolean> NO_FORK = Option.bool("nofork", false, "Stay in the foreground, as -f.");
    static final Option<Boolean> ALWAYS_FORK =
            Option.bool("alwaysfork", false, "Go to the background even with a console or verbosity, as -F.");
    static final Option<Boolean> CONSOLE = Option.bool("console", false, "Provide a console on the terminal, as -c.");
    static final Option<Boolean> QUIET = Option.bool("quiet", false, "Nothing but errors on the console, as -q.");
    static final Option<Boolean> TIMESTAMP =
            Option.bool("timestamp", false, "The time in front of verbose messages on the console, as -T.");
    static final Option<Boolean> NO_COLOR = Option.bool("nocolor", false, "No colours on the console, as -n.");
    static final Option<Boolean> EXEC_INCLUDES =
            Option.bool("execincludes", false, "Whether #exec in configuration files is carried out.");
    static final Option<String> SYSTEM_NAME =
            Option.text("systemname", "", "Put in front of unique ids, so that several systems do not share any.");
    static final Option<Boolean> AUTO_SYSTEM_NAME =
            Option.bool("autosystemname", false, "Take the host name as systemname.");
    static final Option<Integer> MAX_CALLS =
            Option.integer("maxcalls", 0, 10_000_000, 0, "How many channels may exist at once; 0 for no limit.");
    static final Option<Boolean> HIDE_CONNECT =
            Option.bool("hideconnect", false, "Do not say when a remote console connects or leaves.");

    private static final Map<String, Integer> SHARD_WORDS =
            Map.of("auto", LoopSettings.DEFAULT.shards(), "1", 1, "2", 2, "4", 4, "8", 8, "16", 16);

    static final Option<TransportKind> TRANSPORT = Option.oneOf(
            "transport",
            TransportKind.AUTO,
            "How datagrams get in and out: mmsg in batches (Linux on x86-64 and aarch64), nio through the JDK's"
                    + " channels (everywhere), auto as mmsg where it works.");
    static final Option<WaitMode> WAIT_STRATEGY = Option.oneOf(
            "waitstrategy",
            Arrays.stream(WaitMode.values()).collect(Collectors.toMap(WaitMode::word, mode -> mode)),
            LoopSettings.DEFAULT.waiting(),
            "What threads that move frames do between frames. adaptive: sleep until one comes, but look only once in a"
                + " tick while they come often and singly. blocking: always sleep until one comes. tick: look once in"
                + " a tick. spinning: never sleep, for cores of their own.");
    static final Option<Integer> WAIT_TICK = Option.integer(
            "waittick", 100, 20_000, LoopSettings.DEFAULT.tickMicros(), "The tick of waitstrategy, in microseconds.");
    static final Option<Integer> SHARDS = Option.oneOf(
            "shards",
            SHARD_WORDS,
            LoopSettings.DEFAULT.shards(),
            "How many threads share the frames of chan_iax2, each with the far ends of some addresses: 1, 2, 4, 8 or"
                    + " 16. auto: one for each four cores. More than one needs transport=mmsg.");

    static final OptionSet OPTIONS = OptionSet.of(
            FILE,
            "options",
            "How the process behaves.",
            VERBOSE,
            DEBUG,
            NO_FORK,
            ALWAYS_FORK,
            CONSOLE,
            QUIET,
            TIMESTAMP,
            NO_COLOR,
            EXEC_INCLUDES,
            SYSTEM_NAME,
            AUTO_SYSTEM_NAME,
            MAX_CALLS,
            HIDE_CONNECT,
            TRANSPORT,
            WAIT_STRATEGY,
            WAIT_TICK,
            SHARDS,
            unused("trace"),
            unused("refdebug"),
            unused("highpriority"),
            unused("initcrypto"),
            unused("dontwarn"),
            unused("dumpcore"),
            unused("languageprefix"),
            unused("mindtmfduration"),
            unused("maxload"),
            unused("maxfiles"),
            unused("minmemfree"),
            unused("cache_media_frames"),
            unused("cache_record_files"),
            unused("record_cache_dir"),
            unused("transmit_silence"),
            unused("transcode_via_sln"),
            unused("runuser"),
            unused("rungroup"),
            unused("lightbackground"),
            unused("forceblackbackground"),
            unused("defaultlanguage"),
            unused("documentation_language"),
            unused("lockmode"),
            unused("lockconfdir"),
            unused("stdexten"),
            unused("live_dangerously"),
            unused("entityid"),
            unused("rtp_use_dynamic"),
            unused("rtp_pt_dynamic"),
            unused("hide_messaging_ami_events"),
            unused("sounds_search_custom_dir"),
            unused("channel_storage_backend"),
            unused("disable_remote_console_shell"));

    static final Option<String> CONTROL_SOCKET =
            Option.text("astctl", "asterisk.ctl", "The control socket's file name, in astrundir.");
    static final Option<String> CONTROL_PERMISSIONS =
            Option.text("astctlpermissions", "0600", "The control socket's mode, in octal.");

    static final OptionSet FILES = OptionSet.of(
            FILE,
            "files",
            "The control socket.",
            CONTROL_SOCKET,
            CONTROL_PERMISSIONS,
            unused("astctlowner"),
            unused("astctlgroup"));

    private final Path file;
    private final OptionValues options;
    private final OptionValues files;
    private final ConfiguredDirectories directories;

    private AsteriskConf(Path file, OptionValues options, OptionValues files, ConfiguredDirectories directories) {
        this.file = file;
        this.options = options;
        this.files = files;
        this.directories = directories;
    }

    /**
     * Reads the file.
     *
     * @param file where it is
     * @param home where the program is
     * @return what it says
     * @throws ConfigException it cannot be used; {@link ConfigException.Reason#MISSING} when there is none
     */
    static AsteriskConf read(Path file, Path home) throws ConfigException {
        Path folder = folder(file);
        return of(file, home, ConfigFile.parse(folder, file.toAbsolutePath().toString()));
    }

    /**
     * What counts where there is no file.
     *
     * @param file where it would be
     * @param home where the program is
     * @return the defaults
     */
    static AsteriskConf defaults(Path file, Path home) {
        return new AsteriskConf(
                file,
                OPTIONS.defaults(),
                FILES.defaults(),
                ConfiguredDirectories.of(ConfiguredDirectories.OPTIONS.defaults(), folder(file), home));
    }

    private static AsteriskConf of(Path file, Path home, ConfigFile parsed) {
        return new AsteriskConf(
                file,
                OPTIONS.bind(parsed),
                FILES.bind(parsed),
                ConfiguredDirectories.of(ConfiguredDirectories.OPTIONS.bind(parsed), folder(file), home));
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath().getRoot() : parent;
    }

    /** {@return the file} */
    Path file() {
        return file;
    }

    /** {@return section [options]} */
    OptionValues options() {
        return options;
    }

    /** {@return section [files]} */
    OptionValues files() {
        return files;
    }

    /** {@return section [directories]} */
    ConfiguredDirectories directories() {
        return directories;
    }

    /** {@return how datagrams are moved} */
    LoopSettings loops() {
        return new LoopSettings(
                options.get(TRANSPORT), options.get(WAIT_STRATEGY), options.get(WAIT_TICK), options.get(SHARDS));
    }

    /** {@return the control socket} */
    Path controlSocket() {
        return directories.paths().run().resolve(files.get(CONTROL_SOCKET));
    }

    /** {@return the PID file} */
    Path pidFile() {
        return directories.paths().run().resolve("asterisk.pid");
    }

    /** {@return what its author should know} */
    List<org.asterism.core.config.ConfigProblem> problems() {
        List<org.asterism.core.config.ConfigProblem> all =
                new java.util.ArrayList<>(directories.values().problems());
        all.addAll(options.problems());
        all.addAll(files.problems());
        return all;
    }

    static Option<String> unused(String name) {
        return Option.text(name, "", "Known to Asterisk.").withoutEffect();
    }
}
