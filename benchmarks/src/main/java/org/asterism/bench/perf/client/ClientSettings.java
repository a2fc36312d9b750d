package org.asterism.bench.perf.client;

import org.asterism.iax2.wire.IaxCodec;

/**
 * What calls and registrations look like.
 *
 * @param target        the server's IPv4 address
 * @param targetPort    its port
 * @param user          name to call as, {@code {n}} being the number of the call; may be empty
 * @param secret        its password, may be empty; {@code {n}} as in the name
 * @param number        number to call, {@code {n}} as in the name
 * @param context       context to call into, may be empty
 * @param codec         what the frames are in
 * @param frameMs       length of a frame
 * @param giveUpMs      when an unanswered request has failed
 * @param refreshSeconds what registrations ask for
 */
public record ClientSettings(
        int target,
        int targetPort,
        String user,
        String secret,
        String number,
        String context,
        IaxCodec codec,
        int frameMs,
        int giveUpMs,
        int refreshSeconds) {
    /**
     * Fills in the number of a call or user.
     *
     * @param template text with {@code {n}}, or with {@code {n:5}} for five digits with leading zeros
     * @param index    from 0 on
     * @return the text
     */
    public static String fill(String template, int index) {
        int open = template.indexOf("{n");
        int close = template.indexOf('}', open + 1);
        if (open < 0 || close < 0) {
            return template;
        }
        String width = template.substring(open + 2, close);
        String digits = Integer.toString(index);
        if (width.startsWith(":")) {
            digits = "0".repeat(Math.max(0, Integer.parseInt(width.substring(1)) - digits.length())) + digits;
        }
        return template.substring(0, open) + digits + fill(template.substring(close + 1), index);
    }

    /** {@return bytes of a frame's payload} */
    public int payloadBytes() {
        return codec.bytesFor(frameMs);
    }
}
