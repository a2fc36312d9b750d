package org.asterism.core.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** {@code rotatestrategy} of logger.conf: what {@code logger rotate} does with the file written so far. */
public enum RotateStrategy {
    /** It becomes {@code name.N}, N one more than the highest there is. */
    SEQUENTIAL,
    /** It becomes {@code name.0}, an older one {@code name.1} and so on. */
    ROTATE,
    /** It becomes {@code name.} and the seconds since 1970. */
    TIMESTAMP,
    /** It stays where it is; something else has moved it. */
    NONE;

    private static final int MOST = 10_000;

    /**
     * Moves a file out of the way.
     *
     * @param file the file; nothing happens when there is none
     * @param now  for {@link #TIMESTAMP}
     * @throws IOException it cannot be moved
     */
    void rotate(Path file, Instant now) throws IOException {
        if (this == NONE || !Files.exists(file)) {
            return;
        }
        Path target = switch (this) {
            case TIMESTAMP -> numbered(file, now.getEpochSecond());
            case ROTATE -> {
                for (int i = firstFree(file); i > 0; i--) {
                    Files.move(numbered(file, i - 1), numbered(file, i), StandardCopyOption.REPLACE_EXISTING);
                }
                yield numbered(file, 0);
            }
            case SEQUENTIAL, NONE -> numbered(file, firstFree(file));
        };
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int firstFree(Path file) {
        int number = 0;
        while (number < MOST && Files.exists(numbered(file, number))) {
            number++;
        }
        return number;
    }

    private static Path numbered(Path file, long number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
