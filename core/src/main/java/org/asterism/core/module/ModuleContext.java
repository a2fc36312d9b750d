package org.asterism.core.module;

import org.asterism.core.Pbx;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.manager.ManagerAction;

/** The switch as one module sees it. What is registered here is taken back, last first, when the module is unloaded. */
public interface ModuleContext {
    /** {@return the module's name without {@code .so}} */
    String moduleName();

    /** {@return the switch's services} */
    Pbx pbx();

    /**
     * Offers a dialplan application.
     *
     * @param application its one instance, used by many channels at once
     */
    void register(Application application);

    /**
     * Offers a dialplan function.
     *
     * @param function its one instance, used by many channels at once
     */
    void register(DialplanFunction function);

    /**
     * Offers a console command.
     *
     * @param command its one instance
     */
    void register(CliCommand command);

    /**
     * Offers an action of the manager interface.
     *
     * @param action its one instance, used by many clients at once
     */
    void register(ManagerAction action);

    /**
     * Offers a channel technology to Dial and {@code channel originate}.
     *
     * @param technology its one instance
     */
    void register(ChannelTechnology technology);

    /**
     * Offers a service under an interface that core owns, such as
     * {@link org.asterism.core.location.Registrar}.
     *
     * @param type    the interface
     * @param service its implementation
     * @param <T>     the interface
     * @throws IllegalStateException another module offers it already
     */
    <T> void provide(Class<T> type, T service);

    /**
     * Has something done when the module is unloaded, before {@link LoadableModule#unload}.
     *
     * @param action what to do, such as closing a subscription
     */
    void onUnload(Runnable action);
}
