package org.asterism.core.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code -rx}: runs one command on a running switch and prints its answer. Loads as little as it can, to be quick. */
public final class RemoteCommand {
    /** The command succeeded. */
    public static final int OK = 0;
    /** The command failed or is unknown, or there is no switch. */
    public static final int FAILED = 1;

    /** The name of the result that means success; naming the enum would load it. */
    static final String SUCCESS = "SUCCESS";

    private static final long GREETING_MS = 10_000;

    private RemoteCommand() {}

    /**
     * Runs a command.
     *
     * @param socket  the running switch's control socket
     * @param command the line
     * @param out     gets the answer, in UTF-8
     * @param errors  gets what went wrong with the connection
     * @return the exit status: {@link #OK} or {@link #FAILED}
     */
    public static int run(Path socket, String command, OutputStream out, PrintStream errors) {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException | IllegalArgumentException _) {
            errors.println(unreachable(socket));
            return FAILED;
        }
        try (channel) {
            return converse(channel, command, out);
        } catch (IOException e) {
            errors.println("Asterism did not answer: " + e.getMessage());
            return FAILED;
        }
    }

    /**
     * What to say where there is no switch.
     *
     * @param socket its control socket
     * @return Asterisk's words, which scripts look for
     */
    static String unreachable(Path socket) {
        return "Unable to connect to remote asterisk (does " + socket + " exist?)";
    }

    private static int converse(SocketChannel channel, String command, OutputStream out) throws IOException {
        Thread impatience = closeLater(channel);
        MessageWriter.write(channel, new Hello(false, 0, false).message());
        MessageWriter.write(channel, Message.of(MessageKind.COMMAND, command));
        MessageReader reader = new MessageReader(channel, Message.MAX_TO_CLIENT);
        for (@Nullable Message message = reader.read(); message != null; message = reader.read()) {
            switch (message.kind()) {
                case WELCOME -> impatience.interrupt();
                case OUTPUT -> out.write(message.body());
                case RESULT -> {
                    out.flush();
                    return message.text().equals(SUCCESS) ? OK : FAILED;
                }
                case FAREWELL -> throw new IOException(message.text().isEmpty() ? "it ended" : message.text());
                case HELLO, COMMAND, COMPLETE, CANDIDATES, LOG -> throw new IOException("unexpected " + message.kind());
            }
        }
        throw new IOException("it ended");
    }

    /** Closes the connection to a switch that does not even introduce itself: one that hangs. */
    private static Thread closeLater(SocketChannel channel) {
        return Thread.ofPlatform().daemon().name("greeting").start(() -> {
            try {
                Thread.sleep(GREETING_MS);
                channel.close();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (IOException _) {
                // closed is closed
            }
        });
    }
}
