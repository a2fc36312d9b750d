package org.asterism.iax2.channel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.module.LoadPriority;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.module.ModuleInfo;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.LoopSettings;
import org.asterism.core.net.TransportKind;
import org.asterism.core.time.MillisClock;
import org.asterism.iax2.cli.Iax2Commands;
import org.asterism.iax2.config.IaxConfigurationReader;
import org.asterism.iax2.manager.Iax2Actions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code chan_iax2}: calls, registrations and registrants over IAX2. */
@ModuleInfo(
        name = "chan_iax2",
        description = "Inter Asterisk eXchange (Ver 2)",
        optional = {"res_registrar"},
        priority = LoadPriority.CHANNEL_DRIVER)
public final class ChanIax2 implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(ChanIax2.class);

    private @Nullable Iax2Driver driver;

    /** Creates a module that is not loaded. */
    public ChanIax2() {}

    @Override
    public void load(ModuleContext context) throws ModuleDeclined {
        ConfigCatalogue.Registration help =
                IaxConfigurationReader.document(context.pbx().configCatalogue());
        context.onUnload(help::close);
        IaxFiles files = IaxFiles.read(context.pbx());
        List<EventLoop> loops = loops(context.pbx().loops());
        Iax2Driver started;
        try {
            started = new Iax2Driver(context.pbx(), files, loops);
        } catch (IOException e) {
            throw new ModuleDeclined(
                    "iax.conf: " + e.getMessage() + "; change bindaddr or bindport, or end who uses it");
        }
        driver = started;
        context.register(started.technology());
        context.register(new IaxVarFunction());
        context.register(new IaxPeerFunction(started));
        DriverFacts facts = new DriverFacts(started);
        Iax2Commands.all(facts).forEach(context::register);
        Iax2Actions.all(facts).forEach(context::register);
        context.onUnload(context.pbx().registrations().add(new ListedRegistrations(facts)));
        started.start();
    }

    private static List<EventLoop> loops(LoopSettings settings) throws ModuleDeclined {
        int count = settings.shardsFor(Runtime.getRuntime().availableProcessors());
        if (count > 1 && settings.transport().resolved() != TransportKind.MMSG) {
            if (settings.shards() > 1) {
                LOG.warn("asterisk.conf: shards = {} needs transport = mmsg; one thread moves all frames", count);
            }
            count = 1;
        }
        List<EventLoop> loops = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                loops.add(new EventLoop(
                        "iax2-" + i,
                        settings.transport().newSelector(),
                        MillisClock.system(),
                        settings.waiting(),
                        settings.tickNs()));
            }
        } catch (UnsupportedOperationException e) {
            loops.forEach(EventLoop::close);
            throw new ModuleDeclined("asterisk.conf: " + e.getMessage() + "; take transport=auto or nio");
        }
        return loops;
    }

    @Override
    public void unload() {
        Iax2Driver running = driver;
        if (running != null) {
            driver = null;
            running.stop();
        }
    }

    @Override
    public boolean reloadable() {
        return true;
    }

    @Override
    public void reload() throws ModuleDeclined {
        Iax2Driver running = driver;
        if (running != null) {
            running.reload();
        }
    }

    @Override
    public int useCount() {
        Iax2Driver running = driver;
        return running == null ? 0 : running.channels();
    }
}
