package org.asterism.core.dialplan.plan;

/**
 * One step of an extension.
 *
 * @param number      its place, from 1; {@link #HINT} for a hint
 * @param label       its name, empty when it has none
 * @param application the application that runs, or the devices of a hint
 * @param arguments   the text between the parentheses, variables not yet replaced
 * @param origin      who put it there
 */
public record Priority(int number, String label, String application, String arguments, Origin origin) {
    /** The number of hints. */
    public static final int HINT = -1;

    /**
     * The same without its label.
     *
     * @return the copy
     */
    public Priority unlabelled() {
        return new Priority(number, "", application, arguments, origin);
    }
}
