package org.asterism.apps.senddtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.asterism.core.media.Format;
import org.asterism.core.testing.MemoryLeg;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class SendDtmfTest {
    @Test
    void shouldSendDigitsHereOrElsewhere(@TempDir Path folder) throws Exception {
        TestPbx pbx = new TestPbx(folder);
        try (MemoryLoop loop = new MemoryLoop("test");
                ModuleHarness module = new ModuleHarness(pbx, new SendDtmfModule())) {
            MemoryTechnology technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, true);
            MemoryLeg alice = technology.incoming("alice");
            MemoryLeg bob = technology.incoming("bob");
            module.run(alice.channel(), "SendDTMF", "1a,1,1").join();
            module.run(alice.channel(), "SendDTMF", "f9,1,1," + bob.channel().name())
                    .join();
            module.run(alice.channel(), "SendDTMF", "1x2").join();
            module.run(alice.channel(), "SendDTMF", "1,,,nobody").join();
            assertThat(alice.done()).containsExactly("begin 1", "end 1", "begin A", "end A");
            assertThat(bob.done()).containsExactly("indicate FLASH", "begin 9", "end 9");
        }
    }
}
