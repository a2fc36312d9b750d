package org.asterism.core.manager.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.asterism.core.dialplan.DeclaredFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.event.EventClass;
import org.asterism.core.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people try who are not meant to be there: whatever they do, others are served, and nothing is kept of them. */
@Timeout(180)
class ManagerAttackTest {
    private static final String USERS = """
        authlimit = 20
        [admin]
        secret = s3cret
        read = all
        write = all
        [low]
        secret = l
        write = call,reporting
        """;

    @TempDir
    private Path folder;

    private RunningManager manager;

    @BeforeEach
    void start() throws Exception {
        manager = new RunningManager(folder, USERS);
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    private void othersAreServed() throws IOException {
        Eventually.await("those who attacked have left room", this::isServed);
        try (Client client = manager.connect()) {
            assertThat(client.login("admin", "s3cret", "Events: off")).contains("Message: Authentication accepted");
            assertThat(client.ask("Action: Ping")).contains("Ping: Pong");
        }
    }

    private boolean isServed() {
        try (Client client = manager.connect()) {
            return client.login("admin", "s3cret", "Events: off").contains("Message: Authentication accepted");
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void messagesBeforeTheLoginAreCounted() throws Exception {
        try (Client client = manager.connect()) {
            client.line();
            for (int i = 0; i < ManagerSession.MAX_MESSAGES_BEFORE_LOGIN; i++) {
                assertThat(client.ask("Action: Ping")).contains("Message: Permission denied");
            }
            assertThat(client.ask("Action: Ping")).contains("Message: Too many messages before the login");
            assertThat(client.ended()).isTrue();
        }
        othersAreServed();
    }

    /** Seeded noise, among it pieces of real messages, in and out of sessions. */
    @Test
    void noiseEndsNothingButItsOwnSession() throws Exception {
        String[] words = {
            "Action: ",
            "Login",
            "Challenge",
            "Events",
            "Command",
            "\r\n",
            "\r\n\r\n",
            "\n",
            ":",
            "Secret: ",
            "\0",
            "é",
            "ActionID: ",
            "x".repeat(9_000),
            "Username: admin\r\n",
            "Filter\r\nOperation: Add\r\nFilter: (((",
            "\u001b[2J"
        };
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            try (Client client = manager.connect()) {
                client.line();
                if (random.nextBoolean()) {
                    client.sendRaw("Action: Login\r\nUsername: admin\r\nSecret: s3cret\r\n\r\n");
                }
                for (int i = 0; i < 200; i++) {
                    byte[] noise = new byte[random.nextInt(20)];
                    random.nextBytes(noise);
                    client.sendRaw(
                            random.nextInt(4) == 0
                                    ? new String(noise, StandardCharsets.ISO_8859_1)
                                    : words[random.nextInt(words.length)]);
                }
            } catch (SocketException _) {
                // it was disconnected, as it may be
            }
        }
        Eventually.await("all are gone", () -> manager.server.clients().isEmpty());
        othersAreServed();
    }

    /** Who leaves in the middle of a message, or never reads an answer, leaves nothing behind. */
    @Test
    void sessionsOfThoseWhoLeaveEnd() throws Exception {
        for (int i = 0; i < 60; i++) {
            try (Socket socket =
                    new Socket(manager.address().getAddress(), manager.address().getPort())) {
                socket.getOutputStream().write("Action: Lo".getBytes(StandardCharsets.UTF_8));
            }
        }
        othersAreServed();
        Eventually.await("all are gone", () -> manager.server.clients().isEmpty());
        Eventually.await("nothing is listened to", () -> !manager.pbx.events().watches(EventClass.SYSTEM));
    }

    @Test
    void functionsThatReachBeyondACallNeedTheClassSystem() throws Exception {
        manager.pbx
                .functions()
                .register("ENV", new DeclaredFunction("ENV", Documentation.of("", "", ""), (_, _) -> "hidden"), "test");
        try (Client low = manager.connect();
                Client admin = manager.connect()) {
            low.login("low", "l", "Events: off");
            admin.login("admin", "s3cret", "Events: off");
            assertThat(admin.ask("Action: Getvar", "Variable: ENV(PATH)")).contains("Value: hidden");
            assertThat(low.ask("Action: Getvar", "Variable: ENV(PATH)")).contains("Value: ");
            assertThat(low.ask("Action: Getvar", "Variable: X}${ENV(PATH)")).contains("Value: ");
            assertThat(low.ask("Action: Setvar", "Variable: ENV(PATH)", "Value: x"))
                    .contains("Message: Variable not set");
            assertThat(low.ask("Action: Originate", "Channel: Memory/x", "Application: Exec", "Data: Wait(1)"))
                    .contains("Message: Permission denied");
        }
    }
}
