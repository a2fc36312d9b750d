package org.asterism.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A TLS server that shows a certificate and says nothing, by openssl. */
final class TlsGreeter implements RecordingRegistrar {
    private final int port;
    private final Process process;

    private TlsGreeter(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static TlsGreeter start(RegistrarCertificate certificate) {
        int port = Ports.free("127.0.0.1");
        try {
            Process process = new ProcessBuilder(
                            "openssl",
                            "s_server",
                            "-quiet",
                            "-accept",
                            "127.0.0.1:" + port,
                            "-cert",
                            certificate.certificate().toString(),
                            "-key",
                            certificate.key().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new TlsGreeter(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void awaitReady() {
        Ports.awaitTcp(port, process, () -> "openssl s_server has ended");
    }

    @Override
    public int port() {
        return port;
    }

    /** None: what is said to it is not looked at. */
    @Override
    public List<Request> requests() {
        return List.of();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
