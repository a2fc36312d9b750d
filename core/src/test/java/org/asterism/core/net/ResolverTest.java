package org.asterism.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.asterism.core.net.dns.DnsResponses;
import org.asterism.core.net.dns.DnsSettings;
import org.asterism.core.net.dns.HostsFile;
import org.asterism.core.net.dns.NamingPointer;
import org.asterism.core.testing.Eventually;
import org.asterism.core.time.ManualMillisClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class ResolverTest {

    /** For a name server that answers. */
    private static final int PATIENT_MS = 60_000;
    /** For one that does not. */
    private static final int IMPATIENT_MS = 200;

    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int SRV = 33;
    private static final String NAME = "pbx.example.org";

    private final FakeNameServer server = new FakeNameServer();
    private final ManualMillisClock clock = new ManualMillisClock(1_000_000);
    private final List<String> systemAsked = new ArrayList<>();
    private DnsSettings settings = server.settings(PATIENT_MS);

    @TempDir
    private Path folder;

    ResolverTest() throws IOException {}

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "[::1]", " 10.1.2.3 "})
    void shouldAnswerLiteralsWithoutAskingAnybody(String literal) {
        List<Resolution> answers = new ArrayList<>();
        resolver().resolve(literal, Runnable::run, answers::add);

        assertThat(answers).hasSize(1).allMatch(Resolution::isFound);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void shouldTellTheServicesOfADomainByOrderAndPreferenceForTheirTimeToLive() {
        server.answer(
                35,
                "example.org",
                new DnsResponses()
                        .pointer("example.org", 100, 20, 1, "S", "sip+d2u", "_sip._udp.example.org")
                        .pointer("example.org", 100, 10, 2, "s", "SIP+D2T", "_sip._tcp.example.org")
                        .pointer("example.org", 100, 10, 1, "s", "SIPS+D2T", "_sips._tcp.example.org"));
        Resolver resolver = resolver();

        PointerResolution first = pointers(resolver);
        server.forget();
        clock.advance(99_000);

        assertThat(first.pointers())
                .extracting(NamingPointer::service, NamingPointer::flags, NamingPointer::replacement)
                .containsExactly(
                        tuple("SIPS+D2T", "s", "_sips._tcp.example.org"),
                        tuple("SIP+D2T", "s", "_sip._tcp.example.org"),
                        tuple("SIP+D2U", "s", "_sip._udp.example.org"));
        assertThat(pointers(resolver)).isEqualTo(first);
    }

    private static PointerResolution pointers(Resolver resolver) {
        CompletableFuture<PointerResolution> answer = new CompletableFuture<>();
        resolver.resolvePointers("Example.Org", Runnable::run, answer::complete);
        return answer.join();
    }

    @Test
    void shouldKeepAddressesForTheirTimeToLive() {
        server.answer(A, NAME, new DnsResponses().address(NAME, 20, "192.0.2.1"));
        server.answer(AAAA, NAME, new DnsResponses().address(NAME, 50, "2001:db8::1"));
        Resolver resolver = resolver();

        Resolution first = resolve(resolver, "PBX.example.org");
        assertThat(first.addresses())
                .containsExactly(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("2001:db8::1"));
        assertThat(first.validUntilMs()).isEqualTo(clock.nowMs() + 20_000);

        server.answer(A, NAME, new DnsResponses().address(NAME, 20, "192.0.2.2"));
        clock.advance(19_999);
        assertThat(resolve(resolver, NAME)).isEqualTo(first);
        clock.advance(1);
        assertThat(resolve(resolver, NAME).addresses()).contains(InetAddress.ofLiteral("192.0.2.2"));
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void shouldKeepUsingTheLastAddressesWhenNoServerAnswers() {
        server.answer(A, NAME, new DnsResponses().address(NAME, 20, "192.0.2.1"));
        server.answer(AAAA, NAME, new DnsResponses());
        Resolver resolver = resolver();
        Resolution first = resolve(resolver, NAME);
        server.forget();
        settings = server.settings(IMPATIENT_MS);
        clock.advance(20_000);

        assertThat(resolve(resolver, NAME)).isEqualTo(first);
        // A slow server hears the question after the resolver has given it up.
        Eventually.await("it was asked once more", () -> server.asked().size() == 3);
        assertThat(resolve(resolver, NAME)).isEqualTo(first);
        assertThat(server.asked()).hasSize(3);

        clock.advance(Resolver.RETRY_MS);
        settings = server.settings(PATIENT_MS);
        server.answer(A, NAME, new DnsResponses().code(3));
        assertThat(resolve(resolver, NAME).problem()).isEqualTo("no such name");
    }

    @Test
    void shouldNotForgetIpv4WhenTheServerHasNoAnswerAboutIpv6() {
        server.answer(A, NAME, new DnsResponses().address(NAME, 20, "192.0.2.1"));
        server.answer(AAAA, NAME, new DnsResponses().code(2));

        assertThat(resolve(resolver(), NAME).addresses()).containsExactly(InetAddress.ofLiteral("192.0.2.1"));
    }

    @Test
    void shouldPreferTheHostsFile() throws IOException {
        Files.writeString(folder.resolve("hosts"), "127.0.0.9 " + NAME + "\n");

        assertThat(resolve(resolver(), NAME).addresses()).containsExactly(InetAddress.ofLiteral("127.0.0.9"));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void shouldTryTheSearchDomainsForShortNames() {
        settings = server.settings(PATIENT_MS, "a.example", "b.example");
        server.answer(A, "pbx.a.example", new DnsResponses().code(3));
        server.answer(A, "pbx.b.example", new DnsResponses().address("pbx.b.example", 5, "192.0.2.5"));
        server.answer(AAAA, "pbx.b.example", new DnsResponses());

        assertThat(resolve(resolver(), "pbx").addresses()).containsExactly(InetAddress.ofLiteral("192.0.2.5"));
        assertThat(server.asked()).containsExactly("1 pbx.a.example", "1 pbx.b.example", "28 pbx.b.example");
    }

    @Test
    void shouldAskTheSystemWhereThereIsNoDns() {
        settings = DnsSettings.NONE;
        Resolver resolver = resolver();

        Resolution found = resolve(resolver, "system.local");
        assertThat(found.addresses()).containsExactly(InetAddress.ofLiteral("127.0.0.77"));
        assertThat(found.validUntilMs()).isEqualTo(clock.nowMs() + Resolver.FIXED_TTL_MS);
        assertThat(resolve(resolver, NAME).problem()).isEqualTo("no such name");
        assertThat(resolve(resolver, NAME).isFound()).isFalse();
        assertThat(systemAsked).containsExactly("system.local", NAME);
    }

    @Test
    void shouldSayThatTheServerDidNotAnswer() {
        settings = server.settings(IMPATIENT_MS);
        Resolution outcome = resolve(resolver(), NAME);

        assertThat(outcome.isFound()).isFalse();
        assertThat(outcome.problem()).contains("did not answer for " + NAME);
        assertThat(outcome.validUntilMs()).isEqualTo(clock.nowMs() + Resolver.RETRY_MS);
    }

    @Test
    void shouldAskOverTcpWhatDoesNotFitADatagram() {
        server.answerByTcp(A, NAME, new DnsResponses().address(NAME, 20, "192.0.2.1"));
        server.answer(AAAA, NAME, new DnsResponses());

        assertThat(resolve(resolver(), NAME).isFound()).isTrue();
        assertThat(server.asked()).contains("tcp 1 " + NAME);
    }

    @Test
    void shouldAskOnceForManyWhoAskAtTheSameTime() {
        server.hold();
        server.answer(A, NAME, new DnsResponses().code(3));
        Resolver resolver = resolver();
        List<CompletableFuture<Resolution>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            CompletableFuture<Resolution> answer = new CompletableFuture<>();
            resolver.resolve(NAME, Runnable::run, answer::complete);
            all.add(answer);
        }
        server.goOn();
        all.forEach(CompletableFuture::join);

        assertThat(server.asked()).containsExactly("1 " + NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "exa..mple", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm.org"})
    void shouldNotFindWhatCannotBeAName(String name) {
        settings = server.settings(50);
        assertThat(resolve(resolver(), name).isFound()).isFalse();
    }

    @Test
    void shouldFindServices() {
        String service = "_iax._udp.example.org";
        server.answer(
                SRV,
                service,
                new DnsResponses()
                        .service(service, 90, 20, 0, 4570, "backup.example.org")
                        .service(service, 90, 10, 5, 4569, "pbx.example.org"));
        CompletableFuture<ServiceResolution> answer = new CompletableFuture<>();
        resolver().resolveService("_iax._udp", "Example.org", Runnable::run, answer::complete);

        assertThat(answer.join().targets())
                .containsExactly(
                        new ServiceResolution.Target("pbx.example.org", 4569, 10, 5),
                        new ServiceResolution.Target("backup.example.org", 4570, 20, 0));
        assertThat(answer.join().validUntilMs()).isEqualTo(clock.nowMs() + 90_000);
    }

    @Test
    void shouldSayThatNobodyOffersAService() {
        server.answer(SRV, "_iax._udp.example.org", new DnsResponses().code(3));
        CompletableFuture<ServiceResolution> answer = new CompletableFuture<>();
        resolver().resolveService("_iax._udp", "example.org", Runnable::run, answer::complete);

        assertThat(answer.join().isFound()).isFalse();
        assertThat(answer.join().problem()).isNotEmpty();
    }

    @Test
    void shouldOrderTargetsByPriorityAndAtRandomByWeight() {
        ServiceResolution.Target heavy = new ServiceResolution.Target("heavy", 1, 10, 90);
        ServiceResolution.Target light = new ServiceResolution.Target("light", 1, 10, 10);
        ServiceResolution.Target last = new ServiceResolution.Target("last", 1, 20, 100);
        ServiceResolution services = new ServiceResolution("x", List.of(last, light, heavy), 0, "");
        Random random = new Random(5);
        int heavyFirst = 0;
        for (int i = 0; i < 1000; i++) {
            List<ServiceResolution.Target> order = services.inOrderToTry(random);
            assertThat(order).hasSize(3).endsWith(last);
            heavyFirst += order.getFirst().equals(heavy) ? 1 : 0;
        }
        assertThat(heavyFirst).isBetween(820, 960);
    }

    @Test
    void shouldOutliveAnExecutorThatIsGone() {
        server.answer(A, NAME, new DnsResponses().code(3));
        Resolver resolver = resolver();
        resolver.resolve(
                NAME,
                _ -> {
                    throw new RejectedExecutionException("expected");
                },
                _ -> {});
        assertThat(resolve(resolver, NAME).isFound()).isFalse();
    }

    private Resolver resolver() {
        return new Resolver(new HostsFile(folder.resolve("hosts")), () -> settings, this::askSystem, clock);
    }

    private InetAddress[] askSystem(String name) throws UnknownHostException {
        systemAsked.add(name);
        if (name.equals("system.local")) {
            return new InetAddress[] {InetAddress.ofLiteral("127.0.0.77")};
        }
        throw new UnknownHostException(name);
    }

    private static Resolution resolve(Resolver resolver, String name) {
        CompletableFuture<Resolution> answer = new CompletableFuture<>();
        resolver.resolve(name, Runnable::run, answer::complete);
        return answer.join();
    }
}
