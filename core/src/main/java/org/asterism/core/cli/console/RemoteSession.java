package org.asterism.core.cli.console;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.core.cli.CliOutput;
import org.asterism.core.cli.CliResult;
import org.asterism.core.log.LogConsole;
import org.asterism.core.log.LogLine;
import org.asterism.core.log.Verbose;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The switch's half of one remote console: runs what it sends, one command after the other, on a thread of its own. */
final class RemoteSession implements Runnable, LogConsole, CliOutput {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteSession.class);
    /** Characters of an answer in one message. */
    private static final int PIECE = 16 * 1024;

    private final ConsoleService service;
    private final SocketChannel channel;
    private final Outbox outbox;
    private final long patienceMs;
    private final Consumer<RemoteSession> onEnd;
    private volatile boolean greeted;
    private volatile boolean busy;
    private volatile int verbosity;
    private volatile boolean colours;

    /**
     * @param service    what consoles can do
     * @param channel    the connection
     * @param patienceMs how long its last messages may take
     * @param onEnd      is told when it has ended
     */
    RemoteSession(ConsoleService service, SocketChannel channel, long patienceMs, Consumer<RemoteSession> onEnd) {
        this.service = service;
        this.channel = channel;
        this.patienceMs = patienceMs;
        this.onEnd = onEnd;
        outbox = new Outbox(channel);
    }

    @Override
    public void run() {
        Thread.ofVirtual().name("console-writer").start(outbox);
        Runnable detach = null;
        try {
            MessageReader reader = new MessageReader(channel, Message.MAX_TO_SWITCH);
            Message first = reader.read();
            if (first == null) {
                return;
            }
            Hello hello = Hello.of(first);
            greeted = true;
            verbosity = hello.verbosity();
            colours = hello.colours();
            outbox.put(service.welcome().message());
            if (hello.interactive()) {
                announce("Remote UNIX connection");
                detach = service.log().attach(this);
            }
            serve(reader);
        } catch (IOException e) {
            LOG.debug("A remote console's connection ended: {}", e.toString());
            outbox.offer(Message.of(MessageKind.FAREWELL, String.valueOf(e.getMessage())));
        } finally {
            if (detach != null) {
                detach.run();
                announce("Remote UNIX connection disconnected");
            }
            outbox.finish(patienceMs);
            onEnd.accept(this);
        }
    }

    /** {@return whether the client has introduced itself} */
    boolean greeted() {
        return greeted;
    }

    /** {@return whether a command runs} */
    boolean busy() {
        return busy;
    }

    /** Ends the connection. Any thread; waits a bounded time for the client to take its last messages. */
    void end(String reason) {
        outbox.offer(Message.of(MessageKind.FAREWELL, reason));
        outbox.finish(patienceMs);
    }

    private void serve(MessageReader reader) throws IOException {
        for (@Nullable Message message = reader.read(); message != null; message = reader.read()) {
            switch (message.kind()) {
                case COMMAND -> run(message.text());
                case COMPLETE -> outbox.put(candidates(service.commands().complete(message.text())));
                case HELLO, WELCOME, OUTPUT, RESULT, CANDIDATES, LOG, FAREWELL ->
                    throw new IOException("Out of turn: " + message.kind());
            }
        }
    }

    private void run(String line) throws IOException {
        busy = true;
        try {
            CliResult result = service.commands().run(line, this);
            outbox.put(Message.of(MessageKind.RESULT, result.name()));
        } finally {
            busy = false;
        }
    }

    private static Message candidates(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            if (text.length() + word.length() > Message.MAX_TO_CLIENT / 4) {
                break; // nobody reads a list of this length
            }
            text.append(text.isEmpty() ? "" : "\n").append(word);
        }
        return Message.of(MessageKind.CANDIDATES, text.toString());
    }

    private void announce(String text) {
        if (!service.quietConnections()) {
            Verbose.say(3, text);
        }
    }

    // The output of this console's commands: called on the thread that runs them.

    @Override
    public void println(String text) {
        String line = text + "\n";
        try {
            for (int from = 0; from < line.length(); ) {
                int to = Math.min(line.length(), from + PIECE);
                if (to < line.length() && Character.isHighSurrogate(line.charAt(to - 1))) {
                    to--;
                }
                outbox.put(Message.of(MessageKind.OUTPUT, line.substring(from, to)));
                from = to;
            }
        } catch (IOException e) {
            LOG.debug("An answer was lost: {}", e.toString());
        }
    }

    @Override
    public int verbosity() {
        return verbosity;
    }

    @Override
    public void verbosity(int level) {
        verbosity = level;
    }

    @Override
    public boolean colours() {
        return colours;
    }

    @Override
    public void show(LogLine line, String text) {
        outbox.offer(Message.of(MessageKind.LOG, text.length() > PIECE ? text.substring(0, PIECE) : text));
    }
}
