package org.asterism.core;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts this program anew in this very process, as {@code core restart} does: same PID, same terminal. Linux only. */
final class ReExecution {
    private static final Path SELF = Path.of("/proc/self");
    private static final int F_SETFD = 2;
    private static final int FD_CLOEXEC = 1;
    private static final int FIRST_AFTER_STANDARD_STREAMS = 3;

    private ReExecution() {}

    /**
     * Replaces the running program by a new one of the same arguments. Returns only by its exception.
     *
     * @throws IOException it cannot be done here; the message says why
     */
    static void run() throws IOException {
        List<String> command = commandLine();
        Path executable = Files.readSymbolicLink(SELF.resolve("exe"));
        Linker linker = Linker.nativeLinker();
        SymbolLookup libc = linker.defaultLookup();
        Linker.Option errno = Linker.Option.captureCallState("errno");
        MethodHandle execv = linker.downcallHandle(
                libc.findOrThrow("execv"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS),
                errno);
        MethodHandle fcntl = linker.downcallHandle(
                libc.findOrThrow("fcntl"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        MemoryLayout stateLayout = Linker.Option.captureStateLayout();
        VarHandle errnoOf = stateLayout.varHandle(MemoryLayout.PathElement.groupElement("errno"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(ValueLayout.ADDRESS, command.size() + 1L);
            for (int i = 0; i < command.size(); i++) {
                arguments.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(command.get(i)));
            }
            arguments.setAtIndex(ValueLayout.ADDRESS, command.size(), MemorySegment.NULL);
            MemorySegment state = arena.allocate(stateLayout);
            MemorySegment path = arena.allocateFrom(executable.toString());
            for (int descriptor : openDescriptors()) {
                int _ = (int) fcntl.invokeExact(descriptor, F_SETFD, FD_CLOEXEC);
            }
            int result = (int) execv.invokeExact(state, path, arguments);
            throw new IOException(
                    "execv of " + executable + " gave " + result + ", errno " + (int) errnoOf.get(state, 0L));
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("execv of " + executable, e);
        }
    }

    private static List<String> commandLine() throws IOException {
        String raw = new String(Files.readAllBytes(SELF.resolve("cmdline")), StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>();
        int from = 0;
        for (int end = raw.indexOf('\0'); end >= 0; end = raw.indexOf('\0', from)) {
            command.add(raw.substring(from, end));
            from = end + 1;
        }
        return command;
    }

    /** Sockets of a JVM survive an exec unless they are told not to. */
    private static List<Integer> openDescriptors() throws IOException {
        List<Integer> descriptors = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(SELF.resolve("fd"))) {
            for (Path entry : entries) {
                int descriptor = Integer.parseInt(entry.getFileName().toString());
                if (descriptor >= FIRST_AFTER_STANDARD_STREAMS) {
                    descriptors.add(descriptor);
                }
            }
        }
        return descriptors;
    }
}
