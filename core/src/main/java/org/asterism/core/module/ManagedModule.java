package org.asterism.core.module;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.asterism.core.Pbx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One module in the loader's hands: its code, its state, and what it holds on to. Guarded by the loader's lock. */
final class ManagedModule {
    private static final Logger LOG = LoggerFactory.getLogger(ManagedModule.class);

    private final ModuleDescription description;
    private final Pbx pbx;
    private final InstantSource clock;
    private final ModuleLifecycle lifecycle = new ModuleLifecycle();
    private final Set<String> relies = ConcurrentHashMap.newKeySet();

    private volatile @Nullable ModuleCode code;
    private volatile @Nullable ModuleRegistrations registrations;

    ManagedModule(ModuleDescription description, Pbx pbx, InstantSource clock) {
        this.description = description;
        this.pbx = pbx;
        this.clock = clock;
    }

    ModuleDescription description() {
        return description;
    }

    String name() {
        return description.name();
    }

    ModuleLifecycle lifecycle() {
        return lifecycle;
    }

    ModuleState state() {
        return lifecycle.state();
    }

    /** {@return the modules whose use count this one raises} */
    Set<String> relies() {
        return relies;
    }

    /** {@return what the module itself counts, and the channels that run its applications} */
    int ownUseCount() {
        ModuleCode current = code;
        ModuleRegistrations context = registrations;
        if (current == null || context == null || !state().works()) {
            return 0;
        }
        return current.instance().useCount() + context.channels();
    }

    boolean reloadable() {
        ModuleCode current = code;
        return current != null && state().works() && current.instance().reloadable();
    }

    /** Begins a start that will not get as far as running code: a dependency or the code itself is missing. */
    void declineUnstarted(String reason) {
        lifecycle.fire(clock.instant(), ModuleEvent.LOAD, "");
        lifecycle.fire(clock.instant(), ModuleEvent.DECLINE, reason);
        relies.clear();
    }

    /**
     * Runs the module's start.
     *
     * @param newCode its code
     * @return why it does not run, or {@code null} when it does
     */
    @Nullable
    String start(ModuleCode newCode) {
        lifecycle.fire(clock.instant(), ModuleEvent.LOAD, "");
        ModuleRegistrations context = new ModuleRegistrations(name(), pbx);
        code = newCode;
        registrations = context;
        ModuleEvent outcome = ModuleEvent.DECLINE;
        String reason;
        try {
            call(
                    "load",
                    ModuleLifecycle.LOAD_DEADLINE_MS,
                    newCode,
                    () -> newCode.instance().load(context));
            lifecycle.fire(clock.instant(), ModuleEvent.LOADED, "");
            return null;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            reason = reason(cause);
            if (cause instanceof ModuleFailed) {
                outcome = ModuleEvent.FAIL;
            } else if (!(cause instanceof ModuleDeclined)) {
                LOG.error("Module {} broke while it started", description.displayName(), cause);
            }
        } catch (TimeoutException _) {
            reason = "it was not done within " + ModuleLifecycle.LOAD_DEADLINE_MS / 1000 + " s";
        }
        context.close();
        relies.clear();
        lifecycle.fire(clock.instant(), outcome, reason);
        return reason;
    }

    /** Ends the module and lets its code go. */
    void stop(String why) {
        boolean worked = state().works();
        lifecycle.fire(clock.instant(), ModuleEvent.UNLOAD, why);
        ModuleRegistrations context = registrations;
        if (context != null) {
            context.close();
        }
        ModuleCode current = code;
        String reason = "";
        if (current != null) {
            if (worked) {
                reason = unload(current);
            }
            current.close().run();
        }
        registrations = null;
        code = null;
        relies.clear();
        lifecycle.fire(clock.instant(), ModuleEvent.UNLOADED, reason);
    }

    private String unload(ModuleCode current) {
        try {
            call(
                    "unload",
                    ModuleLifecycle.UNLOAD_DEADLINE_MS,
                    current,
                    () -> current.instance().unload());
            return "";
        } catch (ExecutionException e) {
            LOG.error("Module {} broke while it ended", description.displayName(), e.getCause());
            return reason(e.getCause());
        } catch (TimeoutException _) {
            LOG.error(
                    "Module {} did not end within {} s; what it still does, it does without being asked",
                    description.displayName(),
                    ModuleLifecycle.UNLOAD_DEADLINE_MS / 1000);
            return "past its deadline";
        }
    }

    /**
     * Has the module read its configuration again.
     *
     * @return why it keeps the old one, or {@code null}
     */
    @Nullable
    String reload() {
        ModuleCode current = code;
        if (current == null) {
            return "it is not loaded";
        }
        lifecycle.fire(clock.instant(), ModuleEvent.RELOAD, "");
        String reason = null;
        try {
            call(
                    "reload",
                    ModuleLifecycle.RELOAD_DEADLINE_MS,
                    current,
                    () -> current.instance().reload());
        } catch (ExecutionException e) {
            reason = reason(e.getCause());
            if (!(e.getCause() instanceof ModuleDeclined)) {
                LOG.error("Module {} broke while it reloaded", description.displayName(), e.getCause());
            }
        } catch (TimeoutException _) {
            reason = "it was not done within " + ModuleLifecycle.RELOAD_DEADLINE_MS / 1000 + " s";
        }
        lifecycle.fire(clock.instant(), ModuleEvent.RELOADED, reason == null ? "" : reason);
        return reason;
    }

    private void call(String what, long deadlineMs, ModuleCode of, Step step)
            throws ExecutionException, TimeoutException {
        BoundedCall.run(what + " " + name(), of.instance().getClass().getClassLoader(), deadlineMs, () -> {
            step.run();
            return Boolean.TRUE;
        });
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "unknown reason";
        }
        String message = cause.getMessage();
        boolean expected = cause instanceof ModuleDeclined || cause instanceof ModuleFailed;
        return expected && message != null ? message : cause.toString();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws ModuleDeclined, ModuleFailed;
    }
}
