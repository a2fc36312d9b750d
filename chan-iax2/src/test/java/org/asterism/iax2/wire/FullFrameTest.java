package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullFrameTest {
    /** Sent by Asterisk 22: HANGUP, the first VOICE frame (data cut), a TEXT frame, stop indications, a retransmission. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "800e02be00007d8c0d0106052a0110,              14,   702, false, 32140, 13, 1, 6,  5, 3",
        "d29f01f50000003c01020204ff8f,             21151,   501, false,    60,  1, 2, 2,  4, 2",
        "800e02be000004200301070068656c6c6f00,        14,   702, false,  1056,  3, 1, 7,  0, 6",
        "800e02be0000022f020104ff,                    14,   702, false,   559,  2, 1, 4, -1, 0",
        "ffff8000ee6b2800ff8006a2,                 32767,     0, true, 4000000000, 255, 128, 6, 17179869184, 0",
    })
    void shouldReadHeaderFields(
            String hex,
            int sourceCall,
            int destinationCall,
            boolean retransmission,
            long timestamp,
            int oseqno,
            int iseqno,
            int type,
            long subclass,
            int payloadLength) {
        Datagram datagram = Datagram.ofHex(hex);
        FullFrame frame = datagram.full();

        assertThat(frame.sourceCall()).isEqualTo(sourceCall);
        assertThat(frame.destinationCall()).isEqualTo(destinationCall);
        assertThat(frame.isRetransmission()).isEqualTo(retransmission);
        assertThat(frame.timestamp()).isEqualTo(timestamp);
        assertThat(frame.oseqno()).isEqualTo(oseqno);
        assertThat(frame.iseqno()).isEqualTo(iseqno);
        assertThat(frame.type()).isEqualTo(type);
        assertThat(frame.subclass()).isEqualTo(subclass);
        assertThat(frame.payloadLength()).isEqualTo(payloadLength);
        assertThat(frame.payloadOffset()).isEqualTo(datagram.offset() + 12);
    }

    @Test
    void shouldWriteWhatAsteriskWrites() {
        Datagram room = Datagram.room(12);

        room.full()
                .sourceCall(14)
                .destinationCall(702)
                .timestamp(1257)
                .oseqno(5)
                .iseqno(1)
                .type(FrameType.DTMF_END)
                .subclass('1');

        assertThat(room.hex()).isEqualTo("800e02be000004e905010131");
        assertThat(room.isIntactAround()).isTrue();
    }

    @Test
    void shouldKeepFieldsApart() {
        FullFrame frame = Datagram.room(12).full();

        frame.sourceCall(0xFFFF)
                .destinationCall(0xFFFF)
                .timestamp(-1)
                .oseqno(0x1FF)
                .iseqno(0x100);
        assertThat(frame.sourceCall()).isEqualTo(0x7FFF);
        assertThat(frame.destinationCall()).isEqualTo(0x7FFF);
        assertThat(frame.isRetransmission()).isFalse();
        assertThat(frame.timestamp()).isEqualTo(0xFFFF_FFFFL);
        assertThat(frame.oseqno()).isEqualTo(0xFF);
        assertThat(frame.iseqno()).isZero();

        frame.retransmission(true);
        assertThat(frame.isRetransmission()).isTrue();
        assertThat(frame.destinationCall()).isEqualTo(0x7FFF);

        frame.retransmission(false);
        assertThat(frame.isRetransmission()).isFalse();
    }

    @Test
    void shouldNameCommands() {
        FullFrame frame = Datagram.room(12).full();

        assertThat(frame.command(IaxCommand.CALLTOKEN).command()).isEqualTo(IaxCommand.CALLTOKEN);
        assertThat(frame.rawSubclass()).isEqualTo(40);
        assertThat(frame.control()).isNull();
        assertThat(frame.control(ControlCommand.STOP_INDICATIONS).control()).isEqualTo(ControlCommand.STOP_INDICATIONS);
        assertThat(frame.subclass()).isEqualTo(Subclass.NONE);
        assertThat(frame.command()).isNull();
        assertThat(frame.type(FrameType.IAX).rawSubclass(41).command()).isNull();
    }

    @Test
    void shouldMarkVideoBehindTheCompressedCodec() {
        FullFrame frame = Datagram.room(12).full();

        frame.video(IaxCodec.H263.bit(), true);
        assertThat(frame.rawSubclass()).isEqualTo(0xD3);
        assertThat(frame.videoFormat()).isEqualTo(IaxCodec.H263.bit());
        assertThat(frame.videoMark()).isTrue();

        frame.video(IaxCodec.VP8.bit(), false);
        assertThat(frame.videoFormat()).isEqualTo(IaxCodec.VP8.bit());
        assertThat(frame.videoMark()).isFalse();
    }

    @Test
    void shouldRefuseLessThanAHeader() {
        Datagram room = Datagram.room(11);

        assertThatThrownBy(room::full).isInstanceOf(IllegalArgumentException.class);
    }
}
