package org.asterism.iax2.engine;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.agrona.collections.Int2ObjectHashMap;
import org.asterism.core.net.PeerAddress;
import org.jspecify.annotations.Nullable;

/**
 * A remote address that dialogs exist with, seen through one socket. It is the attachment of the interned {@link PeerAddress}, so
 * that a datagram leads here without a look-up, and from here to its dialog by one of the two call numbers.
 */
public final class Remote {
    private static final int RANDOM_ATTEMPTS = 8;

    private final Iax2Socket socket;
    private final PeerAddress address;
    private final Int2ObjectHashMap<Dialog> byLocalCall = new Int2ObjectHashMap<>();
    private final Int2ObjectHashMap<Dialog> byRemoteCall = new Int2ObjectHashMap<>();
    /** The dialog that was bound last, the only one of a phone: found without the three objects of a map. */
    private @Nullable Dialog latest;

    /** Dialogs that are over but still known, a list linked by {@link Dialog#endedNext}. */
    private @Nullable Dialog endedFirst;

    private @Nullable Dialog endedLast;

    private Remote(Iax2Socket socket, PeerAddress address) {
        this.socket = socket;
        this.address = address;
    }

    /** The remote of an interned address, made when it is the first time. */
    static Remote of(Iax2Socket socket, PeerAddress interned) {
        if (interned.attachment() instanceof Remote known) {
            return known;
        }
        Remote remote = new Remote(socket, interned);
        interned.attach(remote);
        return remote;
    }

    /** {@return the socket it is reached through} */
    public Iax2Socket socket() {
        return socket;
    }

    /** {@return its address} */
    public PeerAddress address() {
        return address;
    }

    /** The dialog with our call number, or null. */
    @Nullable
    Dialog byLocalCall(int callNumber) {
        return byLocalCall.get(callNumber);
    }

    /** The dialog with the remote's call number, or null. */
    @Nullable
    Dialog byRemoteCall(int callNumber) {
        Dialog dialog = latest;
        return dialog != null && dialog.remoteCall() == callNumber ? dialog : byRemoteCall.get(callNumber);
    }

    void add(Dialog dialog) {
        byLocalCall.put(dialog.localCall(), dialog);
    }

    /**
     * A call number that is free with this remote, chosen at random: others must not guess it.
     *
     * @return {@link CallNumbers#NONE} if none was found, and that of {@link #oldestEnded} is to be used again
     */
    int freeCallNumber(RandomGenerator random) {
        ShardPlace place = socket.shard().place();
        int numbers = place.callNumbers();
        boolean reusable = endedFirst != null;
        // Numbers of dialogs that are over are used again before drawing for one that is free takes too many draws.
        if (dialogs() >= (reusable ? numbers / 4 * 3 : numbers)) {
            return CallNumbers.NONE;
        }
        int candidate = random.nextInt(numbers);
        for (int attempts = 1; byLocalCall.containsKey(place.callNumber(candidate)); attempts++) {
            if (attempts < RANDOM_ATTEMPTS) {
                candidate = random.nextInt(numbers);
            } else if (reusable) {
                return CallNumbers.NONE;
            } else {
                candidate = (candidate + 1) % numbers; // nearly all are in use: what is left has to do
            }
        }
        return place.callNumber(candidate);
    }

    /** {@return the dialog, of those that are over but still known, that ended first} */
    @Nullable
    Dialog oldestEnded() {
        return endedFirst;
    }

    /** A dialog is over, but still known. */
    void ended(Dialog dialog) {
        if (endedLast == null) {
            endedFirst = dialog;
        } else {
            endedLast.endedNext = dialog;
        }
        endedLast = dialog;
    }

    /** Makes a dialog known under the remote's call number; returns the one that was known under it before, or null. */
    @Nullable
    Dialog bind(int remoteCall, Dialog dialog) {
        latest = dialog;
        return byRemoteCall.put(remoteCall, dialog);
    }

    /** Forgets a dialog that is over: those of a remote are forgotten in the order in which they ended. */
    @SuppressWarnings("ReferenceEquality") // the number may belong to a newer dialog by now
    void remove(Dialog dialog) {
        if (endedFirst == dialog) {
            endedFirst = dialog.endedNext;
            if (endedFirst == null) {
                endedLast = null;
            }
            dialog.endedNext = null;
        }
        if (latest == dialog) {
            latest = null;
        }
        byLocalCall.remove(dialog.localCall());
        if (byRemoteCall.get(dialog.remoteCall()) == dialog) {
            byRemoteCall.remove(dialog.remoteCall());
        }
    }

    /** {@return dialogs with it, those that are over but still known included} */
    public int dialogs() {
        return byLocalCall.size();
    }

    @Override
    public String toString() {
        return Objects.toString(address);
    }
}
