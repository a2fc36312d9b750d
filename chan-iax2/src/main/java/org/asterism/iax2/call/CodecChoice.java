package org.asterism.iax2.call;

import java.util.List;
import org.asterism.iax2.config.CodecPriority;
import org.asterism.iax2.wire.Codecs;
import org.asterism.iax2.wire.IaxCodec;

/** Which codec a call gets (RFC 5456 section 6.2.3; Asterisk's {@code codecpriority}). */
final class CodecChoice {
    private CodecChoice() {}

    /**
     * Chooses the codec of an incoming call.
     *
     * @param priority whose order counts
     * @param ours     codecs the user may have, most wanted first
     * @param call     what the caller can do and wants
     * @return one codec bit, 0 if there is no common codec
     */
    static long of(CodecPriority priority, List<IaxCodec> ours, NewCall call) {
        long permitted = Codecs.maskOf(ours);
        long joint = permitted & call.capability();
        long requested = Codecs.bestOf(call.format() & permitted);
        return switch (priority) {
            case HOST ->
                firstOf(Codecs.firstOf(ours, joint), Codecs.firstOf(call.preferences(), joint), Codecs.bestOf(joint));
            case CALLER -> firstOf(Codecs.firstOf(call.preferences(), joint), Codecs.firstOf(ours, joint), 0);
            case DISABLED -> firstOf(requested, Codecs.bestOf(joint), 0);
            case REQONLY -> requested;
        };
    }

    private static long firstOf(long first, long second, long third) {
        return first != 0 ? first : second != 0 ? second : third;
    }
}
