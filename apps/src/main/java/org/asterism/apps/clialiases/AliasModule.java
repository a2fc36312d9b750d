package org.asterism.apps.clialiases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code res_clialiases}. Where there is no cli_aliases.conf, the aliases of Asterisk's sample file are there: help, reload ... */
@ModuleInfo(name = "res_clialiases", description = "CLI Aliases")
public final class AliasModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(AliasModule.class);
    private static final String FILE = "cli_aliases.conf";
    private static final String DEFAULTS = """
        [general]
        template = friendly
        [friendly]
        hangup request=channel request hangup
        originate=channel originate
        help=core show help
        reload=module reload
        """;
    private static final int MAX_ALIASES = 1_000;

    private final List<AliasCommand> aliases = new ArrayList<>();
    private final List<Runnable> registrations = new ArrayList<>();
    private @Nullable CliRegistry registry;
    private @Nullable ConfigParser parser;
    private String module = "";

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        registry = context.pbx().cli();
        parser = context.pbx().config();
        module = context.moduleName();
        context.register(new DeclaredCommand("cli show aliases", "Show CLI command aliases", """
            Usage: cli show aliases
                   Lists the aliases of console commands and what they stand for.\
            """, this::show));
        context.onUnload(this::withdraw);
        reload();
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public synchronized void reload() throws ModuleDeclined {
        CliRegistry commands = registry;
        ConfigParser files = parser;
        if (commands == null || files == null) {
            return;
        }
        ConfigFile file = read(files);
        List<ConfigEntry> wanted = wanted(file);
        withdraw();
        for (ConfigEntry entry : wanted) {
            offer(commands, entry);
        }
    }

    private static ConfigFile read(ConfigParser files) throws ModuleDeclined {
        try {
            return files.parse(FILE);
        } catch (ConfigException e) {
            if (e.reason() != ConfigException.Reason.MISSING) {
                throw new ModuleDeclined(String.valueOf(e.getMessage()));
            }
        }
        try {
            return ConfigFile.ofText(FILE, DEFAULTS);
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConfigEntry> wanted(ConfigFile file) {
        ConfigSection general = file.section("general");
        List<ConfigEntry> wanted = new ArrayList<>();
        if (general == null) {
            return wanted;
        }
        for (ConfigEntry template : general.all("template")) {
            ConfigSection section = file.section(template.value());
            if (section == null) {
                LOG.warn("{}: there is no section [{}]", template.where(), template.value());
            } else {
                wanted.addAll(section.entries());
            }
        }
        return wanted;
    }

    private void offer(CliRegistry commands, ConfigEntry entry) {
        if (aliases.size() >= MAX_ALIASES) {
            LOG.warn("{}: more than {} aliases; '{}' is left out", entry.where(), MAX_ALIASES, entry.key());
            return;
        }
        AliasCommand alias = new AliasCommand(commands, entry.key(), entry.value());
        if ((entry.value() + " ")
                .toLowerCase(Locale.ROOT)
                .startsWith(entry.key().toLowerCase(Locale.ROOT) + " ")) {
            LOG.warn("{}: '{}' would stand for itself; it is left out", entry.where(), entry.key());
            return;
        }
        try {
            registrations.add(commands.register(alias, module));
            aliases.add(alias);
        } catch (IllegalStateException e) {
            LOG.warn("{}: {}", entry.where(), e.getMessage());
        }
    }

    private synchronized void withdraw() {
        registrations.forEach(Runnable::run);
        registrations.clear();
        aliases.clear();
    }

    private synchronized CliResult show(CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        request.printf("%-50.50s %-50.50s", "Alias Command", "Real Command");
        for (AliasCommand alias : aliases) {
            request.printf("%-50.50s %-50.50s", alias.words(), alias.target());
        }
        return CliResult.SUCCESS;
    }
}
