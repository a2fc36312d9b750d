package org.asterism.outreg.sip.config;

import java.util.List;
import org.asterism.core.config.ConfigProblem;

/**
 * What pjsip.conf says to the stack. Immutable.
 *
 * @param settings   {@code type=system} and {@code type=global}
 * @param transports the transports that can be used, in order
 * @param problems   what its author should know
 */
public record SipConfiguration(
        GlobalSettings settings, List<TransportSettings> transports, List<ConfigProblem> problems) {
    /** Keeps the lists from changing. */
    public SipConfiguration {
        transports = List.copyOf(transports);
        problems = List.copyOf(problems);
    }
}
