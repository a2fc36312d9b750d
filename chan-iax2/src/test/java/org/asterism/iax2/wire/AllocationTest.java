package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading, and writing what media needs, allocates nothing: counted by the JVM, after warm-up. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 10_000;
    /** How long the compilers may need until they see that nothing escapes. */
    private static final long LIMIT_NS = 120_000_000_000L;

    static Stream<Named<LongSupplier>> operations() {
        return Stream.of(
                Named.of("classify and read a full frame", fullFrame()),
                Named.of("classify and read a mini frame", miniFrame()),
                Named.of("classify and read a video mini frame", videoMiniFrame()),
                Named.of("read a trunk", trunk()),
                Named.of("write a trunk", trunkWriter()),
                Named.of("write a full frame", fullFrameWriter()),
                Named.of("parse elements", elements()),
                Named.of("write numeric elements", elementWriter()),
                Named.of("encrypt and decrypt a mini frame", encryption()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldNotAllocate(LongSupplier operation) {
        long thread = Thread.currentThread().threadId();
        long deadline = System.nanoTime() + LIMIT_NS;
        long allocated = Long.MAX_VALUE;
        while (allocated >= ROUNDS && System.nanoTime() - deadline < 0) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            long sum = run(operation, ROUNDS);
            allocated = THREADS.getThreadAllocatedBytes(thread) - before;
            assertThat(sum).isNotZero();
        }

        // one object per round would be 160,000 bytes; the JVM's own book-keeping may take a few
        assertThat(allocated).isLessThan(ROUNDS);
    }

    private static long run(LongSupplier operation, int rounds) {
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            sum += operation.getAsLong();
        }
        return sum;
    }

    private static LongSupplier fullFrame() {
        Datagram datagram = Datagram.ofHex("d29f01f50000003c01020204ff8f898f");
        FullFrame frame = new FullFrame();
        return () -> {
            frame.wrap(datagram.segment(), datagram.offset(), datagram.length());
            return kind(datagram)
                    + frame.sourceCall()
                    + frame.destinationCall()
                    + frame.timestamp()
                    + frame.oseqno()
                    + frame.iseqno()
                    + frame.type()
                    + frame.subclass()
                    + frame.payloadOffset();
        };
    }

    private static LongSupplier miniFrame() {
        Datagram datagram = Datagram.ofHex("000e7a1c9ea5afbd");
        MiniFrame frame = new MiniFrame();
        return () -> {
            frame.wrap(datagram.segment(), datagram.offset(), datagram.length());
            return kind(datagram) + frame.sourceCall() + Timestamps.unwrapAudio(frame.timestamp(), 70_000);
        };
    }

    private static LongSupplier videoMiniFrame() {
        Datagram datagram = Datagram.ofHex("00008123ffff01");
        VideoMiniFrame frame = new VideoMiniFrame();
        return () -> {
            frame.wrap(datagram.segment(), datagram.offset(), datagram.length());
            return kind(datagram) + frame.sourceCall() + Timestamps.unwrapVideo(frame.timestamp(), 70_000);
        };
    }

    private static LongSupplier trunk() {
        Datagram datagram = TrunkFrameTest.captured("trunk-timestamps.hex");
        TrunkFrame trunk = new TrunkFrame();
        return () -> {
            long sum = kind(datagram);
            trunk.wrap(datagram.segment(), datagram.offset(), datagram.length());
            while (trunk.next()) {
                sum += trunk.entryCall() + trunk.entryTimestamp() + trunk.entryDataOffset() + trunk.entryLength();
            }
            return sum;
        };
    }

    private static LongSupplier trunkWriter() {
        Datagram room = Datagram.room(1240);
        Datagram data = Datagram.room(160);
        TrunkWriter writer = new TrunkWriter();
        return () -> {
            writer.wrap(room.segment(), room.offset(), room.length(), TrunkFrame.FORM_PLAIN);
            while (writer.append(7, 20, data.segment(), data.offset(), data.length())) {}
            return writer.timestamp(20).length();
        };
    }

    private static LongSupplier fullFrameWriter() {
        Datagram room = Datagram.room(12);
        FullFrame frame = new FullFrame();
        return () -> frame.wrap(room.segment(), room.offset(), room.length())
                .sourceCall(1)
                .destinationCall(2)
                .retransmission(true)
                .timestamp(3)
                .oseqno(4)
                .iseqno(5)
                .command(IaxCommand.ACK)
                .length();
    }

    private static LongSupplier elements() {
        Datagram datagram = Datagram.ofHex("d29f000000000008000006010b02000201033530302d014426014327010028020000"
                + "3904000000000a02656e090400000004380900000000000000000408040000000437090000000000000000040c020002"
                + "1f0435754a4e3600");
        FullFrame frame = new FullFrame();
        FrameElements elements = new FrameElements();
        byte[] number = {'5', '0', '0'};
        return () -> {
            frame.wrap(datagram.segment(), datagram.offset(), datagram.length());
            return (elements.parse(frame) ? 1 : 0)
                    + (elements.textEquals(InformationElement.CALLED_NUMBER, number) ? 1 : 0)
                    + elements.u8(InformationElement.CALLING_PRESENTATION, 0)
                    + elements.u16(InformationElement.VERSION, 0)
                    + elements.u32(InformationElement.DATE_TIME, 0)
                    + elements.capability()
                    + elements.format();
        };
    }

    private static LongSupplier elementWriter() {
        Datagram room = Datagram.room(200);
        ElementWriter writer = new ElementWriter();
        return () -> writer.wrap(room.segment(), room.offset(), room.length())
                .u8(InformationElement.CAUSE_CODE, 16)
                .u16(InformationElement.REFRESH, 60)
                .u32(InformationElement.RR_JITTER, 1)
                .format(4)
                .empty(InformationElement.CALL_TOKEN)
                .length();
    }

    private static LongSupplier encryption() {
        Datagram room = Datagram.room(MiniFrame.HEADER_LENGTH + 160 + FrameCipher.MAX_OVERHEAD);
        new MiniFrame()
                .wrap(room.segment(), room.offset(), MiniFrame.HEADER_LENGTH)
                .sourceCall(1)
                .timestamp(20);
        FrameCipher cipher = new FrameCipher();
        FrameKey key = new FrameKey(new byte[FrameKey.LENGTH]);
        SplittableRandom random = new SplittableRandom(1);
        return () -> {
            int length = cipher.encrypt(key, room.segment(), room.offset(), 164, random, room.segment(), room.offset());
            return cipher.decrypt(key, room.segment(), room.offset(), length, room.segment(), room.offset());
        };
    }

    private static int kind(Datagram datagram) {
        return FrameKind.of(datagram.segment(), datagram.offset(), datagram.length());
    }
}
