package org.asterism.iax2.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds element lists byte by byte, whether or not they make sense: one byte per char. */
final class ListBuilder {
    private final ByteArrayOutputStream list = new ByteArrayOutputStream();

    ListBuilder add(int number, String data) {
        list.write(number);
        list.write(data.length());
        list.writeBytes(data.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    byte[] bytes() {
        return list.toByteArray();
    }
}
