package org.asterism.core.module;

/**
 * A part of the switch that is loaded, reloaded and unloaded at run time, such as {@code chan_iax2} or {@code app_dial}.
 *
 * <p>An implementation is a public class with a public no-argument constructor, carries {@link ModuleInfo}, and is named in
 * its jar's {@code module-info.java} as a provider of this interface. Constructing one must cost nothing: work belongs
 * in {@link #load}. The loader calls every method on one thread at a time.
 */
public interface LoadableModule {
    /**
     * Starts the module. What it registers through {@code context} is taken back by the loader when it is unloaded.
     *
     * @param context the switch, as this module may use it
     * @throws ModuleDeclined the module cannot run as configured; the switch starts without it
     * @throws ModuleFailed   the switch must not start without a person looking at this
     */
    void load(ModuleContext context) throws ModuleDeclined, ModuleFailed;

    /**
     * Ends everything the module started: threads, sockets, timers. Called once, after its registrations were taken back.
     * Must return within a bounded time.
     */
    default void unload() {}

    /** {@return whether {@link #reload} does something, so that {@code module reload} offers it} */
    default boolean reloadable() {
        return false;
    }

    /**
     * Reads the module's configuration again and applies the difference. A file that cannot be used leaves everything as it
     * was.
     *
     * @throws ModuleDeclined the new configuration was refused; the old one stays in force
     */
    default void reload() throws ModuleDeclined {}

    /**
     * How many things (channels, say) are in this module now, each a reason not to unload it. The loader itself counts channels that
     * run an application of the module, and modules that rely on it.
     *
     * @return their number
     */
    default int useCount() {
        return 0;
    }
}
