package org.asterism.core.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asterism.core.cli.CliResult;
import org.asterism.core.log.LogConsole;
import org.asterism.core.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RemoteConsoleTest {
    @TempDir
    Path folder;

    private ConsoleFixture switchConsole;

    @BeforeEach
    void open() throws IOException {
        switchConsole = new ConsoleFixture(folder);
    }

    @AfterEach
    void close() {
        switchConsole.close();
    }

    @Test
    void shouldRunACommandAndTellItsOutcomeByTheStatus() {
        assertThat(switchConsole.rx("say hello world"))
                .isEqualTo(new ConsoleFixture.Answer(RemoteCommand.OK, "hello world\n", ""));
        assertThat(switchConsole.rx("fail"))
                .isEqualTo(new ConsoleFixture.Answer(RemoteCommand.FAILED, "Command 'fail' failed.\n", ""));
        assertThat(switchConsole.rx("core foo").status()).isEqualTo(RemoteCommand.FAILED);
        assertThat(switchConsole.rx("core foo").output()).startsWith("No such command 'core foo' (type ");
    }

    @Test
    void shouldCarryAnswersOfAnyLengthAndScript() {
        String text = "grüße 📞 ".repeat(30_000);
        switchConsole.offer("long", request -> {
            request.println(text);
            for (int i = 0; i < 5_000; i++) {
                request.println("line " + i);
            }
            return CliResult.SUCCESS;
        });
        assertThat(switchConsole.rx("long").output())
                .startsWith(text + "\nline 0\n")
                .endsWith("line 4999\n");
    }

    @Test
    void shouldSayWhenThereIsNoSwitch() {
        switchConsole.close();
        assertThat(switchConsole.rx("say x"))
                .isEqualTo(new ConsoleFixture.Answer(
                        RemoteCommand.FAILED,
                        "",
                        "Unable to connect to remote asterisk (does " + switchConsole.socket + " exist?)"
                                + System.lineSeparator()));
    }

    @Test
    void shouldLetOnlyTheOwnerIn() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(switchConsole.socket)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(switchConsole.socket);
        }
    }

    @Test
    void shouldReplaceASocketThatNobodyAnswersOn() throws IOException {
        Path stale = Files.createDirectory(folder.resolve("stale")).resolve("asterisk.ctl");
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(stale));
        }
        assertThat(stale).exists();
        try (ConsoleFixture second = new ConsoleFixture(stale.getParent())) {
            assertThat(second.rx("say x").output()).isEqualTo("x\n");
        }
        assertThat(stale).doesNotExist();
    }

    @Test
    void shouldNotReplaceTheSocketOfARunningSwitchNorAnythingElse() throws IOException {
        assertThatThrownBy(() -> new ConsoleFixture(folder))
                .hasMessage("Asterism already running on " + switchConsole.socket + ".  Use 'asterism -r' to connect.");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("asterisk.ctl"), "precious");
        assertThatThrownBy(() -> new ConsoleFixture(other)).hasMessageContaining("something else of that name");
        assertThat(other.resolve("asterisk.ctl")).hasContent("precious");
    }

    @Test
    void shouldShowLogLinesWhileLinesAreTyped() throws Exception {
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        try (RemoteLink link = RemoteLink.connect(switchConsole.socket, 3, false)) {
            link.start(printed::add, () -> printed.add("<lost>"));
            switchConsole.awaitAttachedConsoles(1);
            assertThat(link.welcome().host()).isEqualTo("node63001");
            LogConsole console = switchConsole.attached.getFirst();
            assertThat(console.verbosity()).isEqualTo(3);
            ConsoleFixture.show(console, "    -- first");
            assertThat(link.run("say one")).isTrue();
            ConsoleFixture.show(console, "    -- second\nat Some.where");
            assertThat(link.run("fail")).isFalse();
            assertThat(link.run("set verbosity 7")).isTrue();
            assertThat(console.verbosity()).isEqualTo(7);
            assertThat(printed)
                    .containsExactly(
                            "    -- first\n", "one\n", "    -- second\nat Some.where\n", "Command 'fail' failed.\n");
        }
        switchConsole.awaitAttachedConsoles(0);
    }

    @Test
    void shouldCompleteOverTheWire() throws IOException {
        try (RemoteLink link = RemoteLink.connect(switchConsole.socket, 0, false)) {
            link.start(_ -> {}, () -> {});
            assertThat(link.complete("s")).containsExactly("say", "set");
            assertThat(link.complete("nonsense ")).isEmpty();
        }
    }

    @Test
    void shouldFinishARunningCommandBeforeItSaysFarewell() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        switchConsole.offer("slow", request -> {
            running.countDown();
            try {
                goOn.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            request.println("done");
            return CliResult.SUCCESS;
        });
        List<ConsoleFixture.Answer> answers = new ArrayList<>();
        Thread client = Thread.ofVirtual().start(() -> answers.add(switchConsole.rx("slow")));
        running.await();
        Thread closing = Thread.ofVirtual().start(switchConsole::close);
        goOn.countDown();
        closing.join();
        client.join();
        assertThat(answers).containsExactly(new ConsoleFixture.Answer(RemoteCommand.OK, "done\n", ""));
    }

    @Test
    void shouldTellAConsoleThatTheSwitchHasGone() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        try (RemoteLink link = RemoteLink.connect(switchConsole.socket, 0, false)) {
            link.start(_ -> {}, lost::countDown);
            switchConsole.close();
            assertThat(lost.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(link.lost()).isTrue();
            assertThat(link.run("say x")).isFalse();
        }
    }

    @Test
    void shouldDropLogLinesOfAConsoleThatDoesNotReadAndServeTheOthers() throws Exception {
        try (SocketChannel deaf = SocketChannel.open(UnixDomainSocketAddress.of(switchConsole.socket))) {
            MessageWriter.write(deaf, new Hello(true, 10, false).message());
            switchConsole.awaitAttachedConsoles(1);
            LogConsole console = switchConsole.attached.getFirst();
            for (int i = 0; i < 50_000; i++) {
                ConsoleFixture.show(console, "    -- a line of some length, number " + i);
            }
            assertThat(switchConsole.rx("say still here").output()).isEqualTo("still here\n");
            MessageReader reader = new MessageReader(deaf, Message.MAX_TO_CLIENT);
            Message message = reader.read();
            while (message != null && !message.text().contains("log lines were dropped")) {
                message = reader.read();
            }
            assertThat(message).isNotNull();
        }
    }

    @Test
    void shouldEndConnectionsThatTalkNonsense() throws IOException {
        List<byte[]> nonsense = List.of(
                "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                new byte[] {'H', 127, 127, 127, 127},
                new byte[] {'H', -1, -1, -1, -1},
                new byte[] {'H', 0, 0, 0, 1, 'x'},
                new byte[] {'C', 0, 0, 0, 1, 'x'},
                new byte[] {'?', 0, 0, 0, 0});
        for (byte[] each : nonsense) {
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(switchConsole.socket))) {
                channel.write(ByteBuffer.wrap(each));
                MessageReader reader = new MessageReader(channel, Message.MAX_TO_CLIENT);
                Message farewell = reader.read();
                assertThat(farewell).isNotNull();
                assertThat(farewell.kind()).isEqualTo(MessageKind.FAREWELL);
                assertThat(reader.read()).isNull();
            }
        }
        assertThat(switchConsole.rx("say x").output()).isEqualTo("x\n");
    }

    @Test
    void shouldBoundTheNumberOfConsoles() throws Exception {
        List<RemoteLink> links = new ArrayList<>();
        try {
            for (int i = 0; i < RemoteConsoleServer.MAX_CONSOLES; i++) {
                links.add(RemoteLink.connect(switchConsole.socket, 0, false));
            }
            assertThatThrownBy(() -> RemoteLink.connect(switchConsole.socket, 0, false))
                    .isInstanceOf(IOException.class);
        } finally {
            for (RemoteLink link : links) {
                link.close();
            }
        }
        Eventually.await("all have left", () -> switchConsole.server.consoles() == 0);
        assertThat(switchConsole.rx("say x").output()).isEqualTo("x\n");
    }
}
