package org.asterism.core.config;

import java.util.List;

/**
 * A {@code [name](modifiers)} line taken apart.
 *
 * @param name      the text between the brackets.
 * @param modifiers what stands between parentheses that follow the bracket at once; text elsewhere on the line means
 *                  nothing, so {@code [a] (b)} inherits nothing.
 * @param trailing  what is ignored after the bracket or parenthesis.
 */
record SectionHeader(String name, List<String> modifiers, String trailing) {
    static SectionHeader parse(String line) throws Rejection {
        int bracket = line.indexOf(']');
        if (bracket < 0) {
            throw new Rejection("parse error: no closing ']'", "write the section as [name]");
        }
        String name = line.substring(1, bracket);
        if (!line.startsWith("(", bracket + 1)) {
            return new SectionHeader(
                    name, List.of(), line.substring(bracket + 1).trim());
        }
        int parenthesis = line.indexOf(')', bracket);
        if (parenthesis < 0) {
            throw new Rejection("parse error: no closing ')'", "write the section as [name](template,template)");
        }
        String modifiers = line.substring(bracket + 2, parenthesis);
        return new SectionHeader(
                name,
                List.of(modifiers.split(",", -1)),
                line.substring(parenthesis + 1).trim());
    }
}
