package org.asterism.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.log.Log;

/** {@code core show version|uptime|settings|sysinfo}. */
final class CoreShowCommands {
    private static final String SETTING = "  %-28s %s";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final AsteriskConf conf;
    private final Switchboard switchboard;
    private final Clockwork clockwork;

    CoreShowCommands(AsteriskConf conf, Switchboard switchboard, Clockwork clockwork) {
        this.conf = conf;
        this.switchboard = switchboard;
        this.clockwork = clockwork;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand("core show version", "Display version info", """
                    Usage: core show version
                           Shows the version, and what it runs on.\
                    """, this::version),
                new DeclaredCommand(
                        "core show uptime",
                        "Show uptime information",
                        """
                        Usage: core show uptime [seconds]
                               Shows how long the switch has been running, and when its
                               configuration was last read.\
                        """,
                        this::uptime,
                        (arguments, prefix) ->
                                arguments.isEmpty() && "seconds".startsWith(prefix) ? List.of("seconds") : List.of()),
                new DeclaredCommand("core show settings", "Show some core settings", """
                    Usage: core show settings
                           Shows the settings that asterisk.conf made, and where things are.\
                    """, this::settings),
                new DeclaredCommand("core show sysinfo", "Show System Information", """
                    Usage: core show sysinfo
                           Shows memory and uptime of the machine, and of this process.\
                    """, this::systemInformation));
    }

    private CliResult version(CliRequest request) {
        request.println(Version.full() + " on Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        return CliResult.SUCCESS;
    }

    private CliResult uptime(CliRequest request) {
        boolean seconds = request.arguments().equals(List.of("seconds"));
        if (!seconds && !request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        if (seconds) {
            request.println("System uptime: " + clockwork.uptime().toSeconds());
            request.println("Last reload: " + clockwork.sinceReload().toSeconds());
        } else {
            request.println("System uptime: " + Uptime.words(clockwork.uptime()));
            request.println("Last reload: " + Uptime.words(clockwork.sinceReload()));
        }
        return CliResult.SUCCESS;
    }

    private CliResult settings(CliRequest request) {
        Directories paths = switchboard.directories();
        request.println("");
        request.println("PBX Core settings");
        request.println("-----------------");
        set(request, "Version", Version.number());
        set(request, "Maximum calls", switchboard.maxCalls() == 0 ? "Not set" : switchboard.maxCalls());
        openFiles().ifPresent(limit -> set(request, "Maximum open file handles", limit));
        set(request, "Current console verbosity", request.output().verbosity());
        set(request, "Debug level", Log.process().debugLevel());
        set(request, "Startup time", time(clockwork.started()));
        set(request, "Last reload time", time(clockwork.lastReload()));
        set(
                request,
                "System",
                System.getProperty("os.name") + "/" + System.getProperty("os.arch") + " Java " + Runtime.version());
        set(request, "System name", switchboard.systemName());
        set(request, "Process ID", ProcessHandle.current().pid());
        set(request, "Running directory", System.getProperty("user.dir"));
        set(request, "Executable includes", conf.options().get(AsteriskConf.EXEC_INCLUDES) ? "Enabled" : "Disabled");
        request.println("");
        request.println("* Directories");
        request.println("  -------------");
        set(request, "Configuration file", conf.file());
        set(request, "Configuration directory", paths.etc());
        set(request, "Module directory", paths.modules());
        set(request, "Spool directory", paths.spool());
        set(request, "Log directory", paths.log());
        set(request, "Run/Sockets directory", paths.run());
        set(request, "PID file", conf.pidFile());
        set(request, "VarLib directory", paths.varlib());
        set(request, "Data directory", paths.data());
        set(request, "ASTDB", switchboard.database().file());
        set(request, "Keys directory", paths.key().resolve("keys"));
        request.println("");
        return CliResult.SUCCESS;
    }

    private CliResult systemInformation(CliRequest request) {
        Map<String, Long> memory;
        double uptimeSeconds;
        try {
            memory = readMemory();
            uptimeSeconds =
                    Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
        } catch (IOException | NumberFormatException e) {
            request.println("This system does not tell (" + e + ")");
            return CliResult.FAILURE;
        }
        request.println("");
        request.println("System Statistics");
        request.println("-----------------");
        request.printf("  System Uptime:             %d hours", (long) (uptimeSeconds / 3600));
        kibibytes(request, "Total RAM", memory, "MemTotal");
        kibibytes(request, "Free RAM", memory, "MemFree");
        kibibytes(request, "Buffer RAM", memory, "Buffers");
        kibibytes(request, "Total Swap Space", memory, "SwapTotal");
        kibibytes(request, "Free Swap Space", memory, "SwapFree");
        request.println("");
        request.println("Process Statistics");
        request.println("------------------");
        Runtime runtime = Runtime.getRuntime();
        request.printf("  %-26s %d", "Processors:", runtime.availableProcessors());
        request.printf("  %-26s %d KiB", "Heap in use:", (runtime.totalMemory() - runtime.freeMemory()) >> 10);
        request.printf("  %-26s %d KiB", "Heap limit:", runtime.maxMemory() >> 10);
        request.println("");
        return CliResult.SUCCESS;
    }

    private static void kibibytes(CliRequest request, String label, Map<String, Long> memory, String key) {
        request.printf("  %-26s %d KiB", label + ":", memory.getOrDefault(key, 0L));
    }

    private static Map<String, Long> readMemory() throws IOException {
        Map<String, Long> memory = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
            String[] words = line.split("[: ]+");
            if (words.length >= 2) {
                memory.put(words[0], Long.parseLong(words[1]));
            }
        }
        return memory;
    }

    private static java.util.Optional<String> openFiles() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
                if (line.startsWith("Max open files")) {
                    return java.util.Optional.of(line.split(" {2,}")[1]);
                }
            }
        } catch (IOException _) {
            // not Linux
        }
        return java.util.Optional.empty();
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static void set(CliRequest request, String name, Object value) {
        request.printf(SETTING, name + ":", value);
    }
}
