package org.asterism.iax2.cli;

import java.util.List;
import org.asterism.core.location.Registrar;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.peer.PeerDirectory;
import org.asterism.iax2.registrant.RegistrantStatus;
import org.jspecify.annotations.Nullable;

/** What the commands show and do: the driver as its console sees it. Safe for any thread; may block for a moment. */
public interface Iax2Facts {
    /** {@return iax.conf as it is in force} */
    IaxConfiguration configuration();

    /** {@return the peers} */
    PeerDirectory peers();

    /** {@return the registrations, in the order of listings} */
    List<RegistrantStatus> registrations();

    /** {@return dialogs as they are at this moment} */
    List<DialogFacts> dialogs();

    /** {@return the location table, or {@code null} while no module provides one} */
    @Nullable
    Registrar registrar();

    /**
     * Reads iax.conf again.
     *
     * @throws ModuleDeclined it cannot be used; everything stays as it was
     */
    void reload() throws ModuleDeclined;

    /**
     * Shows frames on the console.
     *
     * @param filter which
     */
    void debug(DebugFilter filter);

    /** {@return counters by name, in the order of listings} */
    List<CounterFact> counters();

    /**
     * A counter.
     *
     * @param name  what it counts, words for people
     * @param value how many
     */
    record CounterFact(String name, long value) {}
}
