package org.asterism.iax2.engine;

import java.lang.foreign.MemorySegment;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.DatagramHandler;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameKind;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.MiniFrame;
import org.jspecify.annotations.Nullable;

/**
 * Takes the datagrams of one socket and finds the dialog each belongs to: from the interned source address by the remote's call
 * number (mini frames) or by ours (full frames). What belongs to none goes to the {@link FrontDoor}.
 */
final class FrameDispatch implements DatagramHandler {
    private final Iax2Shard shard;
    private final FrontDoor frontDoor;
    private final FullFrame full = new FullFrame();
    private final MiniFrame mini = new MiniFrame();
    private final FrameElements elements = new FrameElements();

    FrameDispatch(Iax2Shard shard, Iax2Socket socket) {
        this.shard = shard;
        this.frontDoor = new FrontDoor(shard, socket);
    }

    @Override
    public void onDatagram(Datagram datagram) {
        MemorySegment memory = datagram.memory();
        long offset = datagram.offset();
        int length = datagram.length();
        PeerAddress peer = datagram.peer();
        Remote remote = peer == null ? null : (Remote) peer.attachment();
        FrameTap tap = shard.tap();
        if (tap != null) {
            tap.onFrame(false, FrameTap.NO_ATTEMPT, memory, offset, length, datagram.source());
        }
        switch (FrameKind.of(memory, offset, length)) {
            case FrameKind.MINI -> onMini(mini.wrap(memory, offset, length), remote, datagram);
            case FrameKind.FULL -> onFull(full.wrap(memory, offset, length), remote, datagram);
            case FrameKind.MALFORMED -> shard.counters().drop(FrameDrop.MALFORMED);
            case FrameKind.UNKNOWN_META -> shard.counters().drop(FrameDrop.UNKNOWN_META);
            default -> shard.counters().drop(FrameDrop.UNEXPECTED_MEDIA);
        }
    }

    @Override
    public int readAhead(Datagram datagram) {
        PeerAddress peer = datagram.peer();
        int length = datagram.length();
        if (peer == null
                || !(peer.attachment() instanceof Remote remote)
                || FrameKind.of(datagram.memory(), datagram.offset(), length) != FrameKind.MINI) {
            return 0;
        }
        int call = mini.wrap(datagram.memory(), datagram.offset(), length).sourceCall();
        Dialog dialog = remote.byRemoteCall(call);
        MediaReceiver media = dialog == null ? null : dialog.media();
        return media == null ? 0 : media.readAhead();
    }

    private void onMini(MiniFrame frame, @Nullable Remote remote, Datagram datagram) {
        shard.counters().miniReceivedOne();
        Dialog dialog = remote == null ? null : remote.byRemoteCall(frame.sourceCall());
        if (dialog == null) {
            shard.counters().drop(FrameDrop.UNKNOWN_CALL_MEDIA);
            return;
        }
        MediaReceiver media = dialog.media();
        if (media == null) {
            shard.counters().drop(FrameDrop.UNEXPECTED_MEDIA);
        } else {
            media.onMini(frame, datagram);
        }
    }

    private void onFull(FullFrame frame, @Nullable Remote remote, Datagram datagram) {
        shard.counters().fullReceivedOne();
        if (frame.sourceCall() == CallNumbers.NONE) {
            shard.counters().drop(FrameDrop.NO_CALL_NUMBER);
            return;
        }
        if (frame.type() != FrameType.IAX) {
            elements.clear();
        } else if (!elements.parse(frame)) {
            shard.counters().drop(FrameDrop.MALFORMED_ELEMENTS);
            return;
        }
        Dialog dialog = remote == null ? null : find(remote, frame);
        if (dialog == null || (frame.command() == IaxCommand.NEW && !dialog.receiver.isCopyOfFirst(frame))) {
            frontDoor.onStranger(frame, elements, datagram);
        } else {
            dialog.receiver.onFrame(frame, elements);
        }
    }

    private static @Nullable Dialog find(Remote remote, FullFrame frame) {
        int destination = frame.destinationCall();
        return destination == CallNumbers.NONE
                ? remote.byRemoteCall(frame.sourceCall())
                : remote.byLocalCall(destination);
    }
}
