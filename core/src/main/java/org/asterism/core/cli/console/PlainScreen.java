package org.asterism.core.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Plain streams, as in {@code echo "core show version" | asterism -r}: no prompt, no banner, no editing. */
final class PlainScreen implements Screen {
    private final BufferedReader in;
    private final PrintStream out;
    private volatile boolean interrupted;

    PlainScreen(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public Input readLine(String prompt) throws IOException {
        String line = interrupted ? null : in.readLine();
        if (interrupted) {
            return new Input(Outcome.INTERRUPTED, "");
        }
        return line == null ? new Input(Outcome.END, "") : new Input(Outcome.LINE, line);
    }

    @Override
    public void print(String text) {
        out.print(text);
        out.flush();
    }

    /** A thread that waits for standard input finds out with the next line; the process need not wait for it. */
    @Override
    public void interrupt() {
        interrupted = true;
    }

    @Override
    public void resume() {
        interrupted = false;
    }

    @Override
    public void close() {
        out.flush();
    }
}
