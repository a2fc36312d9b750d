package org.asterism.iax2.registrar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.engine.CallNumbers;
import org.asterism.iax2.wire.Challenge;

/**
 * Challenges that need not be remembered: each is a keyed hash of who asks, from where and in which half minute, so that the answer
 * proves itself. A challenge is good for 30 to 60 s, and only at the address and for the name that it was made for. Not thread safe.
 */
final class RegistrationChallenge {
    private static final String ALGORITHM = "HmacSHA256";
    private static final long SLOT_MS = 30_000;

    private final Mac mac;

    /**
     * Creates an issuer.
     *
     * @param secret random bytes of this boot, which never leave the process
     */
    RegistrationChallenge(byte[] secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is in every Java runtime", missing);
        }
    }

    /** The challenge of the present. */
    String issue(PeerAddress source, String name, long nowMs) {
        return Challenge.of(hash(source, name, nowMs / SLOT_MS));
    }

    /** The challenge of the half minute before, whose answers may still be on their way. */
    String previous(PeerAddress source, String name, long nowMs) {
        return Challenge.of(hash(source, name, nowMs / SLOT_MS - 1));
    }

    /** The call number that answers to a request carry: the same for each copy of the request. */
    int callNumber(PeerAddress source, int remoteCall) {
        long bits = hash(source, "", remoteCall);
        int range = CallNumbers.LAST_REGISTRATION - CallNumbers.FIRST_REGISTRATION + 1;
        return CallNumbers.FIRST_REGISTRATION + (int) Long.remainderUnsigned(bits, range);
    }

    private long hash(PeerAddress source, String name, long number) {
        ByteBuffer address = ByteBuffer.allocate(3 * Long.BYTES + Integer.BYTES)
                .putLong(source.high())
                .putLong(source.low())
                .putInt(source.port())
                .putLong(number);
        mac.update(address.array());
        return ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
