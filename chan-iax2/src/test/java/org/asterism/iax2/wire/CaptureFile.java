package org.asterism.iax2.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes datagrams into a pcap file as if they had been sent over loopback to the IAX2 port. */
final class CaptureFile implements AutoCloseable {
    private static final int MAGIC = 0xA1B2C3D4;
    private static final int LINK_TYPE_RAW_IP = 101;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int UDP = 17;
    private static final int LOOPBACK = 0x7F000001;
    private static final short PORT = 4569;

    private final FileChannel file;
    private int frames;

    CaptureFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.BIG_ENDIAN);
        header.putInt(MAGIC).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
        file.write(header.putInt(0xFFFF).putInt(LINK_TYPE_RAW_IP).flip());
    }

    void add(byte[] datagram) throws IOException {
        int udpLength = UDP_HEADER + datagram.length;
        int ipLength = IP_HEADER + udpLength;
        ByteBuffer record = ByteBuffer.allocate(16 + ipLength).order(ByteOrder.BIG_ENDIAN);
        record.putInt(1_795_252_741).putInt(frames++).putInt(ipLength).putInt(ipLength);
        record.put((byte) 0x45).put((byte) 0).putShort((short) ipLength).putInt(0);
        record.put((byte) 64)
                .put((byte) UDP)
                .putShort((short) 0)
                .putInt(LOOPBACK)
                .putInt(LOOPBACK + 1);
        record.putShort(PORT).putShort(PORT).putShort((short) udpLength).putShort((short) 0);
        file.write(record.put(datagram).flip());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
