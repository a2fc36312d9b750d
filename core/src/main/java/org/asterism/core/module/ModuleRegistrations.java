package org.asterism.core.module;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.manager.ManagerAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one module has registered, in order, so that it can be taken back. Safe for any thread. */
final class ModuleRegistrations implements ModuleContext {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleRegistrations.class);

    private final String module;
    private final Pbx pbx;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Set<String> applications = ConcurrentHashMap.newKeySet();
    private boolean closed;

    ModuleRegistrations(String module, Pbx pbx) {
        this.module = module;
        this.pbx = pbx;
    }

    @Override
    public String moduleName() {
        return module;
    }

    @Override
    public Pbx pbx() {
        return pbx;
    }

    @Override
    public void register(Application application) {
        onUnload(pbx.applications().register(application.name(), application, module));
        applications.add(application.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void register(DialplanFunction function) {
        onUnload(pbx.functions().register(function.name(), function, module));
    }

    @Override
    public void register(CliCommand command) {
        onUnload(pbx.cli().register(command, module));
    }

    @Override
    public void register(ManagerAction action) {
        onUnload(pbx.managerActions().register(action.name(), action, module));
    }

    @Override
    public void register(ChannelTechnology technology) {
        onUnload(pbx.technologies().register(technology.name(), technology, module));
    }

    @Override
    public <T> void provide(Class<T> type, T service) {
        pbx.services().provide(type, service);
        onUnload(() -> pbx.services().withdraw(type, service));
    }

    @Override
    public void onUnload(Runnable action) {
        synchronized (undo) {
            if (!closed) {
                undo.push(action);
                return;
            }
        }
        action.run(); // a start that went past its deadline goes on registering
    }

    /** {@return how many channels run an application of this module now} */
    int channels() {
        if (applications.isEmpty()) {
            return 0;
        }
        int count = 0;
        for (Channel channel : pbx.channels().all()) {
            if (applications.contains(channel.application().toLowerCase(Locale.ROOT))) {
                count++;
            }
        }
        return count;
    }

    /** Takes everything back, the last first. */
    void close() {
        while (true) {
            Runnable action;
            synchronized (undo) {
                closed = true;
                action = undo.poll();
            }
            if (action == null) {
                return;
            }
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("Module {} could not take something back", module, e);
            }
        }
    }
}
