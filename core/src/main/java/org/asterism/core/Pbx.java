package org.asterism.core;

import org.asterism.core.bridge.BridgeRegistry;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.cli.CliRegistry;
import org.asterism.core.config.ConfigCatalogue;
import org.asterism.core.config.ConfigParser;
import org.asterism.core.db.AstDb;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.event.EventBus;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.net.LoopSettings;
import org.asterism.core.registration.RegistrationBook;
import org.asterism.core.sound.SoundLibrary;

/** The switch as its parts see it: the services they share. All of them are safe for any thread unless they say otherwise. */
public interface Pbx {
    /** {@return where files are} */
    Directories directories();

    /** {@return asterisk.conf's {@code systemname}, empty when unset} */
    String systemName();

    /** {@return reads configuration files, relative names in astetcdir} */
    ConfigParser config();

    /** {@return what may be written in which file, for {@code config show help}} */
    ConfigCatalogue configCatalogue();

    /** {@return all channels} */
    ChannelRegistry channels();

    /** {@return dialplan applications by name} */
    NamedRegistry<Application> applications();

    /** {@return dialplan functions by name} */
    NamedRegistry<DialplanFunction> functions();

    /** {@return channel technologies by name} */
    NamedRegistry<ChannelTechnology> technologies();

    /** {@return the dialplan in force} */
    Dialplan dialplan();

    /** {@return AstDB} */
    AstDb database();

    /** {@return what happens} */
    EventBus events();

    /** {@return console commands} */
    CliRegistry cli();

    /**
     * Whether a new call may begin: not during a graceful stop, and not beyond asterisk.conf's {@code maxcalls}.
     *
     * @return false when a new call must be refused with {@link org.asterism.core.channel.HangupCause#CONGESTION}
     */
    boolean acceptsCalls();

    /**
     * Whether the process ends at once ({@code core stop now}, a signal): modules leave without taking leave of their peers, as in
     * Asterisk.
     *
     * @return false while it runs, and when it ends because the last call has ended
     */
    boolean endsNow();

    /** {@return the prompts that can be played} */
    SoundLibrary sounds();

    /** {@return how event loops move datagrams} */
    default LoopSettings loops() {
        return LoopSettings.DEFAULT;
    }

    /** {@return the bridges that are running} */
    BridgeRegistry bridges();

    /** {@return what modules keep registered elsewhere} */
    RegistrationBook registrations();

    /** {@return actions of the manager interface, by name} */
    NamedRegistry<ManagerAction> managerActions();

    /** {@return services that modules provide to each other} */
    ServiceDirectory services();
}
