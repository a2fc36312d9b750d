package org.asterism.core.dialplan;

import org.asterism.core.channel.Channel;

/** The dialplan as channel drivers and applications ask it. Look-ups are safe for any thread and never block. */
public interface Dialplan {
    /**
     * Whether an extension exists, its patterns and includes counted.
     *
     * @param context      where to look
     * @param extension    what was dialled
     * @param priority     from 1
     * @param callerNumber the caller's number, for caller-id matches; may be empty
     * @return whether something would run
     */
    boolean exists(String context, String extension, int priority, String callerNumber);

    /**
     * Whether an extension exists or could come to exist with more digits.
     *
     * @param context      where to look
     * @param extension    what was dialled so far
     * @param priority     from 1
     * @param callerNumber the caller's number; may be empty
     * @return whether dialling may go on
     */
    boolean canMatch(String context, String extension, int priority, String callerNumber);

    /**
     * Whether more digits could lead to another extension.
     *
     * @param context      where to look
     * @param extension    what was dialled so far
     * @param priority     from 1
     * @param callerNumber the caller's number; may be empty
     * @return whether it is worth waiting for a further digit
     */
    boolean matchMore(String context, String extension, int priority, String callerNumber);

    /**
     * Whether dial tone goes on after these digits.
     *
     * @param context   where to look
     * @param extension what was dialled so far
     * @return whether an {@code ignorepat} says so
     */
    boolean ignorePattern(String context, String extension);

    /**
     * Runs the dialplan for a channel, from its position on, until the call is over, on a virtual thread of its own, and hangs
     * the channel up.
     *
     * @param channel the channel, its position set
     */
    void start(Channel channel);

    /**
     * Replaces variables, functions and expressions in a text.
     *
     * @param channel whose variables count
     * @param text    the text
     * @return the text with {@code ${…}} and {@code $[…]} replaced
     */
    String substitute(Channel channel, String text);
}
