package org.asterism.core.cli.console;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.asterism.core.cli.CliRegistry;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A terminal with line editing, history, and completion by TAB and {@code ?} as Asterisk's console has it. */
final class LineEditor implements Screen {
    private static final Logger LOG = LoggerFactory.getLogger(LineEditor.class);
    private static final String COMPLETE = "complete-command";
    private static final String FORWARD_DELETE = "delete-at-cursor";
    private static final String CTRL_D = "\u0004";
    private static final int HISTORY_LINES = 1000;
    private static final long LEAVE_MS = 1_000;

    private final Terminal terminal;
    private final LineReader reader;
    private final Function<String, List<String>> completer;
    /** Held by the thread that reads a line. */
    private final ReentrantLock inUse = new ReentrantLock();

    private volatile String prompt = "";
    private volatile boolean interrupted;

    private LineEditor(Terminal terminal, LineReader reader, Function<String, List<String>> completer) {
        this.terminal = terminal;
        this.reader = reader;
        this.completer = completer;
    }

    /**
     * Takes over the terminal of this process.
     *
     * @param history   where lines typed are kept for the next time
     * @param completer gives the words that the last one of a line may become; may block for a moment
     * @return the editor
     * @throws IOException there is no usable terminal
     */
    static LineEditor open(Path history, Function<String, List<String>> completer) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .name("Asterism")
                .system(true)
                .provider("ffm")
                .dumb(true)
                .nativeSignals(true)
                .build();
        DefaultParser parser = new DefaultParser();
        parser.setQuoteChars(new char[0]);
        parser.setEscapeChars(new char[0]);
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("Asterism")
                .parser(parser)
                .variable(LineReader.HISTORY_FILE, privateFile(history))
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .build();
        LineEditor editor = new LineEditor(terminal, reader, completer);
        editor.bindKeys();
        return editor;
    }

    /** Makes the history file unreadable for others: what is typed may contain secrets. */
    private static Path privateFile(Path history) {
        try {
            Files.createFile(
                    history, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException _) {
            return history;
        } catch (IOException e) {
            LOG.debug("No history is kept: {}", e.toString());
        }
        return history;
    }

    private void bindKeys() {
        reader.getWidgets().put(COMPLETE, this::complete);
        reader.getWidgets().put(FORWARD_DELETE, () -> {
            reader.getBuffer().delete(); // at the end of a line, where shells leave, nothing happens
            return true;
        });
        KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
        keys.bind(new Reference(COMPLETE), "\t", "?");
        keys.bind(new Reference(FORWARD_DELETE), CTRL_D);
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public Input readLine(String newPrompt) {
        prompt = newPrompt;
        inUse.lock();
        try {
            return interrupted ? new Input(Outcome.INTERRUPTED, "") : readWithoutEndOfFile(newPrompt);
        } finally {
            inUse.unlock();
        }
    }

    private Input readWithoutEndOfFile(String newPrompt) {
        Attributes usual = terminal.getAttributes();
        Attributes withoutEnd = new Attributes(usual);
        withoutEnd.setControlChar(Attributes.ControlChar.VEOF, 0); // else the reader takes Ctrl-D for the end of input
        terminal.setAttributes(withoutEnd);
        try {
            return new Input(Outcome.LINE, reader.readLine(newPrompt));
        } catch (UserInterruptException _) {
            return new Input(Outcome.INTERRUPTED, "");
        } catch (EndOfFileException _) {
            return new Input(Outcome.END, "");
        } finally {
            terminal.setAttributes(usual);
        }
    }

    @Override
    public void print(String text) {
        reader.printAbove(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    @Override
    public void interrupt() {
        interrupted = true;
        terminal.raise(Terminal.Signal.INT);
    }

    @Override
    public void resume() {
        interrupted = false;
    }

    /** Has Ctrl-C do something while no line is being read. */
    void onInterrupt(Runnable action) {
        terminal.handle(Terminal.Signal.INT, _ -> {
            if (!interrupted) { // else it is interrupt() that raised it, for a reader that has just left
                action.run();
            }
        });
    }

    /** Gives the terminal back, once the thread that reads a line has left it, but does not wait for that for ever. */
    @Override
    public void close() {
        interrupt();
        boolean left = false;
        try {
            left = inUse.tryLock(LEAVE_MS, TimeUnit.MILLISECONDS);
            reader.getHistory().save();
            terminal.close();
        } catch (IOException e) {
            LOG.debug("Giving the terminal back: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (left) {
                inUse.unlock();
            }
        }
    }

    /** TAB and {@code ?}: one candidate is inserted with a blank behind it, of several their common beginning, and they are listed. */
    private boolean complete() {
        String line = reader.getBuffer().upToCursor();
        if (line.length() > CliRegistry.MAX_LINE) {
            return true;
        }
        List<String> candidates = completer.apply(line);
        if (candidates.isEmpty()) {
            return true;
        }
        String typed = line.substring(lastWord(line));
        String insert = insertion(candidates);
        if (candidates.size() > 1) {
            list(candidates);
        }
        if (insert.length() > typed.length() && insert.regionMatches(true, 0, typed, 0, typed.length())) {
            reader.getBuffer().backspace(typed.length());
            reader.getBuffer().write(insert);
        }
        return true;
    }

    private static String insertion(List<String> candidates) {
        String common = CandidateList.commonPrefix(candidates);
        boolean finished = candidates.size() == 1 && !common.endsWith("/"); // a dial string goes on behind its slash
        return finished ? common + " " : common;
    }

    private void list(List<String> candidates) {
        int columns = terminal.getSize().getColumns();
        int width = columns > 0 ? columns : 80;
        print(prompt + reader.getBuffer() + "\n" + CandidateList.columns(candidates, width));
    }

    private static int lastWord(String line) {
        int at = line.length();
        while (at > 0 && !Character.isWhitespace(line.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
