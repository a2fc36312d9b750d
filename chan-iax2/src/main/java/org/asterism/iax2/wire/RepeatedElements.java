package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.getU8;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two elements whose repetitions are parts of one value. The lists given have been parsed and found whole. */
final class RepeatedElements {
    private static final int ELEMENT_HEADER_LENGTH = 2;
    private static final int OSP_BLOCKS = 4;

    private RepeatedElements() {}

    static Map<String, String> variables(MemorySegment segment, long offset, int length) {
        // One char per byte while parts are joined: a part may end in the middle of a character.
        Charset bytewise = StandardCharsets.ISO_8859_1;
        Map<String, String> joined = new LinkedHashMap<>();
        for (int position = 0; position < length; position = after(segment, offset, position)) {
            if (getU8(segment, offset + position) == InformationElement.VARIABLE.number()) {
                String part = new String(data(segment, offset, position), bytewise);
                int end = part.indexOf('\0') < 0 ? part.length() : part.indexOf('\0');
                int equals = part.indexOf('=');
                String name = part.substring(0, equals < 0 || equals > end ? end : equals);
                if (!name.isEmpty()) {
                    joined.merge(name, part.substring(Math.min(name.length() + 1, end), end), String::concat);
                }
            }
        }
        if (joined.isEmpty()) {
            return Map.of();
        }
        Map<String, String> variables = LinkedHashMap.newLinkedHashMap(joined.size());
        joined.forEach((name, value) -> variables.put(utf8(name, bytewise), utf8(value, bytewise)));
        return Collections.unmodifiableMap(variables);
    }

    private static String utf8(String bytes, Charset bytewise) {
        return new String(bytes.getBytes(bytewise), StandardCharsets.UTF_8);
    }

    static byte[] ospToken(MemorySegment segment, long offset, int length) {
        byte[] @Nullable [] blocks = new byte[OSP_BLOCKS][];
        for (int position = 0; position < length; position = after(segment, offset, position)) {
            if (getU8(segment, offset + position) == InformationElement.OSP_TOKEN.number()) {
                byte[] block = data(segment, offset, position);
                if (block.length > 0 && block[0] >= 0 && block[0] < OSP_BLOCKS) {
                    blocks[block[0]] = block;
                }
            }
        }
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        for (byte[] block : blocks) {
            if (block == null) {
                break;
            }
            token.write(block, 1, block.length - 1);
        }
        return token.toByteArray();
    }

    private static int after(MemorySegment segment, long offset, int position) {
        return position + ELEMENT_HEADER_LENGTH + getU8(segment, offset + position + 1);
    }

    private static byte[] data(MemorySegment segment, long offset, int position) {
        byte[] data = new byte[getU8(segment, offset + position + 1)];
        MemorySegment.copy(
                segment, ValueLayout.JAVA_BYTE, offset + position + ELEMENT_HEADER_LENGTH, data, 0, data.length);
        return data;
    }
}
