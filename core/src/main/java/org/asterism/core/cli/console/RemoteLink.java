package org.asterism.core.cli.console;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A remote console's connection to the switch. One thread receives and one prints, because printing waits while a completion is
 * being asked for, and its answer must get through meanwhile.
 */
final class RemoteLink implements AutoCloseable {
    private static final long CANDIDATES_MS = 10_000;
    private static final long LOOK_AROUND_MS = 100;
    private static final Message LOST = Message.of(MessageKind.FAREWELL, "");
    /** The number of no question: there will be no more answers. */
    private static final int NO_MORE = 0;

    /** The answer to one question for candidates: the switch answers one after the other, so their numbers tell which. */
    private record Candidates(int question, List<String> words) {}

    private final SocketChannel channel;
    private final MessageReader reader;
    private final BlockingQueue<Message> toPrint = new ArrayBlockingQueue<>(1024);
    private final BlockingQueue<Candidates> candidates = new ArrayBlockingQueue<>(16);
    private final BlockingQueue<String> results = new ArrayBlockingQueue<>(2);
    private final Welcome welcome;
    private volatile boolean lost;
    private int asked; // by the thread that completes

    private RemoteLink(SocketChannel channel, MessageReader reader, Welcome welcome) {
        this.channel = channel;
        this.reader = reader;
        this.welcome = welcome;
    }

    /**
     * Connects and introduces itself.
     *
     * @param socket    the control socket
     * @param verbosity up to which level verbose messages are wanted
     * @param colours   whether log lines may be coloured
     * @throws IOException nobody answers
     */
    static RemoteLink connect(Path socket, int verbosity, boolean colours) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        try {
            MessageWriter.write(channel, new Hello(true, verbosity, colours).message());
            MessageReader reader = new MessageReader(channel, Message.MAX_TO_CLIENT);
            Message first = reader.read();
            if (first == null) {
                throw new IOException("The connection was closed at once");
            }
            return new RemoteLink(channel, reader, Welcome.of(first));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** {@return how the switch introduced itself} */
    Welcome welcome() {
        return welcome;
    }

    /**
     * Begins to print what arrives.
     *
     * @param printer prints text with its line ends
     * @param onLost  is run when the connection has ended
     */
    void start(Consumer<String> printer, Runnable onLost) {
        Thread.ofPlatform().daemon().name("console-printer").start(() -> printAll(printer, onLost));
        Thread.ofPlatform().daemon().name("console-receiver").start(this::receiveAll);
    }

    /** {@return whether the connection has ended} */
    boolean lost() {
        return lost;
    }

    /** Runs a line and waits until its answer has been printed, or the connection has ended. Returns whether it succeeded. */
    boolean run(String line) {
        try {
            MessageWriter.write(channel, Message.of(MessageKind.COMMAND, line));
            while (!lost) {
                String result = results.poll(LOOK_AROUND_MS, TimeUnit.MILLISECONDS);
                if (result != null) {
                    return result.equals(RemoteCommand.SUCCESS);
                }
            }
        } catch (IOException _) {
            lost = true; // why, the receiver has been told
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** {@return words that the last one of a line may become, none when the switch does not say so soon} */
    List<String> complete(String line) {
        try {
            int question = ++asked;
            candidates.clear();
            MessageWriter.write(channel, Message.of(MessageKind.COMPLETE, line));
            @Nullable Candidates answer = candidates.poll(CANDIDATES_MS, TimeUnit.MILLISECONDS);
            while (answer != null && answer.question != question && answer.question != NO_MORE) {
                answer = candidates.poll(CANDIDATES_MS, TimeUnit.MILLISECONDS); // that one was given up
            }
            return answer == null ? List.of() : answer.words;
        } catch (IOException _) {
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void receiveAll() {
        int answered = 0;
        try {
            for (@Nullable Message message = reader.read(); message != null; message = reader.read()) {
                if (message.kind() == MessageKind.CANDIDATES) {
                    String text = message.text();
                    boolean _ = candidates.offer(
                            new Candidates(++answered, text.isEmpty() ? List.of() : List.of(text.split("\n"))));
                } else {
                    toPrint.put(message);
                }
            }
        } catch (IOException _) {
            // the end of the connection is told below
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        boolean _ = candidates.offer(new Candidates(NO_MORE, List.of()));
        try {
            toPrint.put(LOST);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void printAll(Consumer<String> printer, Runnable onLost) {
        try {
            @Nullable Message next = toPrint.take();
            while (next != LOST) {
                next = print(next, printer);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lost = true;
        onLost.run();
    }

    /** Prints a message and, if it is an answer, the pieces of it that have arrived already. Returns the next one. */
    private Message print(Message message, Consumer<String> printer) throws InterruptedException {
        switch (message.kind()) {
            case OUTPUT -> {
                StringBuilder text = new StringBuilder(message.text());
                @Nullable Message next = toPrint.poll();
                while (next != null && next.kind() == MessageKind.OUTPUT && text.length() < Message.MAX_TO_SWITCH) {
                    text.append(next.text());
                    next = toPrint.poll();
                }
                printer.accept(text.toString());
                return next == null ? toPrint.take() : next;
            }
            case LOG -> printer.accept(message.text() + "\n");
            case RESULT -> results.put(message.text());
            case FAREWELL -> {
                if (!message.text().isEmpty()) {
                    printer.accept(message.text() + "\n");
                }
            }
            case HELLO, COMMAND, COMPLETE, WELCOME, CANDIDATES -> printer.accept("Unexpected " + message.kind() + "\n");
        }
        return toPrint.take();
    }
}
