package org.asterism.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameKind;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.MiniFrame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a media frame costs in the switch, from a look at its bytes to the whole way through the engine, and what a NEW costs to read. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MiniFrameRelayBenchmark {

    /** Frames as they lie in receive slots. */
    @State(Scope.Thread)
    public static class Frames {
        static final int SLOTS = 64;
        static final long SLOT_BYTES = 2048;
        private static final int MINI_BYTES = MiniFrame.HEADER_LENGTH + 160;
        /** A NEW of Asterisk to extension 500, with fourteen elements. */
        private static final byte[] NEW = HexFormat.of()
                .parseHex("d29f000000000008000006010b02000201033530302d014426014327010028020000"
                              + "3904000000000a02656e090400000004380900000000000000000408040000000437090000000000000000040c020002"
                              + "1f0435754a4e3600");

        private final MemorySegment minis = Arena.ofAuto().allocate(SLOTS * SLOT_BYTES);
        private final MemorySegment requests = Arena.ofAuto().allocate(SLOTS * SLOT_BYTES);
        private final MiniFrame mini = new MiniFrame();
        private final FullFrame full = new FullFrame();
        private final FrameElements elements = new FrameElements();

        /** Fills the slots. */
        public Frames() {
            for (int i = 0; i < SLOTS; i++) {
                mini.wrap(minis, i * SLOT_BYTES, MINI_BYTES).sourceCall(2 + i).timestamp(20L * i);
                MemorySegment.copy(NEW, 0, requests, ValueLayout.JAVA_BYTE, i * SLOT_BYTES, NEW.length);
            }
        }
    }

    /** A switch with calls. */
    @State(Scope.Thread)
    public static class Calls {
        private final BenchCalls calls = new BenchCalls(DetachedLine::new, CallMedia.RELAY);
    }

    /**
     * Tells what kind of frame it is and reads the header of a mini frame.
     *
     * @param frames the frames
     * @return something that depends on all that was read
     */
    @Benchmark
    @OperationsPerInvocation(Frames.SLOTS)
    public long decodeMini(Frames frames) {
        long sum = 0;
        for (int i = 0; i < Frames.SLOTS; i++) {
            long offset = i * Frames.SLOT_BYTES;
            sum += FrameKind.of(frames.minis, offset, Frames.MINI_BYTES);
            MiniFrame mini = frames.mini.wrap(frames.minis, offset, Frames.MINI_BYTES);
            sum += mini.sourceCall() + mini.timestamp() + mini.payloadOffset() + mini.payloadLength();
        }
        return sum;
    }

    /**
     * Takes mini frames of 64 calls from the slots they arrived in to the other legs' addresses: transport, event loop, dispatch,
     * media session, relay, transport. Includes the phones' part, which is to write the frames into the slots.
     *
     * @param state the switch
     * @return frames
     */
    @Benchmark
    @OperationsPerInvocation(BenchCalls.FRAMES_PER_ROUND)
    public int relayMini(Calls state) {
        return state.calls.round();
    }

    /**
     * Reads the header and the elements of a NEW, the texts left as bytes.
     *
     * @param frames the frames
     * @return something that depends on all that was read
     */
    @Benchmark
    @OperationsPerInvocation(Frames.SLOTS)
    public long decodeNew(Frames frames) {
        long sum = 0;
        for (int i = 0; i < Frames.SLOTS; i++) {
            sum += decodeNew(frames, i * Frames.SLOT_BYTES);
        }
        return sum;
    }

    private static long decodeNew(Frames frames, long offset) {
        int length = Frames.NEW.length;
        int kind = FrameKind.of(frames.requests, offset, length);
        FullFrame full = frames.full.wrap(frames.requests, offset, length);
        FrameElements elements = frames.elements;
        return kind
                + full.sourceCall()
                + full.timestamp()
                + full.oseqno()
                + full.type()
                + full.rawSubclass()
                + (elements.parse(full) ? 1 : 0)
                + elements.u16(InformationElement.VERSION, 0)
                + elements.length(InformationElement.CALLED_NUMBER)
                + elements.capability()
                + elements.format();
    }
}
