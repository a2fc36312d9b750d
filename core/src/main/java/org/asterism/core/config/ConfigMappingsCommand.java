package org.asterism.core.config;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;

/** {@code core show config mappings}: which configuration files are read from which database. */
public final class ConfigMappingsCommand implements CliCommand {
    private final RealtimeMappings mappings;

    /**
     * @param mappings what is listed
     */
    public ConfigMappingsCommand(RealtimeMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String words() {
        return "core show config mappings";
    }

    @Override
    public String summary() {
        return "Display config mappings (file names to config engines)";
    }

    @Override
    public String usage() {
        return """
            Usage: core show config mappings
                   Shows which configuration files extconfig.conf has read from which database.\
            """;
    }

    @Override
    public CliResult run(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        List<RealtimeMapping> all = mappings.all();
        List<String> engines = mappings.engines();
        for (String engine : engines) {
            request.println("Config Engine: " + engine);
            all.stream().filter(each -> each.engine().equals(engine)).forEach(each -> show(request, each));
        }
        List<RealtimeMapping> homeless =
                all.stream().filter(each -> !engines.contains(each.engine())).toList();
        if (!homeless.isEmpty()) {
            request.println("Without an engine: no module that is loaded reads these");
            homeless.forEach(each -> show(request, each));
        }
        if (engines.isEmpty() && homeless.isEmpty()) {
            request.println("No config mappings found.");
        }
        return CliResult.SUCCESS;
    }

    private static void show(CliRequest request, RealtimeMapping each) {
        request.println("===> " + each.file() + " (db=" + each.database() + ", table=" + each.table() + ")");
    }
}
