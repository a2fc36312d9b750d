package org.asterism.core;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the process does on signals. */
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private Signals() {}

    /**
     * Has something done on a signal, instead of what the JVM would do.
     *
     * @param name     without SIG, such as {@code HUP}
     * @param executor runs it
     * @param action   what to do
     */
    static void on(String name, Executor executor, Runnable action) {
        try {
            org.jline.utils.Signals.register(name, () -> executor.execute(action));
        } catch (IllegalArgumentException e) {
            LOG.debug("SIG{} cannot be handled here: {}", name, e.getMessage());
        }
    }
}
