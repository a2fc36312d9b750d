package org.asterism.core.net;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How datagrams get in and out of the process. */
public enum TransportKind {
    /** MMSG where it works, NIO elsewhere. */
    AUTO,
    /** Batched system calls through {@code java.lang.foreign}: Linux on x86-64 and aarch64. */
    MMSG,
    /** The JDK's {@code DatagramChannel}: everywhere. */
    NIO;

    private static final Logger LOG = LoggerFactory.getLogger(TransportKind.class);

    /**
     * The kind a configuration word means.
     *
     * @param word the name in any case
     * @return the kind
     * @throws IllegalArgumentException if there is no such kind; the message lists those there are
     */
    public static TransportKind parse(String word) {
        for (TransportKind kind : values()) {
            if (kind.name().equalsIgnoreCase(word.strip())) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown transport '" + word + "': there are auto, mmsg and nio");
    }

    /** {@return the configuration word} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the kind that AUTO stands for on this machine, or this} */
    public TransportKind resolved() {
        if (this != AUTO) {
            return this;
        }
        return MmsgSupport.problem().isEmpty() ? MMSG : NIO;
    }

    /**
     * Opens a selector of this kind.
     *
     * @return for one event loop
     * @throws UnsupportedOperationException if MMSG is demanded where it does not work; the message says why
     */
    public DatagramSelector newSelector() {
        return switch (this) {
            case NIO -> new NioSelector();
            case MMSG -> {
                String problem = MmsgSupport.problem();
                if (!problem.isEmpty()) {
                    throw new UnsupportedOperationException("transport=mmsg: " + problem);
                }
                yield new MmsgSelector();
            }
            case AUTO -> {
                if (resolved() == NIO) {
                    LOG.info("Datagrams go through the JDK's channels: {}", MmsgSupport.problem());
                }
                yield resolved().newSelector();
            }
        };
    }
}
