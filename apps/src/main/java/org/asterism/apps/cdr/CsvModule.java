package org.asterism.apps.cdr;

import java.util.Objects;
import org.asterism.core.cdr.CallDetailRecords;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.asterism.core.module.SupportLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code cdr_csv}: call detail records in {@code cdr-csv/Master.csv} under astlogdir, in Asterisk's columns. */
@ModuleInfo(
        name = "cdr_csv",
        description = "Comma Separated Values CDR Backend",
        requires = "cdr",
        priority = LoadPriority.CDR_DRIVER,
        support = SupportLevel.EXTENDED)
public final class CsvModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(CsvModule.class);

    private @Nullable ModuleContext module;
    private @Nullable CsvFiles files;

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        CsvOptions options = read(context);
        CsvFiles written = new CsvFiles(context.pbx().directories().log().resolve("cdr-csv"), options);
        CallDetailRecords records =
                Objects.requireNonNull(context.pbx().services().find(CallDetailRecords.class), "cdr");
        ConfigCatalogue.Registration documented =
                context.pbx().configCatalogue().register(CsvOptions.SECTION);
        context.onUnload(documented::close);
        context.onUnload(records.register(written));
        module = context;
        files = written;
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        if (module != null && files != null) {
            files.options(read(module));
        }
    }

    private static CsvOptions read(ModuleContext context) throws ModuleDeclined {
        try {
            ConfigFile file = context.pbx().config().parse(CsvOptions.FILE);
            if (file.section("csv") == null) {
                throw new ModuleDeclined(
                        CsvOptions.FILE + " has no section [csv]: call detail records are not written to CSV files");
            }
            CsvOptions options = CsvOptions.read(file);
            options.problems().forEach(problem -> problem.log(LOG));
            return options;
        } catch (ConfigException e) {
            throw new ModuleDeclined(String.valueOf(e.getMessage()), e);
        }
    }
}
