package org.asterism.iax2.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;

/** A caller and a callee on {@link TwoShards}: what each is told, and what goes over the wire between them. */
final class TwoParties {
    final TwoShards shards = new TwoShards(1);
    final RecordingListener caller = new RecordingListener();
    final RecordingListener callee = new RecordingListener();
    /** Frames as {@code 0 > NEW o0 i0 d0}: ms, direction, what it is, its sequence numbers, and whether it names no destination. */
    final List<String> wire = new ArrayList<>();

    private final long startMs = shards.network.clock().nowMs();

    TwoParties() {
        shards.callee.serveCalls(dialog -> callee);
        shards.network.setTap((atMs, from, to, payload) -> wire.add(line(atMs, from, payload)));
    }

    private String line(long atMs, PeerAddress from, byte[] payload) {
        FullFrame frame = new FullFrame().wrap(copy(payload), 0, payload.length);
        return (atMs - startMs) + (from.equals(TwoShards.CALLER) ? " > " : " < ")
                + (frame.command() == null ? "type " + frame.type() : frame.command())
                + (frame.isRetransmission() ? " again" : "") + " o" + frame.oseqno() + " i" + frame.iseqno()
                + (frame.destinationCall() == 0 ? " d0" : "");
    }

    /** Begins a call as Alice. */
    Dialog call() {
        Dialog dialog = shards.open(caller);
        dialog.send(
                IaxCommand.NEW,
                dialog.compose().text(InformationElement.USERNAME, "alice").empty(InformationElement.CALL_TOKEN));
        return dialog;
    }

    /** Sends a text frame. */
    static void text(Dialog dialog, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        dialog.signal(FrameType.TEXT, 0, copy(bytes), 0, bytes.length);
    }

    /** Bytes as memory that a transport can send. */
    static MemorySegment copy(byte[] payload) {
        return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, payload);
    }

    /** Addresses that a shard keeps in mind. */
    static int peersOf(Iax2Shard shard) {
        return shard.sockets().getFirst().transport().peers().size();
    }
}
