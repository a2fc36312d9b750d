package org.asterism.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Kamailio as registrar, from Debian's packages; every user's password is {@code my_password}. */
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
        modparam("tls", "config", "%3$s/tls.cfg")
        modparam("usrloc", "db_mode", 0)
        modparam("registrar", "min_expires", 10)
        request_route {
          if (!is_method("REGISTER")) { sl_send_reply("405", "Method Not Allowed"); exit; }
          if (!pv_www_authenticate("kamailio", "my_password", "0")) { www_challenge("kamailio", "0"); exit; }
          save("location");
        }
        """;

    private final Process process;

    private Kamailio(Process process) {
        this.process = process;
    }

    /** Whether it is installed. */
    static boolean isThere() {
        return Files.isExecutable(Path.of("/usr/sbin/kamailio"));
    }

    static Kamailio start(Path parent, int port, int tlsPort, RegistrarCertificate certificate) {
        try {
            Path folder = Files.createDirectories(parent.resolve("kamailio"));
            Path configuration = folder.resolve("kamailio.cfg");
            Files.writeString(configuration, CONFIGURATION.formatted(port, tlsPort, folder));
            Files.writeString(folder.resolve("tls.cfg"), """
                [server:default]
                method = TLSv1.2+
                certificate = %s
                private_key = %s
                """.formatted(certificate.certificate(), certificate.key()));
            return new Kamailio(new ProcessBuilder(List.of(
                            "/usr/sbin/kamailio", "-f", configuration.toString(), "-DD", "-E", "-w", folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
