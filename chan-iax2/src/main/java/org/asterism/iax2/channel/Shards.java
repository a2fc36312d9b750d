package org.asterism.iax2.channel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.asterism.core.net.EventLoop;
import org.asterism.core.net.PacketFilter;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.net.SocketSettings;
import org.asterism.iax2.config.GeneralSettings;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.engine.ShardPlace;

/**
 * The shards of the driver: each with a thread, a socket at every address, and the far ends of some addresses. The first also does what
 * concerns all: it checks peers and registers us, by dialogs of full frames that find it through their call numbers. Safe for any
 * thread.
 */
final class Shards {
    private static final int SOCKET_BUFFER_BYTES = 1 << 22;

    private final List<Iax2Shard> all;
    private final List<Iax2Socket> sockets = new ArrayList<>();

    /**
     * Makes the shards; nothing is received before {@link #start}.
     *
     * @param loops   their threads, not started: a power of two of them
     * @param make    makes a shard of one of the loops
     * @param general where to bind
     * @throws IOException an address cannot be bound; the loops are closed then
     */
    Shards(List<EventLoop> loops, BiFunction<EventLoop, ShardPlace, Iax2Shard> make, GeneralSettings general)
            throws IOException {
        List<Iax2Shard> made = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            made.add(make.apply(loops.get(i), new ShardPlace(i, loops.size())));
        }
        all = List.copyOf(made);
        try {
            for (InetSocketAddress address : general.bindAddresses()) {
                bind(SocketSettings.bind(PeerAddress.of(address))
                        .withTypeOfService(general.tos())
                        .withBuffers(SOCKET_BUFFER_BYTES, SOCKET_BUFFER_BYTES));
            }
        } catch (IOException e) {
            loops.forEach(EventLoop::close);
            throw e;
        }
    }

    private void bind(SocketSettings settings) throws IOException {
        Iax2Socket alone = first().bind(settings);
        if (all.size() == 1) {
            sockets.add(alone);
            return;
        }
        // A port that is to be shared would be shared with other programs too: the first socket was to find out that
        // there are none.
        PeerAddress free = alone.localAddress();
        first().unbind(alone);
        PacketFilter steering = ShardPlace.steering(all.size());
        for (Iax2Shard shard : all) {
            boolean first = shard.place().index() == 0;
            sockets.add(shard.bind(settings.withLocal(free).withSharedPort(first ? steering : null)));
        }
    }

    /** {@return the shard that does what concerns all} */
    Iax2Shard first() {
        return all.getFirst();
    }

    /** {@return all of them} */
    List<Iax2Shard> all() {
        return all;
    }

    /** {@return their sockets} */
    List<Iax2Socket> sockets() {
        return sockets;
    }

    /** The shard that a far end's media arrives at. */
    Iax2Shard of(PeerAddress address) {
        return all.get(ShardPlace.of(address, all.size()));
    }

    void start() {
        all.forEach(shard -> shard.loop().start());
    }

    /** Has something done in each shard, by its thread. */
    void eachDo(Consumer<Iax2Shard> command) {
        all.forEach(shard -> shard.loop().execute(() -> command.accept(shard)));
    }
}
