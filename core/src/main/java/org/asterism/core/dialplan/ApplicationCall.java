package org.asterism.core.dialplan;

/**
 * An application with its arguments, as Exec and ExecIf are given it.
 *
 * @param application the application's name
 * @param arguments   the text between its parentheses
 */
public record ApplicationCall(String application, String arguments) {
    /**
     * Takes {@code application(arguments)} apart.
     *
     * @param text the text; a missing last parenthesis is forgiven
     * @return its parts
     */
    public static ApplicationCall parse(String text) {
        String trimmed = text.strip();
        int open = trimmed.indexOf('(');
        if (open < 0) {
            return new ApplicationCall(trimmed, "");
        }
        int close = trimmed.endsWith(")") ? trimmed.length() - 1 : trimmed.length();
        return new ApplicationCall(trimmed.substring(0, open).strip(), trimmed.substring(open + 1, close));
    }
}
