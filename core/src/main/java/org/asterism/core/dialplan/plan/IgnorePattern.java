package org.asterism.core.dialplan.plan;

import org.asterism.core.dialplan.pattern.ExtensionPattern;

/**
 * Digits after which dial tone goes on.
 *
 * @param text      the digits, or a pattern
 * @param registrar who put it there
 */
public record IgnorePattern(String text, String registrar) {
    /**
     * Whether dial tone goes on.
     *
     * @param dialled what was dialled
     * @return whether it is just this
     */
    public boolean matches(String dialled) {
        return ExtensionPattern.isPattern(text)
                ? ExtensionPattern.of(text).matches(ExtensionPattern.significant(dialled))
                : text.equals(dialled);
    }
}
