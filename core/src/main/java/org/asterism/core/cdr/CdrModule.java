package org.asterism.core.cdr;

import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Call detail records as a part of core that can be reloaded: cdr.conf, and the {@code cdr} commands. */
@ModuleInfo(name = "cdr", description = "CDR Engine", priority = LoadPriority.CORE)
public final class CdrModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(CdrModule.class);

    private final CallDetailRecords records;
    private @Nullable ConfigParser config;

    /**
     * @param records what is configured
     */
    public CdrModule(CallDetailRecords records) {
        this.records = records;
    }

    @Override
    public void load(ModuleContext context) {
        ConfigParser parser = context.pbx().config();
        config = parser;
        try {
            apply(parser);
        } catch (ConfigException e) {
            LOG.error("{}; calls are recorded as without a {}", e.getMessage(), RecordSettings.FILE);
        }
        ConfigCatalogue.Registration documented =
                context.pbx().configCatalogue().register(RecordSettings.GENERAL);
        context.onUnload(documented::close);
        context.onUnload(context.pbx().channels().subscribe(records.listener()));
        context.provide(CallDetailRecords.class, records);
        new RecordCommands(records, context.pbx().channels()).all().forEach(context::register);
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        if (config != null) {
            try {
                apply(config);
            } catch (ConfigException e) {
                throw new ModuleDeclined(String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Override
    public void unload() {
        records.close();
    }

    private void apply(ConfigParser parser) throws ConfigException {
        RecordSettings settings;
        try {
            settings = RecordSettings.read(parser.parse(RecordSettings.FILE));
        } catch (ConfigException e) {
            if (e.reason() != ConfigException.Reason.MISSING) {
                throw e;
            }
            settings = RecordSettings.defaults();
        }
        records.settings(settings);
        settings.problems().forEach(problem -> problem.log(LOG));
    }
}
