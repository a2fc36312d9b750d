package org.asterism.core.net.dns;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes responses to queries, byte by byte, so that wrong ones can be written too. */
public final class DnsResponses {

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private int count;
    private int flags = 0x8180;

    /** {@return the name a query asks for} */
    public static String questionName(byte[] query) {
        StringBuilder name = new StringBuilder();
        for (int at = 12; query[at] != 0; at += 1 + query[at]) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
        }
        return name.toString();
    }

    /** {@return the record type a query asks for} */
    public static int questionType(byte[] query) {
        return ByteBuffer.wrap(query).getShort(query.length - 4);
    }

    /** Sets the lower byte of the flags: 3 for no such name, 2 for a failure. */
    public DnsResponses code(int code) {
        flags |= code;
        return this;
    }

    /** Says that it did not fit. */
    public DnsResponses truncated() {
        flags |= 0x0200;
        return this;
    }

    /** Adds an A or AAAA record. */
    public DnsResponses address(String owner, int ttlSeconds, String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return raw(name(owner), bytes.length == 4 ? 1 : 28, ttlSeconds, bytes);
    }

    /** Adds a CNAME record. */
    public DnsResponses alias(String owner, int ttlSeconds, String target) {
        return raw(name(owner), 5, ttlSeconds, name(target));
    }

    /** Adds an SRV record. */
    public DnsResponses service(String owner, int ttlSeconds, int priority, int weight, int port, String target) {
        byte[] name = name(target);
        byte[] data = ByteBuffer.allocate(6 + name.length)
                .putShort((short) priority)
                .putShort((short) weight)
                .putShort((short) port)
                .put(name)
                .array();
        return raw(name(owner), 33, ttlSeconds, data);
    }

    /** Adds a NAPTR record without regular expression. */
    public DnsResponses pointer(
            String owner, int ttlSeconds, int order, int preference, String flags, String service, String target) {
        byte[] name = name(target);
        byte[] data = ByteBuffer.allocate(4 + 1 + flags.length() + 1 + service.length() + 1 + name.length)
                .putShort((short) order)
                .putShort((short) preference)
                .put((byte) flags.length())
                .put(flags.getBytes(StandardCharsets.US_ASCII))
                .put((byte) service.length())
                .put(service.getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put(name)
                .array();
        return raw(name(owner), 35, ttlSeconds, data);
    }

    /** Adds a record of any bytes. */
    public DnsResponses raw(byte[] owner, int type, int ttlSeconds, byte[] data) {
        records.writeBytes(owner);
        records.writeBytes(ByteBuffer.allocate(10)
                .putShort((short) type)
                .putShort((short) 1)
                .putInt(ttlSeconds)
                .putShort((short) data.length)
                .array());
        records.writeBytes(data);
        count++;
        return this;
    }

    /** {@return the response to a query} */
    public byte[] to(byte[] query) {
        byte[] response = java.util.Arrays.copyOf(query, query.length + records.size());
        ByteBuffer.wrap(response).putShort(2, (short) flags).putShort(6, (short) count);
        System.arraycopy(records.toByteArray(), 0, response, query.length, records.size());
        return response;
    }

    static byte[] name(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String label : name.split("\\.")) {
            bytes.write(label.length());
            bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(0);
        return bytes.toByteArray();
    }
}
