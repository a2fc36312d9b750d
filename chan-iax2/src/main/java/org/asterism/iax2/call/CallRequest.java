package org.asterism.iax2.call;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.asterism.core.channel.CallerId;
import org.asterism.iax2.keys.Credentials;
import org.asterism.iax2.wire.IaxCodec;

/**
 * What an outgoing call says and proves itself with.
 *
 * @param extension   CALLED_NUMBER
 * @param context     CALLED_CONTEXT, empty for the remote's choice
 * @param userName    USERNAME, empty for none
 * @param credentials what AUTHREQ is answered with
 * @param callerId    who calls
 * @param sendAni     whether the billing number is sent
 * @param language    LANGUAGE, empty for none
 * @param codecs      what we can do, most wanted first; never empty
 * @param variables   channel variables to send
 * @param autoAnswer  ask the remote to answer by itself
 * @param autokillMs  the round trip is taken to be half of this, and the call given up after twice of it without an answer; 0 for
 *                    the usual patience
 * @param zone        time zone of DATETIME
 */
public record CallRequest(
        String extension,
        String context,
        String userName,
        Credentials credentials,
        CallerId callerId,
        boolean sendAni,
        String language,
        List<IaxCodec> codecs,
        Map<String, String> variables,
        boolean autoAnswer,
        int autokillMs,
        ZoneId zone) {
    /** Copies lists and maps. */
    public CallRequest {
        codecs = List.copyOf(codecs);
        variables = Map.copyOf(variables);
        if (codecs.isEmpty()) {
            throw new IllegalArgumentException("a call needs at least one codec");
        }
    }
}
