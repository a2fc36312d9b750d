package org.asterism.core.channel;

import java.util.List;
import org.asterism.core.media.Format;
import org.jspecify.annotations.Nullable;

/**
 * Where an outgoing call goes and on whose behalf.
 *
 * @param resource  the dial string after {@code Tech/}
 * @param requestor the channel that dials, whose inheritable variables are copied; {@code null} for an originated call
 * @param callerId  who calls
 * @param formats   formats the requestor can take, the best first; empty for any
 * @param mailbox   where the new channel delivers its events
 */
public record DialRequest(
        String resource, @Nullable Channel requestor, CallerId callerId, List<Format> formats, Mailbox mailbox) {
    /** Copies the list. */
    public DialRequest {
        formats = List.copyOf(formats);
    }
}
