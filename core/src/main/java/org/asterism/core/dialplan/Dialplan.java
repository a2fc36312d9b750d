package org.asterism.core.dialplan;

import java.time.ZonedDateTime;
import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.Variables;
import org.jspecify.annotations.Nullable;

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
     * The devices whose state an extension shows.
     *
     * @param context   where to look
     * @param extension the extension
     * @return the text of its hint, such as {@code IAX2/alice&IAX2/bob}, or {@code null} when it has none
     */
    @Nullable
    String hint(String context, String extension);

    /**
     * Runs the dialplan for a channel, from its position on, until the call is over, on a virtual thread of its own, and hangs
     * the channel up.
     *
     * @param channel the channel, its position set
     */
    void start(Channel channel);

    /**
     * Runs one application for a channel on a virtual thread of its own, and hangs the channel up.
     *
     * @param channel     the channel
     * @param application the application's name
     * @param arguments   the text between its parentheses
     */
    void start(Channel channel, String application, String arguments);

    /**
     * Runs one application now, as Exec does. For the channel's own thread.
     *
     * @param channel     the channel
     * @param application the application's name
     * @param arguments   the text between its parentheses, variables replaced
     * @return false when there is no such application
     * @throws ApplicationFailed the application gave up
     */
    boolean execute(Channel channel, String application, String arguments) throws ApplicationFailed;

    /**
     * Runs a subroutine until it returns, and leaves the channel where it was. For the channel's own thread.
     *
     * @param channel   the channel
     * @param position  where the subroutine begins
     * @param arguments its ARG1, ARG2 ...
     * @return whether it came to a Return; its value is in GOSUB_RETVAL
     * @throws ApplicationFailed the subroutine does not exist, or something in it gave up
     */
    boolean gosub(Channel channel, DialplanPosition position, List<String> arguments) throws ApplicationFailed;

    /**
     * Reads {@code [[context,]extension,]priority|label} as Goto does.
     *
     * @param channel     the channel that goes, whose position completes what is left out
     * @param destination the text
     * @return the position, which need not exist
     * @throws ApplicationFailed the text is wrong or the label does not exist
     */
    DialplanPosition resolve(Channel channel, String destination) throws ApplicationFailed;

    /**
     * Takes digits from a caller until they can only be one extension, and moves the channel there; or to {@code i}, {@code t}
     * or {@code e}. For the channel's own thread.
     *
     * @param channel the channel
     * @param context where the extensions are
     * @param digits  what has been dialled already; when empty, the first digit is waited for as long as TIMEOUT(response)
     * @throws ApplicationFailed nothing fits what the caller did
     */
    void collectExtension(Channel channel, String context, String digits) throws ApplicationFailed;

    /**
     * Sets a variable or function as Set does.
     *
     * @param channel the channel whose variable it is; {@code null} for a global variable
     * @param name    a variable, or a function with its arguments such as {@code CALLERID(num)}
     * @param value   the value
     */
    void assign(@Nullable Channel channel, String name, String value);

    /** {@return the variables of [globals] and GLOBAL()} */
    Variables globals();

    /** {@return the current time, for conditions} */
    ZonedDateTime now();

    /** {@return changes the dialplan} */
    DialplanEditor editor();

    /** {@return how many channels run in it now} */
    int activeRuns();

    /**
     * How many calls are in an application of a module now, each a reason not to unload it.
     *
     * @param module the module's name, without {@code .so}
     * @return their number
     */
    int running(String module);

    /**
     * Replaces variables, functions and expressions in a text.
     *
     * @param channel whose variables count; {@code null} for global ones alone
     * @param text    the text
     * @return the text with {@code ${…}} and {@code $[…]} replaced
     */
    String substitute(@Nullable Channel channel, String text);
}
