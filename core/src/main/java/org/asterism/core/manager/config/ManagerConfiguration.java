package org.asterism.core.manager.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * manager.conf, checked.
 *
 * @param enabled            whether the interface is open
 * @param address            where it listens
 * @param tls                where it listens for TLS, {@code null} when it does not
 * @param allowMultipleLogin the default for users
 * @param displayConnects    the default for users
 * @param timestampEvents    whether events carry the time
 * @param authTimeout        how long a client may take to log in
 * @param authLimit          how many clients may not have logged in
 * @param disabledEvents     lower-case names of events that are never sent
 * @param users              in the order of the file
 */
public record ManagerConfiguration(
        boolean enabled,
        InetSocketAddress address,
        @Nullable Tls tls,
        boolean allowMultipleLogin,
        boolean displayConnects,
        boolean timestampEvents,
        Duration authTimeout,
        int authLimit,
        Set<String> disabledEvents,
        List<ManagerUser> users) {
    /**
     * How to listen for TLS.
     *
     * @param address     where
     * @param certificate PEM file with certificate and chain
     * @param privateKey  PEM file with the key; may be the same
     */
    public record Tls(InetSocketAddress address, Path certificate, Path privateKey) {}

    /** What is in force without a manager.conf: closed. */
    public static final ManagerConfiguration CLOSED = new ManagerConfiguration(
            false,
            new InetSocketAddress("0.0.0.0", GeneralOptions.DEFAULT_PORT),
            null,
            true,
            true,
            false,
            GeneralOptions.AUTH_TIMEOUT.defaultValue(),
            GeneralOptions.AUTH_LIMIT.defaultValue(),
            Set.of(),
            List.of());

    /** Copies the collections. */
    public ManagerConfiguration {
        disabledEvents = Set.copyOf(disabledEvents);
        users = List.copyOf(users);
    }

    /**
     * Finds a user.
     *
     * @param name compared with case, as Asterisk does
     * @return the user, or {@code null}
     */
    public @Nullable ManagerUser user(String name) {
        return users.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** {@return whether an event is never sent} */
    public boolean disables(String eventName) {
        return !disabledEvents.isEmpty() && disabledEvents.contains(eventName.toLowerCase(Locale.ROOT));
    }
}
