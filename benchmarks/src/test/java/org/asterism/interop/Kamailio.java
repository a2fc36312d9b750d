package org.asterism.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Kamailio as registrar, from Debian's packages; every user's password is {@code my_password}, and nobody who comes from the
 * address it knows is asked for it.
 */
final class Kamailio implements AutoCloseable {
    private static final String CONFIGURATION = """
        #!KAMAILIO
        fork=no
        children=1
        tcp_children=2
        enable_tls=yes
        log_stderror=yes
        listen=udp:127.0.0.1:%1$d
        listen=tcp:127.0.0.1:%1$d
        listen=tls:127.0.0.1:%2$d
        loadmodule "tls.so"
        loadmodule "sl.so"
        loadmodule "pv.so"
        loadmodule "textops.so"
        loadmodule "usrloc.so"
        loadmodule "registrar.so"
        loadmodule "auth.so"
        loadmodule "ctl.so"
        modparam("ctl", "binrpc", "unix:%3$s/ctl")
        modparam("tls", "config", "%3$s/tls.cfg")
        modparam("usrloc", "db_mode", 0)
        modparam("registrar", "min_expires", 10)
        request_route {
          if (!is_method("REGISTER")) { sl_send_reply("405", "Method Not Allowed"); exit; }
          if ($si != "%4$s" && !pv_www_authenticate("kamailio", "my_password", "0")) { www_challenge("kamailio", "0"); exit; }
          save("location");
        }
        """;

    private final Path folder;
    private final Process process;

    private Kamailio(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Whether it is installed. */
    static boolean isThere() {
        return Files.isExecutable(Path.of("/usr/sbin/kamailio"));
    }

    /** Starts one that knows nobody by the address. */
    static Kamailio start(Path parent, int port, int tlsPort, RegistrarCertificate certificate) {
        return start(parent, port, tlsPort, certificate, "192.0.2.1");
    }

    static Kamailio start(Path parent, int port, int tlsPort, RegistrarCertificate certificate, String known) {
        try {
            Path folder = Files.createDirectories(parent.resolve("kamailio"));
            Path configuration = folder.resolve("kamailio.cfg");
            Files.writeString(configuration, CONFIGURATION.formatted(port, tlsPort, folder, known));
            Files.writeString(folder.resolve("tls.cfg"), """
                [server:default]
                method = TLSv1.2+
                certificate = %s
                private_key = %s
                """.formatted(certificate.certificate(), certificate.key()));
            Path log = folder.resolve("out.log");
            Process process = new ProcessBuilder(List.of(
                            "/usr/sbin/kamailio", "-f", configuration.toString(), "-DD", "-E", "-w", folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Ports.awaitUdp(port, process, () -> Ports.text(log));
            Ports.awaitTcp(port, process, () -> Ports.text(log));
            Ports.awaitTcp(tlsPort, process, () -> Ports.text(log));
            return new Kamailio(folder, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bindings it has, as its own tool prints them. */
    String contacts() {
        Commands dump = Commands.run(List.of("/usr/sbin/kamcmd", "-s", "unix:" + folder.resolve("ctl"), "ul.dump"));
        if (dump.status() != 0) {
            throw new IllegalStateException(dump.output());
        }
        return dump.output();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
