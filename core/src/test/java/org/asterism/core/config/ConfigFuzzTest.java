package org.asterism.core.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Whatever bytes a file holds, it is read or rejected with file and line, in bounded time. */
@Tag("fuzz")
class ConfigFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void shouldReadOrRejectAnything(byte[] content) {
        ConfigRandomTest.readOrReject(new MemorySource(Path.of("/etc/asterisk"))
                .put("x.conf", content)
                .put("b", "[b]\nk=v\n"));
    }
}
