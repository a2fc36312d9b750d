package org.asterism.iax2.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.asterism.core.config.ConfigException;
import org.asterism.core.location.Registrar;
import org.asterism.core.net.LinkConditions;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.registration.RegistrationPacer;
import org.asterism.core.registration.RegistrationReport;
import org.asterism.core.registration.RegistrationRule;
import org.asterism.core.registration.RegistrationState;
import org.asterism.core.testing.Seed;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.config.IaxConfigurationReader;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.DialogFailure;
import org.asterism.iax2.engine.DialogListener;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.engine.TwoShards;
import org.asterism.iax2.keys.RsaKeys;
import org.asterism.iax2.registrant.Registrant;
import org.asterism.iax2.registrant.RegistrantCredentials;
import org.asterism.iax2.registrant.RegistrantListener;
import org.asterism.iax2.registrant.RegistrantState;
import org.asterism.iax2.registrant.RegistrantStatus;
import org.asterism.iax2.registrant.Registrants;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registrant and a registrar on a simulated network. */
class RegistrationTest implements RegistrantListener {
    private static final String PEERS = """
        [alice]
        type=friend
        host=dynamic
        secret=apple
        [open]
        type=peer
        host=dynamic
        [clear]
        type=peer
        host=dynamic
        secret=apple
        auth=plaintext
        [fixed]
        type=peer
        host=127.0.0.9
        secret=apple
        [elsewhere]
        type=peer
        host=dynamic
        secret=apple
        deny=127.0.0.0/8
        """;

    private final long seed = Seed.get();
    private final TwoShards shards = new TwoShards(seed);
    private final TestRegistrar registrar = new TestRegistrar();
    private final List<String> told = new ArrayList<>();
    private boolean registrarLoaded = true;
    private IaxConfiguration configuration = IaxConfigurationReader.ofText(PEERS);

    RegistrationTest() throws ConfigException {
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        shards.callee.serveRegistrations(new RegistrationServer(
                new RegistrationServer.Sources() {
                    @Override
                    public IaxConfiguration configuration() {
                        return configuration;
                    }

                    @Override
                    public RsaKeys keys() {
                        return RsaKeys.none();
                    }

                    @Override
                    public @Nullable Registrar registrar() {
                        return registrarLoaded ? registrar : null;
                    }

                    @Override
                    public long wallClockMs() {
                        return shards.network.clock().nowMs();
                    }
                },
                secret,
                new DelayedRefusals(shards.callee)));
    }

    @ParameterizedTest
    @CsvSource({
        // who, secret, secret in clear permitted, state
        "alice,     apple, false, REGISTERED",
        "alice,     wrong, false, REJECTED",
        "alice,     '',    false, NO_AUTHENTICATION",
        "open,      '',    false, REGISTERED",
        "clear,     apple, true,  REGISTERED",
        "clear,     apple, false, NO_AUTHENTICATION",
        "clear,     wrong, true,  REJECTED",
        "nobody,    apple, false, REJECTED",
        "fixed,     apple, false, REJECTED",
        "elsewhere, apple, false, REJECTED",
    })
    void shouldComeToTheStateItDeserves(String user, String secret, boolean plaintext, RegistrantState state) {
        Registrant registrant = registrant(user, secret, plaintext);

        shards.network.run(5_000);

        assertThat(registrant.status().state()).as("seed %d", seed).isEqualTo(state);
        assertThat(registrar.locations.containsKey(user)).isEqualTo(state == RegistrantState.REGISTERED);
        shards.network.run(60_000);
        assertThat(shards.caller.dialogs()).as("dialogs left").isZero();
        assertThat(shards.callee.dialogs()).as("the registrar keeps none").isZero();
    }

    @Test
    void shouldTellWhereItIsSeen() {
        Registrant registrant = registrant("alice", "apple", false);

        shards.network.run(1_000);

        assertThat(registrant.status().perceived()).isEqualTo("127.0.0.1:4569");
        assertThat(registrant.status().host()).isEqualTo("127.0.0.2:4569");
        assertThat(told).containsExactly("registered alice 127.0.0.1:4569");
    }

    @Test
    void shouldRefreshAtFiveSixthsOfTheInterval() {
        Registrant registrant = registrant("alice", "apple", false);

        shards.network.run(1_000);
        registrar.locations.clear();
        shards.network.run(48_000);
        assertThat(registrar.locations).isEmpty();
        shards.network.run(2_000);

        assertThat(registrar.locations).containsKey("alice");
        assertThat(registrant.status().state()).isEqualTo(RegistrantState.REGISTERED);
    }

    @Test
    void shouldComeToTimeoutWithoutAnswerAndRecover() {
        shards.network.setConditions(new LinkConditions(1, 0, 0, 0, 0));
        Registrant registrant = registrant("alice", "apple", false);

        shards.network.run(40_000);
        assertThat(registrant.status().state()).isEqualTo(RegistrantState.TIMEOUT);
        shards.network.setConditions(LinkConditions.PERFECT);
        shards.network.run(60_000);

        assertThat(registrant.status().state()).isEqualTo(RegistrantState.REGISTERED);
    }

    @Test
    void shouldStayRegisteredOverABadLink() {
        shards.network.setConditions(new LinkConditions(0.1, 0.1, 0.1, 20, 30));
        Registrant registrant = registrant("alice", "apple", false);
        int registered = 0;
        int looks = 0;

        shards.network.run(60_000);
        for (; looks < 200; looks++) {
            shards.network.run(50_000);
            registered += registrant.status().state() == RegistrantState.REGISTERED ? 1 : 0;
        }

        assertThat(registered)
                .as("times registered of %d, seed %d", looks, seed)
                .isGreaterThan(looks * 8 / 10);
        // A call token may expire between two copies of a request; the proof itself is never found wanting.
        assertThat(told).as("seed %d", seed).doesNotContain("rejected alice Registration Refused");
    }

    @Test
    void shouldSayWhyNobodyCanRegister() {
        registrarLoaded = false;
        Registrant registrant = registrant("alice", "apple", false);

        shards.network.run(1_000);

        assertThat(registrant.status().state()).isEqualTo(RegistrantState.REJECTED);
        assertThat(told).containsExactly("rejected alice Registration Refused");
    }

    @Test
    void shouldNotTakeAnAnswerToAChallengeThatWasNotMade() {
        byte[] name = "open".getBytes(StandardCharsets.US_ASCII);
        MemorySegment frame = Arena.ofAuto().allocate(FullFrame.HEADER_LENGTH + 2 + name.length);
        new FullFrame()
                .wrap(frame, 0, (int) frame.byteSize())
                .sourceCall(2000)
                .destinationCall(30000)
                .command(IaxCommand.REGREQ);
        frame.set(ValueLayout.JAVA_BYTE, FullFrame.HEADER_LENGTH, (byte) InformationElement.USERNAME.number());
        frame.set(ValueLayout.JAVA_BYTE, FullFrame.HEADER_LENGTH + 1, (byte) name.length);
        MemorySegment.copy(name, 0, frame, ValueLayout.JAVA_BYTE, FullFrame.HEADER_LENGTH + 2, name.length);
        shards.caller.sockets().getFirst().transport().send(frame, 0, (int) frame.byteSize(), TwoShards.CALLEE);

        shards.network.run(1_000);

        assertThat(registrar.locations).as("seed %d", seed).isEmpty();
        assertThat(shards.callee.counters().dropped(FrameDrop.WRONG_CALL_NUMBER))
                .isEqualTo(1);
    }

    @Test
    void shouldKeepUnchangedRegistrationsOverAReload() {
        Registrants registrants = new Registrants(
                shards.caller.sockets().getFirst(),
                (host, port, answer) -> answer.accept(PeerAddress.of(host, port)),
                line -> RegistrantCredentials.of(line, RsaKeys.none(), false),
                this);
        registrants.configure(List.of(line("alice", "apple"), line("open", "")));
        shards.network.run(1_000);
        told.clear();

        registrants.configure(List.of(line("alice", "apple"), line("open", "other")));
        assertThat(registrants.statuses())
                .extracting(RegistrantStatus::state)
                .containsExactly(RegistrantState.REGISTERED, RegistrantState.UNREGISTERED);
        shards.network.run(1_000);

        assertThat(told).containsExactly("registered open 127.0.0.1:4569");
    }

    @Test
    void shouldStopWhenItsSectionSaysSoAndTellWhy() throws ConfigException {
        RegisterLine section =
                IaxConfigurationReader.ofText("""
                    [node]
                    type=registration
                    server=127.0.0.2:4569
                    username=alice
                    secret=wrong
                    forbidden_retry_interval=30
                    max_retries=2
                    """).registrations().getFirst();
        Registrant registrant = registrant(section);

        shards.network.run(600_000);

        assertThat(told)
                .as("seed %d", seed)
                .hasSize(3)
                .allMatch(line -> line.startsWith("rejected alice Registration Refused"));
        assertThat(registrant.status().state()).isEqualTo(RegistrantState.REJECTED);
        RegistrationReport report = registrant.status().report();
        assertThat(report.name()).isEqualTo("node");
        assertThat(report.snapshot().state()).isEqualTo(RegistrationState.REJECTED);
        assertThat(report.snapshot().answers().getLast().decision().rule()).isEqualTo(RegistrationRule.FATAL_EXHAUSTED);
        assertThat(report.snapshot().answers().getLast().answer().summary()).isEqualTo("29 Registration Refused");
    }

    @Test
    void shouldSayThatNothingWasSentWhenNoCallNumberIsFree() {
        DialogListener deaf = new DialogListener() {
            @Override
            public void onFrame(Dialog from, FullFrame frame, FrameElements elements) {}

            @Override
            public void onFailed(Dialog from, DialogFailure why) {}
        };
        int refused = 0; // numbers are drawn at random: one refusal does not mean that none is free
        while (refused < 1000) {
            refused = shards.caller.open(TwoShards.CALLEE, deaf) == null ? refused + 1 : 0;
        }
        Registrant registrant = registrant("alice", "apple", false);

        shards.network.run(10);

        assertThat(registrant.status().state()).isEqualTo(RegistrantState.UNREGISTERED);
        assertThat(told).containsExactly("trouble alice UNREGISTERED");
        assertThat(registrant.status().snapshot().answers().getLast().answer().summary())
                .startsWith("Nothing sent: no call number is free for 127.0.0.2:4569");
    }

    private static RegisterLine line(String user, String secret) {
        return new RegisterLine(user, secret, "127.0.0.2", 4569, "iax.conf:1");
    }

    @Test
    void shouldNotGoOnAfterItsEnd() {
        List<Consumer<@Nullable PeerAddress>> asked = new ArrayList<>();
        Registrant registrant = new Registrant(
                line("alice", "apple"),
                shards.caller.sockets().getFirst(),
                (host, port, answer) -> asked.add(answer),
                RegistrantCredentials.of(line("alice", "apple"), RsaKeys.none(), false),
                this,
                RegistrationPacer.standard());
        registrant.start();
        shards.network.run(100);
        registrant.stop();

        asked.getFirst().accept(TwoShards.CALLEE);
        shards.network.run(1_000);

        assertThat(shards.caller.dialogs()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldHoldRefusalsBack() throws ConfigException {
        configuration = IaxConfigurationReader.ofText("[general]\ndelayreject=yes\n" + PEERS);
        Registrant registrant = registrant("alice", "wrong", false);

        shards.network.run(900);
        assertThat(registrant.status().state()).isEqualTo(RegistrantState.AUTH_SENT);
        shards.network.run(300);

        assertThat(registrant.status().state()).isEqualTo(RegistrantState.REJECTED);
    }

    private Registrant registrant(String user, String secret, boolean plaintext) {
        return registrant(line(user, secret), new RegistrantCredentials(secret, null, plaintext));
    }

    private Registrant registrant(RegisterLine line) {
        return registrant(line, RegistrantCredentials.of(line, RsaKeys.none(), false));
    }

    private Registrant registrant(RegisterLine line, RegistrantCredentials credentials) {
        Registrant registrant = new Registrant(
                line,
                shards.caller.sockets().getFirst(),
                (host, port, answer) -> answer.accept(PeerAddress.of(host, port)),
                credentials,
                this,
                RegistrationPacer.standard());
        registrant.start();
        return registrant;
    }

    @Override
    public void onRegistered(RegisterLine line, String host, String perceived, int messages) {
        told.add("registered " + line.user() + " " + perceived);
    }

    @Override
    public void onRejected(RegisterLine line, String host, String cause) {
        told.add("rejected " + line.user() + " " + cause);
    }

    @Override
    public void onTrouble(RegisterLine line, String host, RegistrantState state, String why) {
        told.add("trouble " + line.user() + " " + state);
    }
}
