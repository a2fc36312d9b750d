package org.asterism.iax2.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.asterism.core.media.Format;
import org.asterism.core.net.Datagram;
import org.asterism.core.net.DatagramTransport;
import org.asterism.core.net.SendSlot;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.FrameCounters;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.MiniFrame;
import org.asterism.iax2.wire.Subclass;
import org.asterism.iax2.wire.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The sending half of a call's audio: a full frame first, after a change and where the upper half of the timestamp changes, mini
 * frames otherwise (RFC 5456 section 8.1.2). Asterisk sends none at that change; others wait for it.
 */
final class VoiceSender {
    /** Longest payload of a frame, in bytes; the switch makes and relays shorter ones. */
    private static final int MAX_PAYLOAD = 1400;

    private final Dialog dialog;
    private final DatagramTransport transport;
    private final FrameCounters counters;
    private final VoiceClock clock = new VoiceClock();
    /** Made with the first frame that is not relayed. */
    private @Nullable MiniFrame mini;

    private MediaState state = MediaState.CLOSED;
    private Format format = Format.ULAW;
    private long formatBit;
    private int subclass;
    private long sent;
    private long dropped;

    VoiceSender(Dialog dialog) {
        this.dialog = dialog;
        this.transport = dialog.remote().socket().transport();
        this.counters = dialog.shard().counters();
    }

    void open(long bit, Format agreed) {
        formatBit = bit;
        format = agreed;
        subclass = Subclass.compress(bit);
        on(MediaState.Event.OPENED);
    }

    void close() {
        on(MediaState.Event.ENDED);
    }

    void quelch(boolean quelched) {
        if (on(quelched ? MediaState.Event.QUELCH : MediaState.Event.UNQUELCH)) {
            clock.pause();
        }
    }

    private boolean on(MediaState.Event event) {
        MediaState next = state.after(event);
        if (next == null) {
            return false;
        }
        state = next;
        return true;
    }

    boolean isOpen() {
        return state != MediaState.CLOSED;
    }

    long formatBit() {
        return formatBit;
    }

    long sent() {
        return sent;
    }

    /** Frames that were not sent: no codec yet, quelched, too long, or no room for the full frame that was due. */
    long dropped() {
        return dropped;
    }

    /** What follows comes from another source than what was sent so far. */
    void pause() {
        clock.pause();
    }

    /** Sends audio that was made here. */
    void sendMade(Format given, MemorySegment memory, long offset, int length, int durationMs) {
        if (isSendable(given, length)) {
            long previousMs = clock.lastMs();
            transmit(memory, offset, length, previousMs, clock.count(durationMs, elapsedMs()));
        }
    }

    /** Sends audio that came from another leg. */
    void sendFollowing(Format given, MemorySegment memory, long offset, int length, long sourceMs) {
        if (isSendable(given, length)) {
            long previousMs = clock.lastMs();
            transmit(
                    memory,
                    offset,
                    length,
                    previousMs,
                    clock.follow(sourceMs, format.milliseconds(length), elapsedMs()));
        }
    }

    /** Reads what {@link #relay} is going to read. */
    int readAhead() {
        long read = clock.lastMs() + dialog.clock().lastSentMs() + dialog.localCall();
        return (int) read + dialog.remote().address().port();
    }

    /** Sends a mini frame of another call on from the slot it arrived in, with our header in place of its own. */
    void relay(MiniFrame frame, Datagram datagram, long sourceMs) {
        int length = frame.payloadLength();
        if (!isSendable(format, length)) {
            return;
        }
        long previousMs = clock.lastMs();
        long timestampMs = clock.follow(sourceMs, format.milliseconds(length), elapsedMs());
        if (isFullFrameDue(previousMs, timestampMs)) {
            sendFull(frame.segment(), frame.payloadOffset(), length, timestampMs);
            return;
        }
        dialog.clock().sent(timestampMs);
        frame.sourceCall(dialog.localCall()).timestamp(timestampMs);
        sent++;
        transport.relay(datagram, 0, frame.length(), dialog.remote().address());
        counters.relayedOne();
    }

    /** Sends the audio of a full frame of another call on; it is in wire order already. */
    void relayFull(FullFrame frame) {
        int length = frame.payloadLength();
        if (isSendable(format, length)) {
            long previousMs = clock.lastMs();
            long timestampMs = clock.follow(frame.timestamp(), format.milliseconds(length), elapsedMs());
            if (isFullFrameDue(previousMs, timestampMs)) {
                sendFull(frame.segment(), frame.payloadOffset(), length, timestampMs);
            } else {
                sendMini(frame.segment(), frame.payloadOffset(), length, timestampMs, false);
            }
        }
    }

    private boolean isSendable(Format given, int length) {
        if (state != MediaState.FLOWING && state != MediaState.FULL_FRAME_DUE) {
            drop(state == MediaState.QUELCHED ? FrameDrop.QUELCHED : FrameDrop.NO_CODEC_YET);
        } else if (given != format) {
            drop(FrameDrop.OTHER_FORMAT);
        } else if (length > MAX_PAYLOAD) {
            drop(FrameDrop.TOO_LONG);
        } else {
            return true;
        }
        return false;
    }

    private void drop(FrameDrop reason) {
        dropped++;
        counters.drop(reason);
    }

    private boolean isFullFrameDue(long previousMs, long timestampMs) {
        return state == MediaState.FULL_FRAME_DUE || Timestamps.needsFullVoice(previousMs, timestampMs);
    }

    private void transmit(MemorySegment memory, long offset, int length, long previousMs, long timestampMs) {
        boolean swap = format == Format.SLIN;
        if (!isFullFrameDue(previousMs, timestampMs)) {
            sendMini(memory, offset, length, timestampMs, swap);
        } else if (swap) {
            MemorySegment swapped = Arena.ofAuto().allocate(length);
            MemorySegment.copy(memory, offset, swapped, 0, length);
            WireSamples.swap(swapped, 0, length);
            sendFull(swapped, 0, length, timestampMs);
        } else {
            sendFull(memory, offset, length, timestampMs);
        }
    }

    private void sendMini(MemorySegment memory, long offset, int length, long timestampMs, boolean swap) {
        SendSlot slot = transport.claim();
        int frameLength = MiniFrame.HEADER_LENGTH + length;
        if (mini == null) {
            mini = new MiniFrame();
        }
        mini.wrap(slot.memory(), slot.offset(), frameLength)
                .sourceCall(dialog.localCall())
                .timestamp(timestampMs);
        MemorySegment.copy(memory, offset, slot.memory(), mini.payloadOffset(), length);
        if (swap) {
            WireSamples.swap(slot.memory(), mini.payloadOffset(), length);
        }
        dialog.clock().sent(timestampMs);
        sent++;
        transport.send(slot, frameLength, dialog.remote().address());
        counters.miniSentOne();
    }

    private void sendFull(MemorySegment memory, long offset, int length, long timestampMs) {
        if (dialog.sendMedia(FrameType.VOICE, subclass, timestampMs, memory, offset, length)) {
            on(MediaState.Event.FULL_FRAME);
            sent++;
        } else {
            on(MediaState.Event.FULL_FRAME_LOST);
            drop(FrameDrop.WINDOW_FULL);
        }
    }

    private long elapsedMs() {
        return dialog.clock().elapsedMs(dialog.shard().nowMs());
    }
}
