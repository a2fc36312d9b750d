package org.asterism.outreg.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.asterism.core.module.BuiltInModules;
import org.asterism.core.module.ModuleLoader;
import org.asterism.core.module.ModuleOutcome;
import org.asterism.core.module.ReloadResult;
import org.asterism.core.testing.TestPbx;
import org.asterism.outreg.sip.config.TransportSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ResPjsipTest {
    private static final String UDP = """
        [udp]
        type = transport
        bind = 127.0.0.1:0
        """;

    @TempDir
    private Path folder;

    private TestPbx pbx;
    private ModuleLoader loader;

    @BeforeEach
    void make() {
        pbx = new TestPbx(folder);
        loader = new ModuleLoader(pbx, List.of(new BuiltInModules(List.of(new ResPjsip()))), InstantSource.system());
        loader.markBooted();
    }

    @AfterEach
    void close() {
        loader.unloadAll();
        pbx.database().close();
    }

    private void write(String conf) throws IOException {
        Files.writeString(folder.resolve("pjsip.conf"), conf);
    }

    private SipEngine stack() {
        return (SipEngine) Objects.requireNonNull(pbx.services().find(SipStack.class));
    }

    private InetSocketAddress local(String transport) {
        return stack().loop()
                .ask(() -> stack().transportSet().local(transport))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void shouldProvideTheStackAndBindWhatTheFileSays() throws IOException {
        write(UDP + "[global]\ntype=global\nuser_agent=Foo\n");

        assertThat(loader.load("res_pjsip")).extracting(ModuleOutcome::done).isEqualTo(true);

        assertThat(stack().transports()).extracting(TransportSettings::name).containsExactly("udp");
        assertThat(stack().settings().userAgent()).isEqualTo("Foo");
        assertThat(local("udp").getPort()).isPositive();
        assertThat(pbx.configCatalogue().sets("pjsip.conf")).hasSize(3);
    }

    @Test
    void shouldDeclineWithoutAFile() {
        assertThat(loader.load("res_pjsip").toString()).contains("pjsip.conf");

        assertThat(pbx.services().find(SipStack.class)).isNull();
    }

    @Test
    void shouldStartWithNothingWhereTheFileIsSpoiltAndTakeItMended() throws IOException {
        write("true" + UDP);
        assertThat(loader.load("res_pjsip")).extracting(ModuleOutcome::done).isEqualTo(true);
        assertThat(stack().transports()).isEmpty();

        write(UDP);
        assertThat(loader.reload("res_pjsip")).isEqualTo(ReloadResult.SUCCESS);
        assertThat(local("udp").getPort()).isPositive();
    }

    @Test
    void shouldStartTheOtherTransportsWhereOneCannotBeBound() throws IOException {
        write("[a]\ntype=transport\nbind=192.0.2.77:5060\n" + UDP);

        loader.load("res_pjsip");

        assertThat(stack().transports()).extracting(TransportSettings::name).containsExactly("udp");
    }

    @Test
    void shouldApplyTheDifferenceAtAReload() throws IOException {
        write(UDP + "[gone]\ntype=transport\nbind=127.0.0.1:0\n"
                + "[free]\ntype=transport\nallow_reload=yes\nbind=127.0.0.1:0\n");
        loader.load("res_pjsip");
        InetSocketAddress before = local("udp");

        write(UDP.replace("127.0.0.1", "127.0.0.2") + "[new]\ntype=transport\nbind=127.0.0.3:0\n"
                + "[free]\ntype=transport\nallow_reload=yes\nbind=127.0.0.4:0\n"
                + "[system]\ntype=system\ntimer_t1=250\n");
        assertThat(loader.reload("res_pjsip")).isEqualTo(ReloadResult.SUCCESS);

        assertThat(local("udp")).as("not without allow_reload").isEqualTo(before);
        assertThat(local("gone")).isNull();
        assertThat(local("new").getAddress().getHostAddress()).isEqualTo("127.0.0.3");
        assertThat(local("free").getAddress().getHostAddress()).isEqualTo("127.0.0.4");
        assertThat(stack().settings().t1()).isEqualTo(250);
    }

    @Test
    void shouldKeepWhatItHasWhenTheFileIsSpoilt() throws IOException {
        write(UDP);
        loader.load("res_pjsip");
        InetSocketAddress before = local("udp");

        write("oops[udp]\n");
        assertThat(loader.reload("res_pjsip")).isEqualTo(ReloadResult.ERROR);

        assertThat(local("udp")).isEqualTo(before);
    }
}
