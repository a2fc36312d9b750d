package org.asterism.iax2.channel;

import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.keys.RsaKeys;
import org.asterism.iax2.peer.HostLookup;
import org.asterism.iax2.registrant.Registrant;
import org.asterism.iax2.registrant.RegistrantCredentials;
import org.asterism.iax2.registrant.RegistrantListener;
import org.asterism.iax2.registrant.RegistrantStatus;
import org.asterism.iax2.wire.AuthMethods;
import org.jspecify.annotations.Nullable;

/** Our registrations with others: one {@link Registrant} for each {@code register =>} line. Lives on the shard's thread. */
final class Registrations {
    /** Between the first requests of two lines, in ms. */
    private static final int STAGGER_MS = 20;

    private final Iax2Socket socket;
    private final HostLookup hosts;
    private final RegistrantListener listener;
    private List<Registrant> registrants = List.of();

    Registrations(Iax2Socket socket, HostLookup hosts, RegistrantListener listener) {
        this.socket = socket;
        this.hosts = hosts;
        this.listener = listener;
    }

    /** Replaces all registrations by those of a configuration, as Asterisk does on reload. */
    void configure(IaxConfiguration configuration, RsaKeys keys) {
        stop();
        boolean plaintext = configuration.general().authMethods() == AuthMethods.PLAINTEXT;
        List<Registrant> made = new ArrayList<>();
        for (RegisterLine line : configuration.registrations()) {
            Registrant registrant =
                    new Registrant(line, socket, hosts, credentials(line.secret(), keys, plaintext), listener);
            registrant.start((long) STAGGER_MS * made.size());
            made.add(registrant);
        }
        registrants = made;
    }

    private static RegistrantCredentials credentials(String secret, RsaKeys keys, boolean plaintext) {
        boolean named = secret.startsWith("[") && secret.endsWith("]");
        @Nullable PrivateKey key = named ? keys.privateKey(secret.substring(1, secret.length() - 1)) : null;
        return new RegistrantCredentials(named ? "" : secret, key, plaintext);
    }

    List<RegistrantStatus> status() {
        return registrants.stream().map(Registrant::status).toList();
    }

    void stop() {
        registrants.forEach(Registrant::stop);
        registrants = List.of();
    }
}
