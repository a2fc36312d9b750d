package org.asterism.outreg.sip.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The transport protocols of SIP that are spoken here. */
public enum Protocol {
    /** Datagrams. */
    UDP(false, false, 5060),
    /** A stream. */
    TCP(true, false, 5060),
    /** A stream over TLS. */
    TLS(true, true, 5061);

    private final boolean reliable;
    private final boolean secure;
    private final int defaultPort;

    Protocol(boolean reliable, boolean secure, int defaultPort) {
        this.reliable = reliable;
        this.secure = secure;
        this.defaultPort = defaultPort;
    }

    /**
     * The protocol a word means.
     *
     * @param word as in {@code transport=tcp} and Via
     * @return the protocol, or {@code null} when it is none of these
     */
    public static @Nullable Protocol of(String word) {
        for (Protocol protocol : values()) {
            if (protocol.name().equalsIgnoreCase(word)) {
                return protocol;
            }
        }
        return null;
    }

    /** {@return whether the network retransmits by itself} */
    public boolean reliable() {
        return reliable;
    }

    /** {@return whether it is encrypted} */
    public boolean secure() {
        return secure;
    }

    /** {@return the port where none is said} */
    public int defaultPort() {
        return defaultPort;
    }

    /** {@return the word of configuration files, {@code udp}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
