package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;

/**
 * Any bytes may arrive. Whatever they are, nothing throws, nothing outside the datagram is read as part of it, and what
 * was understood can be written again. Run with {@code JAZZER_FUZZ=1} to search for new inputs.
 */
@Tag("fuzz")
class WireFuzzTest {
    private static final int MAX_DATAGRAM = 4096;

    private final FrameElements elements = new FrameElements();
    private final TrunkFrame trunk = new TrunkFrame();
    private final FrameCipher cipher = new FrameCipher();
    private final FrameKey key = new FrameKey(new byte[FrameKey.LENGTH]);

    @FuzzTest(maxDuration = "60s")
    void shouldSurviveAnyDatagram(byte[] bytes) {
        if (bytes.length > MAX_DATAGRAM) {
            return;
        }
        Datagram datagram = Datagram.of(bytes);
        decrypt(datagram);
        switch (FrameKind.of(datagram.segment(), datagram.offset(), datagram.length())) {
            case FrameKind.FULL -> readFull(datagram);
            case FrameKind.TRUNK -> readTrunk(datagram);
            case FrameKind.MINI -> {
                MiniFrame mini = new MiniFrame().wrap(datagram.segment(), datagram.offset(), datagram.length());
                assertThat(mini.sourceCall()).isPositive();
                assertThat(mini.payloadLength()).isNotNegative();
            }
            case FrameKind.VIDEO_MINI -> {
                VideoMiniFrame mini =
                        new VideoMiniFrame().wrap(datagram.segment(), datagram.offset(), datagram.length());
                assertThat(mini.timestamp()).isBetween(0, 0x7FFF);
                assertThat(mini.payloadLength()).isNotNegative();
            }
            default -> {
                // malformed or unknown: dropped
            }
        }
    }

    private void decrypt(Datagram datagram) {
        Datagram target = Datagram.room(datagram.length());
        int length = cipher.decrypt(
                key, datagram.segment(), datagram.offset(), datagram.length(), target.segment(), target.offset());
        assertThat(length).isLessThanOrEqualTo(datagram.length());
        assertThat(target.isIntactAround()).isTrue();
    }

    private void readFull(Datagram datagram) {
        FullFrame frame = datagram.full();
        long subclass = frame.subclass();
        assertThat(Subclass.isCompressible(subclass)).isTrue();
        String dump = FrameDump.dump(
                datagram.segment(), datagram.offset(), datagram.length(), "Rx", FrameDump.retry(false), "peer");
        assertThat(dump).startsWith("Rx-Frame Retry[ No]").endsWith("\n");
        assertThat(dump.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl))
                .isTrue();
        if (frame.type() == FrameType.IAX && elements.parse(frame)) {
            readElements(datagram);
        }
    }

    private void readElements(Datagram datagram) {
        for (InformationElement element : InformationElement.values()) {
            if (elements.has(element)) {
                long end = elements.offset(element) + elements.length(element);
                assertThat(end).isLessThanOrEqualTo(datagram.offset() + datagram.length());
                assertThat(elements.textLength(element)).isBetween(0, elements.length(element));
                assertThat(elements.text(element)).isNotNull();
                assertThat(elements.bytes(element)).hasSize(elements.length(element));
            }
        }
        elements.apparentAddress();
        elements.ospToken();
        elements.variables().forEach((name, value) -> assertThat(name).isNotEmpty());
        CodecPreferences.decode(elements.text(InformationElement.CODEC_PREFERENCES, ""));
        LocalDateTime time = DateTimeElement.decode(elements.u32(InformationElement.DATE_TIME, 0));
        if (time != null) {
            assertThat(DateTimeElement.encode(time)).isEqualTo(elements.u32(InformationElement.DATE_TIME, 0));
        }
        if (elements.has(InformationElement.CALL_TOKEN)) {
            CallToken.Verdict verdict = new CallToken(new byte[CallToken.SECRET_LENGTH])
                    .verify(
                            0,
                            1,
                            2,
                            3,
                            10,
                            elements.segment(),
                            elements.offset(InformationElement.CALL_TOKEN),
                            elements.length(InformationElement.CALL_TOKEN));
            assertThat(verdict).isNotEqualTo(CallToken.Verdict.VALID);
        }
    }

    private void readTrunk(Datagram datagram) {
        Datagram copy = Datagram.room(datagram.length());
        trunk.wrap(datagram.segment(), datagram.offset(), datagram.length());
        TrunkWriter writer = new TrunkWriter()
                .wrap(copy.segment(), copy.offset(), copy.length(), trunk.form())
                .timestamp(trunk.timestamp());
        while (trunk.next()) {
            assertThat(trunk.entryDataOffset() + trunk.entryLength())
                    .isLessThanOrEqualTo(datagram.offset() + datagram.length());
            assertThat(writer.append(
                            trunk.entryCall(),
                            trunk.entryTimestamp(),
                            trunk.segment(),
                            trunk.entryDataOffset(),
                            trunk.entryLength()))
                    .isTrue();
        }
        assertThat(trunk.isTruncated()).isEqualTo(writer.length() < datagram.length());
    }
}
