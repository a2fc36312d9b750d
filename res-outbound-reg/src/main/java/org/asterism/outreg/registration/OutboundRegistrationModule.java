package org.asterism.outreg.registration;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asterism.core.Pbx;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.asterism.core.time.MillisClock;
import org.asterism.outreg.command.PjsipCommands;
import org.asterism.outreg.command.ReloadCommand;
import org.asterism.outreg.config.PjsipConfiguration;
import org.asterism.outreg.config.PjsipConfigurationReader;
import org.asterism.outreg.manager.RegistrationActions;
import org.asterism.outreg.sip.SipStack;
import org.asterism.outreg.sip.config.TransportSettings;
import org.asterism.outreg.sip.transport.AddressFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code res_pjsip_outbound_registration}: keeps us registered with SIP registrars. */
@ModuleInfo(
        name = "res_pjsip_outbound_registration",
        description = "PJSIP Outbound Registration Support",
        requires = {"res_pjsip"},
        priority = LoadPriority.APP_DEPENDENCY)
public final class OutboundRegistrationModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(OutboundRegistrationModule.class);

    /** How long registrars have to confirm that we leave; the loader waits a little longer. */
    private static final int FAREWELL_MS = 8000;

    /** What there is while the module is loaded. */
    private record Running(
            Pbx pbx, SipStack stack, Registrations registrations, HostAddresses hosts, RegistrationService service) {}

    private @Nullable Running running;
    private @Nullable ConfigFile file;

    /** Creates a module that is not loaded. */
    public OutboundRegistrationModule() {}

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        Pbx pbx = context.pbx();
        SipStack stack = pbx.services().find(SipStack.class);
        if (stack == null) {
            throw new ModuleDeclined("res_pjsip offers no SIP stack; look why in the log above");
        }
        ConfigCatalogue.Registration help = PjsipConfigurationReader.document(pbx.configCatalogue());
        context.onUnload(help::close);
        PjsipConfiguration configuration = PjsipConfigurationReader.read(parseAtStart(pbx));
        configuration.problems().forEach(problem -> problem.log(LOG));

        Registrations registrations =
                new Registrations(stack, new SecureRandom(), new RegistrationReports(pbx.events()));
        RegistrationService service = new RegistrationService(registrations, stack.loop(), MillisClock.system());
        HostAddresses hosts = new HostAddresses(stack.names(), stack.loop());
        Running now = new Running(pbx, stack, registrations, hosts, service);
        running = now;
        for (CliCommand command :
                PjsipCommands.all(registrations::configuration, service, name -> transportLine(stack, name))) {
            context.register(command);
        }
        RegistrationActions.all(registrations::configuration, service).forEach(context::register);
        context.register(new ReloadCommand(pbx.cli(), () -> service.tell(registrations::reconsider)));
        context.onUnload(pbx.registrations().add(service));
        SipStack.Subscription calls = stack.addRequestHandler(
                new IncomingCalls(new EndpointIdentification(registrations, hosts), pbx.dialplan()));
        context.onUnload(calls::close);
        SipStack.Subscription connections =
                stack.addConnectionListener((hop, _) -> registrations.connectionClosed(hop));
        context.onUnload(connections::close);
        context.onUnload(() -> service.tell(() -> hosts.follow(Set.of())));
        service.carryOut(() -> configure(now, configuration));
    }

    /** Goes over to another configuration. Loop's thread. */
    private static void configure(Running running, PjsipConfiguration configuration) {
        running.registrations().configure(configuration);
        running.hosts().follow(EndpointIdentification.hostsOf(configuration));
    }

    /** A spoilt file is one without objects, as in Asterisk: mended, it needs no more than a reload. */
    private ConfigFile parseAtStart(Pbx pbx) throws ModuleDeclined {
        try {
            ConfigFile read = pbx.config().parse(PjsipConfigurationReader.FILE);
            file = read;
            return read;
        } catch (ConfigException e) {
            if (e.reason() != ConfigException.Reason.REJECTED) {
                throw declined(e);
            }
            tellSpoilt();
            return ConfigFile.empty(PjsipConfigurationReader.FILE);
        }
    }

    private static ConfigFile parse(Pbx pbx) throws ModuleDeclined {
        try {
            return pbx.config().parse(PjsipConfigurationReader.FILE);
        } catch (ConfigException e) {
            if (e.reason() == ConfigException.Reason.REJECTED) {
                tellSpoilt();
            }
            throw declined(e);
        }
    }

    private static void tellSpoilt() {
        LOG.error("Contents of config file '{}' are invalid and cannot be parsed", PjsipConfigurationReader.FILE);
    }

    private static ModuleDeclined declined(ConfigException cause) {
        return new ModuleDeclined(String.valueOf(cause.getMessage()), cause);
    }

    private static @Nullable String transportLine(SipStack stack, String name) {
        for (TransportSettings each : stack.transports()) {
            if (each.name().equals(name)) {
                return String.format(
                        Locale.ROOT,
                        "%-21s  %6s  %5d  %5d  %s",
                        name,
                        each.protocol().word(),
                        0,
                        each.tos(),
                        AddressFormat.of(each.bind()));
            }
        }
        return null;
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        Running current = running;
        ConfigFile before = file;
        if (current == null || (before != null && !before.hasChanged())) {
            return;
        }
        ConfigFile read = parse(current.pbx());
        PjsipConfiguration configuration = PjsipConfigurationReader.read(read);
        configuration.problems().forEach(problem -> problem.log(LOG));
        if (configuration.hasErrors()) {
            throw new ModuleDeclined(PjsipConfigurationReader.FILE
                    + " has mistakes, told above with their lines: all objects stay as they were; mend them"
                    + " and reload");
        }
        file = read;
        current.service().carryOut(() -> configure(current, configuration));
    }

    @Override
    public void unload() {
        Running current = running;
        running = null;
        if (current == null) {
            return;
        }
        if (!current.pbx().endsNow()) {
            sayGoodbye(current);
        }
        current.service().tell(current.registrations()::abandonAll);
    }

    /** Unregisters all at once, and gives the registrars a while to answer. */
    private static void sayGoodbye(Running current) {
        CountDownLatch gone = new CountDownLatch(1);
        current.service().tell(() -> current.registrations().leaveAll(gone::countDown));
        try {
            if (!gone.await(FAREWELL_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "{} outbound registrations have not been confirmed to have ended",
                        current.registrations().leavingCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
