package org.asterism.outreg.rpt;

import java.io.IOException;
import org.asterism.core.Pbx;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code res_rpt_http_registrations}: registers the nodes of rpt_http_registrations.conf by HTTP. */
@ModuleInfo(name = "res_rpt_http_registrations", description = "RPT Periodic HTTP Registrations")
public final class HttpRegistrationsModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(HttpRegistrationsModule.class);

    private @Nullable Pbx pbx;
    private @Nullable HttpRegistrations registrations;
    private volatile int iaxPort;

    /** Creates a module that is not loaded. */
    public HttpRegistrationsModule() {}

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        ConfigCatalogue.Registration options =
                context.pbx().configCatalogue().register(HttpConfiguration.GENERAL, HttpConfiguration.REGISTRATIONS);
        context.onUnload(options::close);
        pbx = context.pbx();
        HttpRegistrations all = new HttpRegistrations(context.pbx().events(), () -> iaxPort);
        context.onUnload(all::close);
        apply(context.pbx(), all);
        registrations = all;
        context.onUnload(context.pbx().registrations().add(all));
        context.register(new ShowRegistrations(all));
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        Pbx loadedIn = pbx;
        HttpRegistrations all = registrations;
        if (loadedIn != null && all != null) {
            apply(loadedIn, all);
        }
    }

    private void apply(Pbx from, HttpRegistrations to) throws ModuleDeclined {
        HttpConfiguration configuration = read(from);
        iaxPort = bindPort(from);
        try {
            to.configure(configuration);
        } catch (IOException e) {
            throw new ModuleDeclined(HttpConfiguration.FILE + ": ca_list_file: " + e.getMessage());
        }
    }

    private static HttpConfiguration read(Pbx pbx) throws ModuleDeclined {
        try {
            HttpConfiguration configuration =
                    HttpConfiguration.read(pbx.config().parse(HttpConfiguration.FILE));
            for (ConfigProblem problem : configuration.problems()) {
                problem.log(LOG);
            }
            return configuration;
        } catch (ConfigException e) {
            if (e.reason() == ConfigException.Reason.MISSING) {
                return HttpConfiguration.NONE;
            }
            throw new ModuleDeclined(HttpConfiguration.FILE + " cannot be used: " + e.getMessage());
        }
    }

    /** Our IAX2 port as iax.conf has it: the registrar tells others to call us there. */
    private static int bindPort(Pbx pbx) {
        try {
            ConfigFile iax = pbx.config().parse("iax.conf");
            ConfigSection general = iax.section("general");
            String port = general == null ? null : general.last("bindport");
            return port != null && port.trim().matches("\\d{1,5}") ? Integer.parseInt(port.trim()) : 0;
        } catch (ConfigException e) {
            LOG.warn("The registrar is not told our IAX2 port: {}", e.getMessage());
            return 0;
        }
    }
}
