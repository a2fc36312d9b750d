package org.asterism.iax2.call;

import java.lang.foreign.MemorySegment;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaLoop;
import org.asterism.core.media.MediaPort;
import org.asterism.core.media.MediaSink;
import org.asterism.core.media.MediaSource;
import org.asterism.core.net.Datagram;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.MediaReceiver;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.MiniFrame;
import org.asterism.iax2.wire.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The audio of a call: full frames that name the codec, mini frames in between (RFC 5456 sections 6.10 and 8.1.2). What arrives goes to
 * a sink or, relayed, straight out on another call of the shard from the slot it arrived in.
 *
 * <p>The methods of {@link MediaPort} may be called from any thread, all others on the shard's.
 */
public final class MediaSession implements MediaReceiver, MediaPort {
    private static final int VNAK_INTERVAL_MS = 100;

    private final Call call;
    private final Dialog dialog;
    private final Iax2Shard shard;
    private final VoiceSender sender;
    private final ReceiveQuality quality = new ReceiveQuality();
    /** Made when something is played, or heard by a sink: most calls are relayed from their beginning to their end. */
    private @Nullable Playout playout;

    private @Nullable MediaFrame heard;

    private volatile Format format;
    private MediaState receiving = MediaState.CLOSED;
    private long receivedBit;
    private Format receivedFormat = Format.ULAW;
    private long lastVnakMs = Long.MIN_VALUE / 2;
    private @Nullable MediaSink sink;
    private @Nullable MediaSession relayTo;

    MediaSession(Call call, Dialog dialog, Format expected) {
        this.call = call;
        this.dialog = dialog;
        this.shard = dialog.shard();
        this.sender = new VoiceSender(dialog);
        this.format = expected;
    }

    Iax2Shard shard() {
        return shard;
    }

    /** {@return how well audio arrives} */
    public ReceiveQuality quality() {
        return quality;
    }

    /** {@return the codec bit of the last full frame that arrived, 0 before the first} */
    public long receivedBit() {
        return receivedBit;
    }

    /** {@return the codec bit that was agreed, 0 before that} */
    public long formatBit() {
        return sender.formatBit();
    }

    /** {@return frames that were sent, relayed ones included} */
    public long sentFrames() {
        return sender.sent();
    }

    /** {@return frames that could not be sent} */
    public long unsent() {
        return sender.dropped();
    }

    /** A codec has been agreed: audio may flow both ways. */
    void open(long bit, Format agreed) {
        format = agreed;
        sender.open(bit, agreed);
        on(MediaState.Event.OPENED);
        dialog.media(this);
    }

    void close() {
        on(MediaState.Event.ENDED);
        sender.close();
        stopPlayout();
        unlink();
        sink = null;
    }

    /** QUELCH or UNQUELCH arrived. */
    void quelch(boolean on) {
        sender.quelch(on);
    }

    // What arrives.

    @Override
    public void onMini(MiniFrame frame, Datagram datagram) {
        if (receiving != MediaState.FLOWING) {
            missesFullFrame();
            return;
        }
        long timestampMs = Timestamps.unwrapAudio(frame.timestamp(), dialog.lastReceivedMs());
        dialog.received(timestampMs);
        int length = frame.payloadLength();
        quality.received(timestampMs, receivedFormat.milliseconds(length), shard.nowMs());
        MediaSession to = relayTo;
        if (to == null) {
            deliver(frame.segment(), frame.payloadOffset(), length, timestampMs);
        } else if (receivedBit == to.sender.formatBit()) {
            to.sender.relay(frame, datagram, timestampMs);
        } else {
            drop(FrameDrop.UNKNOWN_CODEC);
        }
    }

    @Override
    public int readAhead() {
        MediaSession to = relayTo;
        long read = quality.packets() + dialog.lastReceivedMs();
        return (int) read + (to == null ? 0 : to.sender.readAhead());
    }

    /** A full VOICE frame has arrived in its turn. */
    void onVoice(FullFrame frame) {
        long bit = frame.subclass();
        Format named = AudioFormats.of(bit);
        if (receiving == MediaState.CLOSED || named == null) {
            drop(receiving == MediaState.CLOSED ? FrameDrop.UNEXPECTED_MEDIA : FrameDrop.UNKNOWN_CODEC);
            return;
        }
        receivedBit = bit;
        receivedFormat = named;
        on(MediaState.Event.FULL_FRAME);
        int length = frame.payloadLength();
        quality.received(frame.timestamp(), named.milliseconds(length), shard.nowMs());
        MediaSession to = relayTo;
        if (to == null) {
            deliver(frame.segment(), frame.payloadOffset(), length, frame.timestamp());
        } else if (bit == to.sender.formatBit()) {
            to.sender.relayFull(frame);
        } else {
            drop(FrameDrop.UNKNOWN_CODEC);
        }
    }

    private void on(MediaState.Event event) {
        MediaState next = receiving.after(event);
        if (next != null) {
            receiving = next;
        }
    }

    private void deliver(MemorySegment memory, long offset, int length, long timestampMs) {
        MediaSink to = sink;
        if (to == null) {
            return;
        }
        if (receivedFormat == Format.SLIN) {
            WireSamples.swap(memory, offset, length);
        }
        if (heard == null) {
            heard = new MediaFrame();
        }
        to.onFrame(heard.wrap(receivedFormat, memory, offset, length, timestampMs));
    }

    private void missesFullFrame() {
        boolean closed = receiving == MediaState.CLOSED;
        drop(closed ? FrameDrop.UNEXPECTED_MEDIA : FrameDrop.MEDIA_BEFORE_FULL_FRAME);
        long nowMs = shard.nowMs();
        if (!closed && nowMs - lastVnakMs >= VNAK_INTERVAL_MS) {
            lastVnakMs = nowMs;
            dialog.requestFullFrame();
        }
    }

    private void drop(FrameDrop reason) {
        quality.dropped();
        shard.counters().drop(reason);
    }

    // What is sent.

    void sendMade(MediaFrame frame, int durationMs) {
        sender.sendMade(frame.format(), frame.memory(), frame.offset(), frame.length(), durationMs);
    }

    void sourceEnded(int number) {
        sender.pause();
        call.mediaEnded(number);
    }

    @Override
    public void write(MediaFrame frame) {
        sender.sendFollowing(frame.format(), frame.memory(), frame.offset(), frame.length(), frame.timestampMs());
    }

    // What the switch asks for, from any thread.

    @Override
    public MediaLoop loop() {
        return shard.mediaLoop();
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void listen(@Nullable MediaSink newSink) {
        shard.mediaLoop().execute(() -> {
            if (call.isAlive()) {
                sink = newSink;
            }
        });
    }

    @Override
    public void play(@Nullable MediaSource source, int number) {
        shard.mediaLoop().execute(() -> {
            if (call.isAlive()) {
                sender.pause();
                if (playout != null) {
                    playout.play(source, number);
                } else if (source != null) {
                    playout = new Playout(this);
                    playout.play(source, number);
                }
            }
        });
    }

    private void stopPlayout() {
        if (playout != null) {
            playout.stop();
        }
    }

    @Override
    public boolean relay(MediaPort other) {
        return other instanceof MediaSession that
                && !equals(that)
                && that.shard.equals(shard)
                && that.format == format
                && shard.mediaLoop().execute(() -> link(that));
    }

    private void link(MediaSession that) {
        if (call.isAlive() && that.call.isAlive()) {
            unlink();
            that.unlink();
            stopPlayout();
            that.stopPlayout();
            sender.pause();
            that.sender.pause();
            relayTo = that;
            that.relayTo = this;
        }
    }

    @Override
    public void endRelay() {
        shard.mediaLoop().execute(this::unlink);
    }

    private void unlink() {
        MediaSession other = relayTo;
        if (other != null) {
            relayTo = null;
            other.relayTo = null;
            sender.pause();
            other.sender.pause();
        }
    }
}
