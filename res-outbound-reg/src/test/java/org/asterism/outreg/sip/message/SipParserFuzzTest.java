package org.asterism.outreg.sip.message;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Whatever bytes arrive, they are read or dropped, and what is read can be written and read again. */
@Tag("fuzz")
class SipParserFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void shouldReadOrDropAnything(byte[] bytes) {
        MessageMutationTest.readOrDrop(bytes);
    }
}
