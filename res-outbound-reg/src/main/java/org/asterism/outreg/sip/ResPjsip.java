package org.asterism.outreg.sip;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.core.Pbx;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.Truth;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.Resolver;
import org.asterism.core.net.TransportKind;
import org.asterism.core.net.WaitMode;
import org.asterism.core.time.MillisClock;
import org.asterism.outreg.sip.command.StackCommands;
import org.asterism.outreg.sip.config.SipConfiguration;
import org.asterism.outreg.sip.config.SipConfigurationReader;
import org.asterism.outreg.sip.config.StackOptions;
import org.asterism.outreg.sip.config.TransportOptions;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.location.NameService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code res_pjsip}: the SIP stack for other modules. */
@ModuleInfo(name = "res_pjsip", description = "Basic SIP resource", priority = LoadPriority.CHANNEL_DEPENDENCY - 5)
public final class ResPjsip implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(ResPjsip.class);

    private static final String FILE = "pjsip.conf";
    private static final long RELOAD_S = 20;

    private @Nullable SipEngine engine;
    private @Nullable Pbx pbx;
    private final MessageLog log = new MessageLog();

    /** Creates a module that is not loaded. */
    public ResPjsip() {}

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        pbx = context.pbx();
        ConfigCatalogue.Registration help = context.pbx()
                .configCatalogue()
                .register(TransportOptions.SET, StackOptions.SYSTEM, StackOptions.GLOBAL);
        context.onUnload(help::close);
        SipConfiguration configuration = read(() -> parseAtStart(context.pbx()));
        EventLoop loop =
                new EventLoop("sip-0", TransportKind.NIO.newSelector(), MillisClock.system(), WaitMode.BLOCKING);
        SipEngine started;
        try {
            started = new SipEngine(
                    loop,
                    configuration.settings(),
                    NameService.of(new Resolver(MillisClock.system()), loop),
                    new SecureRandom(),
                    log);
        } catch (IOException e) {
            throw new ModuleDeclined("the SIP stack cannot start: " + e.getMessage());
        }
        engine = started;
        switchLog(configuration.settings().debug());
        configuration.transports().forEach(transport -> bind(started, transport));
        for (CliCommand command : StackCommands.all(started, log)) {
            context.register(command);
        }
        loop.start();
        context.provide(SipStack.class, started);
    }

    /** Where pjsip.conf comes from. */
    private interface Source {
        ConfigFile file() throws ConfigException;
    }

    private static SipConfiguration read(Source source) throws ModuleDeclined {
        try {
            SipConfiguration configuration = SipConfigurationReader.read(source.file(), userAgent());
            configuration.problems().forEach(problem -> problem.log(LOG));
            return configuration;
        } catch (ConfigException e) {
            throw new ModuleDeclined(String.valueOf(e.getMessage()));
        }
    }

    /** As Asterisk, the stack starts with nothing when the file is spoilt: mended, it needs no more than a reload. */
    private static ConfigFile parseAtStart(Pbx pbx) throws ConfigException {
        try {
            return pbx.config().parse(FILE);
        } catch (ConfigException e) {
            if (e.reason() != ConfigException.Reason.REJECTED) {
                throw e;
            }
            LOG.error(e.getMessage());
            LOG.error("Nothing of {} is used; mend it and say: pjsip reload", FILE);
            return ConfigFile.empty(FILE);
        }
    }

    private static String userAgent() {
        String version = ResPjsip.class.getPackage().getImplementationVersion();
        return version == null ? "Asterism PBX" : "Asterism PBX " + version;
    }

    private void switchLog(String debug) {
        Boolean on = Truth.parse(debug);
        if (on != null) {
            if (on) {
                log.on();
            }
            return;
        }
        try {
            log.host(debug, false);
        } catch (IllegalArgumentException _) {
            LOG.warn("pjsip.conf: debug must be yes, no or an address, not '{}'", debug);
        }
    }

    private static void bind(SipEngine engine, TransportSettings transport) {
        try {
            engine.bind(transport);
        } catch (IOException e) {
            LOG.error(
                    "Transport '{}' could not be started: {}; look at its bind, cert_file and priv_key_file in"
                            + " pjsip.conf",
                    transport.name(),
                    e.getMessage());
        }
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        SipEngine running = engine;
        Pbx current = pbx;
        if (running == null || current == null) {
            return;
        }
        SipConfiguration configuration = read(() -> current.config().parse(FILE));
        try {
            running.loop()
                    .ask(() -> {
                        apply(running, configuration);
                        return true;
                    })
                    .get(RELOAD_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModuleDeclined("the reload was interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw new ModuleDeclined("the SIP stack did not take the new configuration: " + e);
        }
    }

    private static void apply(SipEngine running, SipConfiguration configuration) {
        running.setSettings(configuration.settings());
        List<TransportSettings> before = running.transports();
        for (TransportSettings old : before) {
            if (configuration.transports().stream()
                    .noneMatch(each -> each.name().equals(old.name()))) {
                running.unbind(old.name());
            }
        }
        for (TransportSettings wanted : configuration.transports()) {
            TransportSettings old = before.stream()
                    .filter(each -> each.name().equals(wanted.name()))
                    .findFirst()
                    .orElse(null);
            if (old == null) {
                bind(running, wanted);
            } else if (!old.sameAs(wanted) && wanted.allowReload()) {
                running.unbind(old.name());
                bind(running, wanted);
            } else if (!old.sameAs(wanted)) {
                LOG.warn(
                        "Transport '{}' is not fully reloadable, not reloading: protocol, bind, TLS, TCP, ToS, or CoS"
                                + " options. Write allow_reload = yes in it, or restart.",
                        wanted.name());
            }
        }
    }

    @Override
    public void unload() {
        SipEngine running = engine;
        if (running != null) {
            engine = null;
            running.close();
        }
    }
}
