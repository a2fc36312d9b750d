package org.asterism.core.net.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Queries and responses as bytes (RFC 1035 section 4). */
final class DnsMessage {

    private static final int CLASS_IN = 1;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int RESPONSE = 0x8000;
    private static final int TRUNCATION = 0x0200;
    private static final int RESPONSE_CODE = 0x000F;
    private static final int NAME_ERROR = 3;
    private static final int HEADER_BYTES = 12;
    private static final int MAX_LABEL_BYTES = 63;
    private static final int MAX_NAME_BYTES = 255;
    private static final int POINTER = 0xC0;
    private static final int POINTER_OFFSET = 0x3FFF;
    private static final int MAX_ALIASES = 16;
    /** A week: longer times to live are taken for this (RFC 2181 section 8 allows it). */
    private static final long MAX_TTL_SECONDS = 604_800;

    private record ResourceRecord(String owner, int type, long ttlSeconds, int dataAt, int dataLength) {}

    /** What an answer is made of. */
    private record Records(List<InetAddress> addresses, List<ServiceRecord> services, List<NamingPointer> pointers) {
        boolean isEmpty() {
            return addresses.isEmpty() && services.isEmpty() && pointers.isEmpty();
        }
    }

    private DnsMessage() {}

    /**
     * Writes a question.
     *
     * @throws IOException if the name cannot be a domain name
     */
    static byte[] query(int id, String name, RecordType type) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES + MAX_NAME_BYTES + 2 * Short.BYTES);
        buffer.putShort((short) id).putShort((short) RECURSION_DESIRED);
        buffer.putShort((short) 1).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        writeName(buffer, name);
        buffer.putShort((short) type.code()).putShort((short) CLASS_IN);
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /**
     * Reads the response to a question.
     *
     * @throws IOException if it is malformed or answers something else
     */
    static DnsAnswer read(ByteBuffer message, int id, String name, RecordType type) throws IOException {
        try {
            return readChecked(message, id, name, type);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("malformed DNS response for " + name, e);
        }
    }

    private static DnsAnswer readChecked(ByteBuffer message, int id, String name, RecordType type) throws IOException {
        int receivedId = message.getShort() & 0xFFFF;
        int flags = message.getShort();
        int questions = message.getShort() & 0xFFFF;
        int answers = message.getShort() & 0xFFFF;
        message.position(HEADER_BYTES);
        if (receivedId != id || (flags & RESPONSE) == 0 || questions != 1) {
            throw new IOException("not the response to the question for " + name);
        }
        String asked = readName(message);
        if (!asked.equals(normalized(name)) || (message.getShort() & 0xFFFF) != type.code()) {
            throw new IOException("a response about " + asked + " instead of " + name);
        }
        message.getShort();
        if ((flags & TRUNCATION) != 0) {
            return DnsAnswer.without(DnsAnswer.Status.TRUNCATED);
        }
        int code = flags & RESPONSE_CODE;
        if (code != 0) {
            return DnsAnswer.without(code == NAME_ERROR ? DnsAnswer.Status.NO_SUCH_NAME : DnsAnswer.Status.FAILED);
        }
        return answer(message, records(message, answers), asked, type);
    }

    private static List<ResourceRecord> records(ByteBuffer message, int count) throws IOException {
        List<ResourceRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String owner = readName(message);
            int type = message.getShort() & 0xFFFF;
            int recordClass = message.getShort() & 0xFFFF;
            long ttlSeconds = Math.clamp(message.getInt(), 0, MAX_TTL_SECONDS);
            int length = message.getShort() & 0xFFFF;
            int dataAt = message.position();
            message.position(dataAt + length);
            if (recordClass == CLASS_IN) {
                records.add(new ResourceRecord(owner, type, ttlSeconds, dataAt, length));
            }
        }
        return records;
    }

    /** Follows aliases to the records asked for; those of other names are nobody's business. */
    private static DnsAnswer answer(ByteBuffer message, List<ResourceRecord> records, String name, RecordType type)
            throws IOException {
        Records found = new Records(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long ttlSeconds = MAX_TTL_SECONDS;
        String wanted = name;
        for (int aliases = 0; aliases < MAX_ALIASES; aliases++) {
            String alias = "";
            for (ResourceRecord resource : records) {
                if (resource.owner.equals(wanted) && resource.type == type.code()) {
                    ttlSeconds = Math.min(ttlSeconds, resource.ttlSeconds);
                    readData(message, resource, type, found);
                } else if (resource.owner.equals(wanted) && resource.type == RecordType.CNAME.code()) {
                    ttlSeconds = Math.min(ttlSeconds, resource.ttlSeconds);
                    alias = readName(message.duplicate().position(resource.dataAt));
                }
            }
            if (alias.isEmpty() || !found.isEmpty()) {
                break;
            }
            wanted = alias;
        }
        return new DnsAnswer(
                DnsAnswer.Status.ANSWERED,
                found.addresses,
                found.services,
                found.pointers,
                found.isEmpty() ? 0 : ttlSeconds);
    }

    private static void readData(ByteBuffer message, ResourceRecord resource, RecordType type, Records found)
            throws IOException {
        ByteBuffer data = message.duplicate().position(resource.dataAt);
        switch (type) {
            case A, AAAA -> {
                byte[] bytes = new byte[resource.dataLength];
                data.get(bytes);
                found.addresses.add(InetAddress.getByAddress(bytes));
            }
            case SRV -> {
                int priority = data.getShort() & 0xFFFF;
                int weight = data.getShort() & 0xFFFF;
                int port = data.getShort() & 0xFFFF;
                found.services.add(new ServiceRecord(priority, weight, port, readName(data)));
            }
            case NAPTR -> {
                int order = data.getShort() & 0xFFFF;
                int preference = data.getShort() & 0xFFFF;
                String flags = readText(data).toLowerCase(Locale.ROOT);
                String service = readText(data).toUpperCase(Locale.ROOT);
                String expression = readText(data);
                String replacement = readName(data);
                if (expression.isEmpty() && !replacement.isEmpty()) {
                    found.pointers.add(new NamingPointer(order, preference, flags, service, replacement));
                }
            }
            case CNAME -> throw new IllegalArgumentException("aliases are followed, not asked for");
        }
    }

    private static void writeName(ByteBuffer buffer, String name) throws IOException {
        int start = buffer.position();
        for (String label : normalized(name).split("\\.", -1)) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            boolean fits = buffer.position() - start + 2 + bytes.length <= MAX_NAME_BYTES;
            if (bytes.length == 0 || bytes.length > MAX_LABEL_BYTES || !fits) {
                throw new IOException("'" + name + "' is not a domain name");
            }
            buffer.put((byte) bytes.length).put(bytes);
        }
        buffer.put((byte) 0);
    }

    /** Reads a character-string: a length and so many bytes. */
    private static String readText(ByteBuffer data) {
        byte[] bytes = new byte[data.get() & 0xFF];
        data.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads a name, following pointers, which may only lead back. */
    private static String readName(ByteBuffer message) throws IOException {
        StringBuilder name = new StringBuilder();
        ByteBuffer reader = message;
        int length = message.get() & 0xFF;
        while (length != 0) {
            if (length >= POINTER) {
                int target = ((length << Byte.SIZE) | (reader.get() & 0xFF)) & POINTER_OFFSET;
                if (target >= reader.position() - Short.BYTES) {
                    throw new IOException("a DNS name points ahead");
                }
                reader = message.duplicate().position(target);
            } else if (length > MAX_LABEL_BYTES || name.length() + length >= MAX_NAME_BYTES) {
                throw new IOException("a DNS name is too long");
            } else {
                byte[] label = new byte[length];
                reader.get(label);
                name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.UTF_8));
            }
            length = reader.get() & 0xFF;
        }
        return normalized(name.toString());
    }

    /** Lower case, without the dot at the end. */
    private static String normalized(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
