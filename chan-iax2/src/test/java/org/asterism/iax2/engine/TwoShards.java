package org.asterism.iax2.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.iax2.wire.CallToken;

/** Two switches on one simulated network. */
public final class TwoShards {
    public static final PeerAddress CALLER = PeerAddress.of("127.0.0.1", 4569);
    public static final PeerAddress CALLEE = PeerAddress.of("127.0.0.2", 4569);

    public final MemoryNetwork network;
    public final OpenDoor callerDoor = new OpenDoor();
    public final OpenDoor calleeDoor = new OpenDoor();
    public final Iax2Shard caller;
    public final Iax2Shard callee;

    public TwoShards(long seed) {
        network = new MemoryNetwork(seed);
        caller = shard("caller", CALLER, callerDoor, seed);
        callee = shard("callee", CALLEE, calleeDoor, seed + 1);
    }

    Iax2Shard shard(String name, PeerAddress address, OpenDoor door, long seed) {
        byte[] secret = new byte[CallToken.SECRET_LENGTH];
        new Random(seed).nextBytes(secret);
        Iax2Shard shard = new Iax2Shard(network.newLoop(name), door.settings(), new Random(seed), secret);
        try {
            shard.bind(SocketSettings.bind(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shard;
    }

    Dialog open(DialogListener listener) {
        Dialog dialog = caller.open(caller.sockets().getFirst(), CALLEE, listener);
        if (dialog == null) {
            throw new AssertionError("no call number");
        }
        return dialog;
    }
}
