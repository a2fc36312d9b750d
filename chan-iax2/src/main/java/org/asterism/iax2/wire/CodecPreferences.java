package org.asterism.iax2.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * The CODEC_PREFS element (RFC 5456 section 8.6.35): one character per codec, most wanted first, {@code 'A'} + its
 * place in an alphabet of codecs that never changes.
 */
public final class CodecPreferences {
    /** Most characters that are read. */
    public static final int MAX_LENGTH = 32;

    private static final int MAX_SENT = 31;
    private static final char BASE = 'A';

    private CodecPreferences() {}

    /** The element's text for an order of preference; what is beyond 31 codecs is left out, as peers have no room. */
    public static String encode(List<IaxCodec> order) {
        StringBuilder text = new StringBuilder();
        for (IaxCodec codec : order.subList(0, Math.min(order.size(), MAX_SENT))) {
            text.append((char) (BASE + codec.preference()));
        }
        return text.toString();
    }

    /** The order in an element's text. Characters that stand for no codec and repetitions are skipped. */
    public static List<IaxCodec> decode(String text) {
        List<IaxCodec> order = new ArrayList<>();
        for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
            IaxCodec codec = IaxCodec.ofPreference(text.charAt(i) - BASE);
            if (codec != null && !order.contains(codec)) {
                order.add(codec);
            }
        }
        return List.copyOf(order);
    }
}
