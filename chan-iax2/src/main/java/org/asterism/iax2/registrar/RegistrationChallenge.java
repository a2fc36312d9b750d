package org.asterism.iax2.registrar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import org.asterism.core.net.Datagram;
import org.asterism.iax2.engine.CallNumbers;
import org.asterism.iax2.engine.StatelessRequest;
import org.asterism.iax2.wire.Challenge;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.KeyedHash;

/**
 * Challenges that need not be remembered: each is a keyed hash of who asks, from where and in which half minute, so that the answer
 * proves itself. A challenge is good for 30 to 60 s, and only at the address and for the name that it was made for. Not thread safe;
 * allocates nothing.
 */
final class RegistrationChallenge {
    private static final long SLOT_MS = 30_000;
    private static final int ADDRESS_LENGTH = 2 * Long.BYTES + Integer.BYTES;

    private final KeyedHash hash;
    private final byte[] message = new byte[ADDRESS_LENGTH + Long.BYTES + InformationElement.MAX_LENGTH];
    private final ByteBuffer start = ByteBuffer.wrap(message);
    private final byte[] challenge = new byte[Challenge.LENGTH];

    /**
     * Creates an issuer.
     *
     * @param secret random bytes of this boot, which never leave the process
     */
    RegistrationChallenge(byte[] secret) {
        hash = KeyedHash.of("asterism registrations", secret);
    }

    /**
     * The challenge of the present.
     *
     * @return {@link Challenge#LENGTH} digits, until the next call
     */
    byte[] issue(StatelessRequest request, long nowMs) {
        return challenge(request, nowMs / SLOT_MS);
    }

    /** The challenge of the half minute before, whose answers may still be on their way; as {@link #issue}. */
    byte[] previous(StatelessRequest request, long nowMs) {
        return challenge(request, nowMs / SLOT_MS - 1);
    }

    /** The call number that answers to a request carry: the same for each copy of the request. */
    int callNumber(StatelessRequest request) {
        long bits = hash(request.datagram(), -1 - request.frame().sourceCall(), 0);
        int range = CallNumbers.LAST_REGISTRATION - CallNumbers.FIRST_REGISTRATION + 1;
        return CallNumbers.FIRST_REGISTRATION + (int) Long.remainderUnsigned(bits, range);
    }

    private byte[] challenge(StatelessRequest request, long slot) {
        FrameElements elements = request.elements();
        int nameLength = elements.textLength(InformationElement.USERNAME);
        if (nameLength > 0) {
            MemorySegment.copy(
                    elements.segment(),
                    ValueLayout.JAVA_BYTE,
                    elements.offset(InformationElement.USERNAME),
                    message,
                    ADDRESS_LENGTH + Long.BYTES,
                    nameLength);
        }
        Challenge.write(hash(request.datagram(), slot, nameLength), challenge);
        return challenge;
    }

    /**
     * @param number     a half minute, or below 0 for what is no challenge
     * @param nameLength bytes of the name, which are in their place already
     */
    private long hash(Datagram from, long number, int nameLength) {
        start.clear()
                .putLong(from.sourceHigh())
                .putLong(from.sourceLow())
                .putInt(from.sourcePort())
                .putLong(number);
        return hash.of(message, start.position() + nameLength);
    }
}
