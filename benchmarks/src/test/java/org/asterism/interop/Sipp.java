package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A SIPp on 127.0.0.1 that goes by one of the scenarios in the folder {@code sipp} of the test resources. */
final class Sipp implements RecordingRegistrar {
    private static final String COMMAND = "/usr/bin/sipp";
    private static final String ADDRESS = "127.0.0.1";

    private final boolean tcp;
    private final int port;
    private final Path heard;
    private final Process process;

    private Sipp(boolean tcp, int port, Path heard, Process process) {
        this.tcp = tcp;
        this.port = port;
        this.heard = heard;
        this.process = process;
    }

    /** Whether it is installed. */
    static boolean isThere() {
        return Files.isExecutable(Path.of(COMMAND));
    }

    /** Starts one that answers, over UDP or TCP. */
    static Sipp answering(Path parent, boolean tcp, String scenario, Map<String, String> keys) {
        try {
            int port = Ports.free(ADDRESS);
            Path folder = Files.createTempDirectory(parent, "sipp-" + scenario);
            Path heard = folder.resolve("messages.csv");
            List<String> command = command(file(scenario), keys);
            command.addAll(List.of("-t", tcp ? "t1" : "u1", "-p", String.valueOf(port)));
            // The same Call-ID may begin a new round at once; -timeout ends what a killed test leaves behind.
            command.addAll(List.of("-i", ADDRESS, "-deadcall_wait", "0", "-timeout", "900s"));
            command.addAll(List.of("-trace_shortmsg", "-shortmessage_file", heard.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.log").toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            return new Sipp(tcp, port, heard, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has one call a Contact from another address of loopback, and waits for its end.
     *
     * @return whether it got the refusal it wants, such as {@code 404}, and SIPp's words
     */
    static Commands call(Path parent, boolean tcp, String from, String address, String contact, String refusal) {
        try {
            // The response to wait for stands in an attribute, where SIPp takes no -key.
            Path scenario = Files.createTempFile(parent, "invite", ".xml");
            Files.writeString(scenario, Files.readString(file("invite")).replace("[refusal]", refusal));
            List<String> command = command(scenario, Map.of("target", contact));
            command.addAll(List.of("-i", from, "-t", tcp ? "t1" : "u1", "-m", "1", "-timeout", "60s", address));
            return Commands.run(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path scenario, Map<String, String> keys) {
        List<String> command = new ArrayList<>(
                List.of(COMMAND, "-sf", scenario.toString(), "-nostdin", "-skip_rlimit", "-max_socket", "64"));
        keys.forEach((key, value) -> command.addAll(List.of("-key", key, value)));
        return command;
    }

    private static Path file(String scenario) {
        URL found = Sipp.class.getResource("sipp/" + scenario + ".xml");
        assertThat(found).as(scenario).isNotNull();
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void awaitReady() {
        if (tcp) {
            Ports.awaitTcp(port, process, this::output);
        } else {
            Ports.awaitUdp(port, process, this::output);
        }
    }

    private String output() {
        try {
            return Files.readString(heard.resolveSibling("out.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** Read from SIPp's log, in which each message is a line: date, time, seconds, R or S, Call-ID, CSeq, first line. */
    @Override
    public List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        Set<String> sequences = new HashSet<>();
        try {
            for (String line : Files.exists(heard) ? Files.readAllLines(heard) : List.<String>of()) {
                String[] columns = line.split("\t");
                if (columns.length > 6 && columns[3].equals("R") && sequences.add(columns[5])) {
                    requests.add(Request.of(Double.parseDouble(columns[2]), columns[5]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return requests;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
