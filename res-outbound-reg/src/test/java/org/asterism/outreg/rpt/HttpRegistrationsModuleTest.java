package org.asterism.outreg.rpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asterism.core.event.Event;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.registration.RegistrationReport;
import org.asterism.core.registration.RegistrationRule;
import org.asterism.core.registration.RetryPolicy;
import org.asterism.core.testing.ModuleHarness;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class HttpRegistrationsModuleTest {
    private static final String HEADER = "Host                                           Username    Perceived"
            + "                            Refresh  State";

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final LoadableModule module = new HttpRegistrationsModule();
    private TestPbx pbx;
    private Path folder;
    private TestRegistrar registrar;

    @BeforeEach
    void setUp(@TempDir Path folder) throws Exception {
        this.folder = folder;
        pbx = new TestPbx(folder);
        pbx.events().subscribe(event -> {
            if (event.name().equals("Registry")) {
                events.add(event);
            }
        });
        Files.writeString(folder.resolve("iax.conf"), "[general]\nbindport = 4570\n");
        registrar = TestRegistrar.plain();
    }

    @AfterEach
    void tearDown() {
        registrar.close();
    }

    private void configure(String general, String... lines) throws Exception {
        StringBuilder text = new StringBuilder("[general]\n" + general + "\n[registrations]\n");
        for (String line : lines) {
            text.append("register => ").append(line).append('\n');
        }
        Files.writeString(folder.resolve(HttpConfiguration.FILE), text);
    }

    private String url() {
        return "http://127.0.0.1:" + registrar.port() + "/";
    }

    private String nextStatus() throws InterruptedException {
        Event event = events.poll(60, TimeUnit.SECONDS);
        return event == null ? "nothing" : event.value("ChannelType") + " " + event.value("Status");
    }

    private List<String> show() {
        List<String> lines = new ArrayList<>();
        pbx.cli().run("rpt show registrations", lines::add);
        return lines;
    }

    private RegistrationReport report() {
        return pbx.registrations().find("63001@127.0.0.1").getFirst();
    }

    @Test
    void nodeIsRegisteredAndListed() throws Exception {
        configure("", "63001:VerySecret@" + url());
        try (ModuleHarness _ = new ModuleHarness(pbx, module)) {
            assertThat(nextStatus()).isEqualTo("HTTP Registered");
            assertThat(registrar.bodies.poll(60, TimeUnit.SECONDS))
                    .startsWith("{\"port\":4570,")
                    .contains("\"passwd\":\"VerySecret\"");
            assertThat(show())
                    .containsExactly(
                            HEADER,
                            String.format(
                                    "%-45s  63001       192.0.2.171:4569                         180  Registered",
                                    "127.0.0.1:" + registrar.port()),
                            "1 HTTP registration.");
            RegistrationReport report = report();
            assertThat(report.used()).isEqualTo("127.0.0.1:" + registrar.port());
            assertThat(report.snapshot().answers().getLast().decision().rule()).isEqualTo(RegistrationRule.GRANTED);
            assertThat(report.snapshot().answers().getLast().decision().waitMillis())
                    .isEqualTo(60_000);
            assertThat(report.toString()).doesNotContain("VerySecret");
        }
        assertThat(pbx.registrations().names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, '{}', 0,   AUTH_PERMANENT",
        "403, '{}', 0,   PERMANENT",
        "404, '{}', 0,   PERMANENT",
        "404, '{}', 900, RETRY_AFTER",
        "503, '{}', 0,   TEMPORARY",
        "503, '{}', 900, RETRY_AFTER",
        "302, '{}', 0,   PERMANENT",
        "200, '{\"data\":[\"bad password\"]}', 0, PERMANENT",
        "200, '<html>', 0, TEMPORARY",
    })
    void everyAnswerHasItsConsequence(int status, String body, String retryAfter, RegistrationRule rule)
            throws Exception {
        registrar.status = status;
        registrar.body = body;
        registrar.retryAfter = retryAfter;
        configure(
                "auth_rejection_permanent=yes\nfatal_retry_interval=0\nforbidden_retry_interval=0",
                "63001:VerySecret@" + url());
        try (ModuleHarness _ = new ModuleHarness(pbx, module)) {
            assertThat(nextStatus()).isEqualTo("HTTP Rejected");
            assertThat(show().get(1)).endsWith("<Unregistered>                             0  Not Registered");
            assertThat(report().snapshot().answers().getLast().decision().rule())
                    .isEqualTo(rule);
        }
    }

    @Test
    void serverThatIsNotThereIsTriedAgain() throws Exception {
        // Bound, so that nobody else gets the port, but not listened on.
        Socket held = new Socket();
        held.bind(new InetSocketAddress("127.0.0.1", 0));
        configure("retry_interval=20", "63001:VerySecret@http://127.0.0.1:" + held.getLocalPort());
        try (held;
                ModuleHarness _ = new ModuleHarness(pbx, module)) {
            assertThat(nextStatus()).isEqualTo("HTTP Rejected");
            assertThat(report().snapshot().answers().getLast().answer().summary())
                    .startsWith("Nothing sent: no connection");
            assertThat(report().snapshot().answers().getLast().decision().waitMillis())
                    .isEqualTo(20_000);
        }
    }

    @Test
    void certificateIsVerified(@TempDir Path keys) throws Exception {
        try (TestRegistrar secure = TestRegistrar.secure(keys)) {
            configure("", "63001:VerySecret@127.0.0.1:" + secure.port());
            try (ModuleHarness _ = new ModuleHarness(pbx, module)) {
                assertThat(nextStatus()).isEqualTo("HTTP Rejected");
                assertThat(secure.bodies).isEmpty();
                configure("ca_list_file=" + keys.resolve("ca.pem"), "63001:VerySecret@127.0.0.1:" + secure.port());
                module.reload();
                assertThat(nextStatus()).isEqualTo("HTTP Registered");
                assertThat(secure.bodies).hasSize(1);

                configure("ca_list_file=" + keys.resolve("nosuch.pem"));
                assertThatThrownBy(module::reload)
                        .isInstanceOf(ModuleDeclined.class)
                        .hasMessageContaining("nosuch.pem");
                assertThat(show()).hasSize(3);
            }
        }
    }

    @Test
    void reloadKeepsWhatIsUnchanged() throws Exception {
        configure("", "63001:VerySecret@" + url());
        try (ModuleHarness _ = new ModuleHarness(pbx, module)) {
            assertThat(nextStatus()).isEqualTo("HTTP Registered");
            configure("", "63001:VerySecret@" + url(), "63002:Other@" + url());
            module.reload();
            assertThat(nextStatus()).isEqualTo("HTTP Registered");
            assertThat(registrar.bodies).hasSize(2);
            assertThat(registrar.bodies.peek()).contains("63001");
            assertThat(show().getLast()).isEqualTo("2 HTTP registrations.");

            Files.delete(folder.resolve(HttpConfiguration.FILE));
            module.reload();
            assertThat(show()).containsExactly(HEADER, "0 HTTP registrations.");
        }
    }

    @Test
    void retryOptionsAreThoseOfAllRegistrations() throws Exception {
        configure("retry_backoff=yes\nretry_interval_max=900\nmax_retries=-1\nretry_interval=7", "63001:a@" + url());

        RetryPolicy policy = HttpConfiguration.read(pbx.config().parse(HttpConfiguration.FILE))
                .policy();

        assertThat(policy.backoff()).isTrue();
        assertThat(policy.retryIntervalMaxSeconds()).isEqualTo(900);
        assertThat(policy.maxRetries()).isEqualTo(RetryPolicy.FOR_EVER);
        assertThat(policy.retryIntervalSeconds()).isEqualTo(7);
    }

    @Test
    void mistakesAreToldWithTheirPlace() throws Exception {
        Files.writeString(
                folder.resolve(HttpConfiguration.FILE),
                "[general]\nregister_interval=x\n[registrations]\nregister => 63001\nregistre => a\n[other]\n");
        HttpConfiguration read = HttpConfiguration.read(pbx.config().parse(HttpConfiguration.FILE));
        assertThat(read.lines()).isEmpty();
        assertThat(read.policy().retryIntervalSeconds()).isEqualTo(60);
        assertThat(read.problems().toString())
                .contains("register_interval")
                .contains("node:secret@host[:port] at rpt_http_registrations.conf:4")
                .contains("registre")
                .contains("there is no section [other] here");
    }
}
