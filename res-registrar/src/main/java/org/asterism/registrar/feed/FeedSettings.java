package org.asterism.registrar.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * One {@code feed =} of registrar.conf.
 *
 * @param target   a file's absolute path, or an http or https URL
 * @param interval how long changes may wait for others to be delivered with, {@code feed_interval}
 */
public record FeedSettings(String target, Duration interval) {
    /**
     * Reads what is written after {@code feed =}.
     *
     * @param text     a path or a URL
     * @param folder   what a relative path is relative to
     * @param interval see above
     * @return the settings
     * @throws IllegalArgumentException it is neither; the message says what is expected and has no password in it
     */
    public static FeedSettings of(String text, Path folder, Duration interval) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("expected a file or a URL");
        }
        if (isUrl(trimmed)) {
            HttpTarget.requireUrl(trimmed);
            return new FeedSettings(trimmed, interval);
        }
        return new FeedSettings(folder.resolve(trimmed).toAbsolutePath().toString(), interval);
    }

    FeedTarget open() {
        return isUrl(target) ? new HttpTarget(target) : new FileTarget(Path.of(target));
    }

    private static boolean isUrl(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /** {@return the target without a password} */
    @Override
    public String toString() {
        return open().name();
    }
}
