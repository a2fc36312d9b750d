package org.asterism.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A switch whose 600 says back to anybody what he says. */
final class EchoSwitch {
    private EchoSwitch() {}

    static AsterismProcess start(Path folder, String address, int port) throws IOException {
        return AsterismProcess.start(folder, Map.of("iax.conf", """
            [general]
            bindaddr=%s
            bindport=%d
            [guest]
            type=user
            context=tests
            """.formatted(address, port), "extensions.conf", """
            [tests]
            exten => 600,1,Answer()
             same => n,Echo()
            """));
    }

    /** Whom a phone calls there. */
    static String uri(String address, int port) {
        return "iax:" + address + ":" + port + "/600";
    }
}
