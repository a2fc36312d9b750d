package org.asterism.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.asterism.core.media.Format;
import org.asterism.iax2.call.AudioFormats;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.MiniFrame;

/**
 * The far end of one call of the switch: accepts it, talks in frames of 20 ms, acknowledges full frames. Like Asterisk it sends
 * mini frames also where the upper half of the timestamp changes. It allocates nothing after the call is set up.
 */
final class BenchPhone {
    static final int FRAME_MS = 20;

    private static final int AFTER_ACCEPT_AND_VOICE = 2;

    private final PhoneLine line;
    private final int index;
    private final int callNumber;
    private final Format format;
    private final long codecBit;
    private final int payloadBytes;
    private final MemorySegment memory = Arena.ofAuto().allocate(1024, Long.BYTES);
    private final FullFrame full = new FullFrame();
    private final MiniFrame mini = new MiniFrame();
    private final FullFrame heard = new FullFrame();

    private int switchCall;
    private long timestampMs;
    private long minisHeard;
    private long fullVoiceHeard;

    BenchPhone(PhoneLine line, int index, int callNumber, Format format) {
        this.line = line;
        this.index = index;
        this.callNumber = callNumber;
        this.format = format;
        this.codecBit = Objects.requireNonNull(AudioFormats.codec(format)).bit();
        this.payloadBytes = format.bytesPer20Ms();
    }

    Format format() {
        return format;
    }

    long minisHeard() {
        return minisHeard;
    }

    long fullVoiceHeard() {
        return fullVoiceHeard;
    }

    /** Sends the next 20 ms. */
    void talk() {
        timestampMs += FRAME_MS;
        int length = MiniFrame.HEADER_LENGTH + payloadBytes;
        mini.wrap(memory, 0, length).sourceCall(callNumber).timestamp(timestampMs);
        send(length);
    }

    /** Sends the full frame that names the codec. */
    void beginTalking() {
        int length = FullFrame.HEADER_LENGTH + payloadBytes;
        timestampMs += FRAME_MS;
        header(length, timestampMs, 1, 1).type(FrameType.VOICE).subclass(codecBit);
        send(length);
    }

    /** Takes what the switch sends. */
    void hear(MemorySegment bytes, long offset, int length) {
        if (bytes.get(ValueLayout.JAVA_BYTE, offset) >= 0) {
            minisHeard++;
            return;
        }
        heard.wrap(bytes, offset, length);
        if (heard.type() == FrameType.VOICE) {
            fullVoiceHeard++;
            header(FullFrame.HEADER_LENGTH, heard.timestamp(), AFTER_ACCEPT_AND_VOICE, heard.oseqno() + 1)
                    .command(IaxCommand.ACK);
            send(FullFrame.HEADER_LENGTH);
        } else if (heard.command() == IaxCommand.NEW) {
            switchCall = heard.sourceCall();
            int elements = new ElementWriter()
                    .wrap(memory, FullFrame.HEADER_LENGTH, Byte.MAX_VALUE)
                    .u32(InformationElement.FORMAT, codecBit)
                    .length();
            header(FullFrame.HEADER_LENGTH + elements, 1, 0, 1).command(IaxCommand.ACCEPT);
            send(FullFrame.HEADER_LENGTH + elements);
        }
    }

    private FullFrame header(int length, long timestamp, int oseqno, int iseqno) {
        return full.wrap(memory, 0, length)
                .sourceCall(callNumber)
                .destinationCall(switchCall)
                .timestamp(timestamp)
                .oseqno(oseqno & 0xFF)
                .iseqno(iseqno & 0xFF);
    }

    private void send(int length) {
        line.send(index, memory, 0, length);
    }
}
