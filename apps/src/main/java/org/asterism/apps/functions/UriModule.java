package org.asterism.apps.functions;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_uri}: URIENCODE and URIDECODE. */
@ModuleInfo(name = "func_uri", description = "URI encode/decode dialplan functions")
public final class UriModule implements LoadableModule {
    private static final String UNRESERVED = "-_.!~*'()";

    @Override
    public void load(ModuleContext context) {
        context.register(
                FunctionDraft.of("URIENCODE(data)", "Encodes a string to URI-safe encoding according to RFC 2396.", "")
                        .reading((_, text) -> encode(text)));
        context.register(FunctionDraft.of("URIDECODE(data)", "Decodes a URI-encoded string according to RFC 2396.", "")
                .reading((_, text) -> decode(text)));
    }

    private static String encode(String text) {
        StringBuilder result = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if ((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNRESERVED.indexOf(c) >= 0) {
                result.append(c);
            } else {
                result.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        return result.toString();
    }

    private static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                result.write((high << 4) | low);
                i += 2;
            } else {
                result.write(bytes[i]);
            }
        }
        return result.toString(StandardCharsets.UTF_8);
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble, 16));
    }
}
