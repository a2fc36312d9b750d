package org.asterism.core.cli.console;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The UNIX domain socket that remote consoles connect to. */
final class ControlSocket implements AutoCloseable {
    private final Path path;
    private final ServerSocketChannel channel;
    private final Object identity;

    private ControlSocket(Path path, ServerSocketChannel channel, Object identity) {
        this.path = path;
        this.channel = channel;
        this.identity = identity;
    }

    /**
     * Opens the socket. It is made in a folder that only we may enter, gets its mode there and is moved into place, so that nobody
     * whom the mode shuts out can connect meanwhile. A socket file that nobody answers on is replaced.
     *
     * @throws IOException it cannot be made; the message names the path and the reason
     */
    static ControlSocket open(Path path, Set<PosixFilePermission> mode) throws IOException {
        refuseToReplaceOthers(path);
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
        Path hidden = Files.createTempDirectory(
                folder, ".c", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path made = hidden.resolve("s");
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(made));
            Files.setPosixFilePermissions(made, mode);
            Object identity = identity(made);
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new ControlSocket(path, channel, Objects.requireNonNull(identity));
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(made);
            throw new IOException("The control socket " + path + " cannot be made: " + e, e);
        } finally {
            Files.deleteIfExists(hidden);
        }
    }

    private static void refuseToReplaceOthers(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isOther()) {
            throw new IOException("The control socket " + path
                    + " cannot be made: there is something else of that name; remove it or change astrundir");
        }
        if (answers(path)) {
            throw new IOException("Asterism already running on " + path + ".  Use 'asterism -r' to connect.");
        }
    }

    private static boolean answers(Path path) {
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return probe.isConnected();
        } catch (IOException _) {
            return false; // left behind by a process that was killed
        }
    }

    /** Waits for the next connection. */
    SocketChannel accept() throws IOException {
        return channel.accept();
    }

    /** Closes the socket and removes its file, unless another process has put its own there meanwhile. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (identity.equals(identity(path))) {
            Files.deleteIfExists(path);
        }
    }

    private static @Nullable Object identity(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }
}
