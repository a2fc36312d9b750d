package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MiniFrameTest {
    @Test
    void shouldReadAudio() {
        Datagram datagram = Datagram.ofHex("000e 7a1c 9ea5afbd");
        MiniFrame frame = new MiniFrame().wrap(datagram.segment(), datagram.offset(), datagram.length());

        assertThat(frame.sourceCall()).isEqualTo(14);
        assertThat(frame.timestamp()).isEqualTo(0x7a1c);
        assertThat(frame.payloadOffset()).isEqualTo(datagram.offset() + 4);
        assertThat(frame.payloadLength()).isEqualTo(4);
    }

    @Test
    void shouldWriteAudio() {
        Datagram room = Datagram.room(4);

        new MiniFrame()
                .wrap(room.segment(), room.offset(), 4)
                .sourceCall(0x8123)
                .timestamp(0x12345);

        assertThat(room.hex()).isEqualTo("01232345");
        assertThat(room.isIntactAround()).isTrue();
    }

    @Test
    void shouldReadVideo() {
        Datagram datagram = Datagram.ofHex("0000 8123 ffff 01");
        VideoMiniFrame frame = new VideoMiniFrame().wrap(datagram.segment(), datagram.offset(), datagram.length());

        assertThat(frame.sourceCall()).isEqualTo(0x123);
        assertThat(frame.mark()).isTrue();
        assertThat(frame.timestamp()).isEqualTo(0x7fff);
        assertThat(frame.payloadLength()).isEqualTo(1);
    }

    @Test
    void shouldWriteVideo() {
        Datagram room = Datagram.room(6);
        VideoMiniFrame frame = new VideoMiniFrame().wrap(room.segment(), room.offset(), 6);

        frame.sourceCall(0x123).timestamp(0x18001).mark(true);
        assertThat(room.hex()).isEqualTo("000081238001");

        frame.mark(false);
        assertThat(room.hex()).isEqualTo("000081230001");
        assertThat(room.isIntactAround()).isTrue();
    }

    @Test
    void shouldRefuseLessThanAHeader() {
        Datagram room = Datagram.room(3);

        assertThatThrownBy(() -> new MiniFrame().wrap(room.segment(), room.offset(), 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VideoMiniFrame().wrap(room.segment(), room.offset(), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrunkFrame().wrap(room.segment(), room.offset(), 7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
