package org.asterism.core.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;

/** Loads one module into a {@link TestPbx}, and runs its applications. */
public final class ModuleHarness implements ModuleContext, AutoCloseable {
    private final Pbx pbx;
    private final LoadableModule module;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /**
     * @param pbx    the switch
     * @param module is loaded
     * @throws Exception the module declined
     */
    public ModuleHarness(Pbx pbx, LoadableModule module) throws Exception {
        this.pbx = pbx;
        this.module = module;
        module.load(this);
    }

    /**
     * Runs an application as the dialplan would, on a virtual thread.
     *
     * @param channel     who runs it
     * @param application its name
     * @param arguments   the text between the parentheses
     * @return done when it returns; fails with what it throws
     */
    public CompletableFuture<Void> run(Channel channel, String application, String arguments) {
        Application found = Objects.requireNonNull(pbx.applications().find(application), application);
        CompletableFuture<Void> result = new CompletableFuture<Void>().orTimeout(60, TimeUnit.SECONDS);
        Thread.ofVirtual().start(() -> {
            try {
                channel.application(found.name(), arguments);
                found.execute(channel, arguments);
                result.complete(null);
            } catch (ApplicationFailed | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /**
     * What ended an application.
     *
     * @param running as {@link #run} returned it
     * @return what it threw
     */
    public static Throwable failure(CompletableFuture<Void> running) {
        try {
            running.join();
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        }
        throw new AssertionError("the application returned");
    }

    @Override
    public void close() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
        module.unload();
    }

    @Override
    public String moduleName() {
        return module.getClass().getSimpleName();
    }

    @Override
    public Pbx pbx() {
        return pbx;
    }

    @Override
    public void register(Application application) {
        undo.push(pbx.applications().register(application.name(), application, moduleName()));
    }

    @Override
    public void register(DialplanFunction function) {
        undo.push(pbx.functions().register(function.name(), function, moduleName()));
    }

    @Override
    public void register(ManagerAction action) {
        onUnload(pbx.managerActions().register(action.name(), action, moduleName()));
    }

    @Override
    public void register(CliCommand command) {
        undo.push(pbx.cli().register(command, moduleName()));
    }

    @Override
    public void register(ChannelTechnology technology) {
        undo.push(pbx.technologies().register(technology.name(), technology, moduleName()));
    }

    @Override
    public <T> void provide(Class<T> type, T service) {
        pbx.services().provide(type, service);
        undo.push(() -> pbx.services().withdraw(type, service));
    }

    @Override
    public void onUnload(Runnable action) {
        undo.push(action);
    }
}
