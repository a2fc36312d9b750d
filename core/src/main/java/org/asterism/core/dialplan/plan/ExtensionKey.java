package org.asterism.core.dialplan.plan;

import org.asterism.core.dialplan.pattern.ExtensionPattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes two names the same extension: they match the same digits of the same callers.
 *
 * @param matched     the significant characters, or the canonical form of a pattern
 * @param callerMatch the callers, {@code null} for all
 */
record ExtensionKey(String matched, @Nullable String callerMatch) {
    static ExtensionKey of(String name, @Nullable String callerMatch) {
        String matched = ExtensionPattern.isPattern(name)
                ? "_" + ExtensionPattern.of(name).canonical()
                : ExtensionPattern.significant(name);
        return new ExtensionKey(matched, callerMatch);
    }

    static ExtensionKey of(Extension extension) {
        return of(extension.name(), extension.callerMatch());
    }
}
