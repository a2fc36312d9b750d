package org.asterism.core.cli.console;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the screen that this process has. */
final class Screens {
    private static final Logger LOG = LoggerFactory.getLogger(Screens.class);

    private Screens() {}

    static Screen open(Function<String, List<String>> completer, Runnable onInterrupt) {
        if (onTerminal()) {
            try {
                LineEditor editor = LineEditor.open(history(), completer);
                editor.onInterrupt(onInterrupt);
                return editor;
            } catch (IOException e) {
                LOG.warn("The terminal cannot be used for line editing: {}", e.toString());
            }
        }
        return new PlainScreen(System.in, System.out);
    }

    /** {@return whether a person sits at this process} */
    static boolean onTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private static Path history() {
        return Path.of(System.getProperty("user.home", "."), ".asterism_history");
    }
}
