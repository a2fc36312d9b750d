package org.asterism.iax2.engine;

import java.util.Objects;
import org.agrona.collections.Int2ObjectHashMap;
import org.asterism.core.net.PeerAddress;
import org.jspecify.annotations.Nullable;

/**
 * A remote address that dialogs exist with, seen through one socket. It is the attachment of the interned {@link PeerAddress}, so
 * that a datagram leads here without a look-up, and from here to its dialog by one of the two call numbers.
 */
public final class Remote {
    private final Iax2Socket socket;
    private final PeerAddress address;
    private final Int2ObjectHashMap<Dialog> byLocalCall = new Int2ObjectHashMap<>();
    private final Int2ObjectHashMap<Dialog> byRemoteCall = new Int2ObjectHashMap<>();

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
        return byRemoteCall.get(callNumber);
    }

    void add(Dialog dialog) {
        byLocalCall.put(dialog.localCall(), dialog);
    }

    /** Makes a dialog known under the remote's call number; returns the one that was known under it before, or null. */
    @Nullable
    Dialog bind(int remoteCall, Dialog dialog) {
        return byRemoteCall.put(remoteCall, dialog);
    }

    @SuppressWarnings("ReferenceEquality") // the number may belong to a newer dialog by now
    void remove(Dialog dialog) {
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
