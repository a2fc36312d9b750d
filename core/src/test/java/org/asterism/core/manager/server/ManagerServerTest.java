package org.asterism.core.manager.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ManagerServerTest {
    private static final String USERS = """
        authlimit = 3
        authtimeout = 120
        [admin]
        secret = s3cret
        read = all
        write = all
        [reader]
        secret = r
        read = call
        write = reporting
        eventfilter = !Channel: IAX2/noisy
        eventfilter(action(exclude),name(Newexten)) =
        [elsewhere]
        secret = e
        write = all
        deny = 0.0.0.0/0
        permit = 127.0.9.9
        [single]
        secret = x
        allowmultiplelogin = no
        [nosecret]
        read = all
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

    @Test
    void greetsAndLogsInByPassword() throws Exception {
        try (Client client = manager.connect()) {
            assertThat(client.line()).isEqualTo("Asterisk Call Manager/11.0.0");
            assertThat(client.ask("action: login", "USERNAME: admin", "secret: s3cret", "ActionID: 1"))
                    .containsExactly("Response: Success", "ActionID: 1", "Message: Authentication accepted");
            assertThat(client.read())
                    .containsExactly(
                            "Event: FullyBooted", "Privilege: system,all", "Uptime: 7", "Status: Fully Booted");
            List<String> told = client.readUntil("Event: SuccessfulAuth");
            assertThat(told).contains("Privilege: security,all", "Service: AMI", "AccountID: admin");
            assertThat(String.join(" ", told)).doesNotContain("s3cret");
            assertThat(client.ask("Action: Login", "Username: admin", "Secret: s3cret"))
                    .containsExactly("Response: Success", "Message: Already authenticated");
        }
    }

    @Test
    void logsInByDigestOfTheChallenge() throws Exception {
        try (Client client = manager.connect()) {
            client.line();
            String challenge = challenge(client);
            assertThat(client.ask(
                            "Action: Login", "AuthType: MD5", "Username: admin", "Key: " + md5(challenge + "s3cret")))
                    .contains("Message: Authentication accepted");
        }
    }

    @Test
    void challengeIsGoodForOneAttemptOnly() throws Exception {
        try (Client client = manager.connect()) {
            client.line();
            String first = challenge(client);
            assertThat(challenge(client)).isNotEqualTo(first);
            assertThat(client.ask("Action: Login", "AuthType: MD5", "Username: admin", "Key: " + md5(first + "s3cret")))
                    .contains("Message: Authentication failed");
        }
    }

    @Test
    void digestWithoutChallengeIsRefused() throws Exception {
        try (Client client = manager.connect()) {
            client.line();
            assertThat(client.ask("Action: Login", "AuthType: MD5", "Username: admin", "Key: " + md5("s3cret")))
                    .contains("Message: Authentication failed");
        }
    }

    @Test
    void refusalsSayNothingOfTheReasonAndEndTheSession() throws Exception {
        for (String[] login : new String[][] {
            {"admin", "wrong"}, {"admin", ""}, {"nobody", "s3cret"}, {"nosecret", ""}, {"elsewhere", "e"}, {"", ""}
        }) {
            try (Client client = manager.connect()) {
                assertThat(client.login(login[0], login[1], "ActionID: 9"))
                        .containsExactly("Response: Error", "ActionID: 9", "Message: Authentication failed");
                assertThat(client.ended()).isTrue();
            }
        }
    }

    @Test
    void nothingIsPermittedBeforeTheLogin() throws Exception {
        try (Client client = manager.connect()) {
            client.line();
            assertThat(client.ask("Action: Ping")).containsExactly("Response: Error", "Message: Permission denied");
            assertThat(client.ask("Action: Nosuch", "ActionID: 5"))
                    .containsExactly("Response: Error", "ActionID: 5", "Message: Permission denied");
            assertThat(client.ask("Foo: bar")).containsExactly("Response: Error", "Message: Missing action in request");
            assertThat(client.ask("Action: Challenge"))
                    .containsExactly("Response: Error", "Message: Must specify AuthType");
            assertThat(client.ask("Action: Logoff", "ActionID: bye"))
                    .containsExactly("Response: Goodbye", "ActionID: bye", "Message: Thanks for all the fish.");
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void actionsAreAnswered() throws Exception {
        manager.pbx
                .cli()
                .register(
                        new DeclaredCommand("two lines", "", "Usage: two lines", request -> {
                            request.println("one");
                            request.println("two");
                            return CliResult.SUCCESS;
                        }),
                        "test");
        try (Client client = manager.connect()) {
            client.login("admin", "s3cret", "Events: off");
            List<String> pong = client.ask("Action: Ping", "ActionID: x y ");
            assertThat(pong).startsWith("Response: Success", "ActionID: x y ", "Ping: Pong");
            assertThat(pong.get(3)).matches("Timestamp: \\d+\\.\\d{6}");
            assertThat(client.ask("Action: Command", "Command: two lines"))
                    .containsExactly(
                            "Response: Success", "Message: Command output follows", "Output: one", "Output: two");
            assertThat(client.ask("Action: Command", "Command: no such"))
                    .startsWith("Response: Error", "Message: Command output follows");
            assertThat(client.ask("Action: Command"))
                    .containsExactly("Response: Error", "Message: No command provided");
            assertThat(client.ask("Action: Nosuch", "ActionID: 5"))
                    .containsExactly(
                            "Response: Error",
                            "ActionID: 5",
                            "Message: Invalid/unknown command: Nosuch. Use Action: ListCommands to show available"
                                    + " commands.");
            assertThat(client.ask("Action: Events", "EventMask: call,system"))
                    .containsExactly("Response: Success", "Events: On");
            assertThat(client.ask("Action: Events", "EventMask: foo"))
                    .containsExactly("Response: Success", "Events: Off");
            assertThat(client.ask("Action: Events")).containsExactly("Response: Error", "Message: Invalid event mask");
            assertThat(client.ask("Action: ListCommands")).contains("Ping: Keepalive command.  (Priv: <none>)");
        }
    }

    @Test
    void actionsNeedOneOfTheirClasses() throws Exception {
        try (Client client = manager.connect()) {
            client.login("reader", "r", "Events: off");
            assertThat(client.ask("Action: CoreShowChannels")).startsWith("Response: Success", "EventList: start");
            assertThat(client.ask("Action: Command", "Command: x"))
                    .containsExactly("Response: Error", "Message: Permission denied");
            assertThat(client.ask("Action: ListCommands"))
                    .anyMatch(line -> line.startsWith("DBGet: "))
                    .noneMatch(line -> line.startsWith("Command: "));
        }
    }

    @Test
    void eventsReachWhoMaySeeThem() throws Exception {
        try (Client client = manager.connect()) {
            client.login("reader", "r");
            publish("PeerStatus", EventClass.SYSTEM, "Peer", "IAX2/x"); // not of his classes
            publish("Hangup", EventClass.CALL, "Channel", "IAX2/noisy-1"); // filtered by expression
            publish("Newexten", EventClass.CALL, "Channel", "IAX2/a-1"); // filtered by name
            publish("Hangup", EventClass.CALL, "Channel", "IAX2/a\r\nEvent: Forged");
            assertThat(client.read())
                    .containsExactly("Event: Hangup", "Privilege: call,all", "Channel: IAX2/a  Event: Forged");
        }
    }

    @Test
    void filtersOfASessionComeOnTop() throws Exception {
        try (Client client = manager.connect()) {
            client.login("admin", "s3cret", "Events: call");
            assertThat(client.ask("Action: Filter", "Operation: Add", "MatchCriteria: name(Hangup)", "Filter: x"))
                    .containsExactly(
                            "Response: Error",
                            "Message: Filter was formatted incorrectly.  Check the syntax of the filter given.");
            assertThat(client.ask(
                            "Action: Filter",
                            "Operation: Add",
                            "MatchCriteria: header(Channel),method(starts_with)",
                            "Filter: IAX2/"))
                    .containsExactly("Response: Success", "Message: Success");
            publish("Hangup", EventClass.CALL, "Channel", "PJSIP/a");
            publish("Hangup", EventClass.CALL, "Channel", "IAX2/a");
            assertThat(client.read()).contains("Channel: IAX2/a");
        }
    }

    @Test
    void nobodyIsSubscribedForEventsThatNobodyWants() throws Exception {
        assertThat(manager.pbx.events().watches(EventClass.CALL)).isFalse();
        try (Client client = manager.connect()) {
            client.login("reader", "r");
            assertThat(manager.pbx.events().watches(EventClass.CALL)).isTrue();
            assertThat(manager.pbx.events().watches(EventClass.DIALPLAN)).isFalse();
            client.ask("Action: Events", "EventMask: off");
            assertThat(manager.pbx.events().watches(EventClass.CALL)).isFalse();
        }
    }

    @Test
    void clientThatDoesNotReadLosesEventsAndIsTold() throws Exception {
        String text = "x".repeat(10_000);
        try (Client client = manager.connect()) {
            client.login("reader", "r");
            int sent = 0;
            while (manager.server.clients().getFirst().dropped() == 0) {
                publish("Hangup", EventClass.CALL, "Channel", "IAX2/a", "Text", text);
                sent++;
            }
            long received = 0;
            List<String> message = client.read();
            while (!message.getFirst().equals("Event: EventsDropped")) {
                received++;
                message = client.read();
            }
            long dropped = Long.parseLong(message.get(2).substring("Count: ".length()));
            assertThat(dropped).isPositive();
            assertThat(received + dropped).isLessThanOrEqualTo(sent);
        }
    }

    @Test
    void userThatMayLogInOnceOnlyIsRefusedTheSecondTime() throws Exception {
        try (Client first = manager.connect();
                Client second = manager.connect()) {
            assertThat(first.login("single", "x")).contains("Message: Authentication accepted");
            assertThat(second.login("single", "x")).contains("Response: Error", "Message: Login Already In Use");
            assertThat(second.ended()).isTrue();
        }
    }

    @Test
    void whoDoesNotLogInIsDisconnected(@TempDir Path another) throws Exception {
        try (RunningManager impatient = new RunningManager(another, "authtimeout = 1\n");
                Client client = impatient.connect()) {
            client.line();
            client.sendRaw("Action: Lo");
            assertThat(client.read()).containsExactly("Response: Error", "Message: Authentication timeout");
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void connectionsThatHaveNotLoggedInAreBounded() throws Exception {
        List<Client> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(manager.connect());
            assertThat(waiting.getLast().line()).startsWith("Asterisk Call Manager");
        }
        try (Client refused = manager.connect()) {
            assertThat(refused.read())
                    .containsExactly("Response: Error", "Message: Too many connections, try again later");
        }
        for (Client client : waiting) {
            client.close();
        }
    }

    @Test
    void reloadLogsOutUsersThatAreNoMoreAndChangesTheRightsOfOthers() throws Exception {
        String general = "[general]\nenabled=yes\nbindaddr=127.0.0.1\nport=0\n";
        try (Client kept = manager.connect();
                Client gone = manager.connect()) {
            kept.login("admin", "s3cret", "Events: off");
            gone.login("reader", "r", "Events: off");
            manager.server.apply(manager.configuration(general + "[admin]\nsecret=s3cret\nwrite=reporting\n"));
            assertThat(gone.read()).containsExactly("Response: Error", "Message: Logged out: manager.conf has changed");
            assertThat(kept.ask("Action: Command", "Command: x")).contains("Message: Permission denied");
        }
    }

    @Test
    void sessionsCanBeEndedByAnOperator() throws Exception {
        try (Client client = manager.connect()) {
            client.login("admin", "s3cret", "Events: off");
            assertThat(manager.server.kick(-1)).isFalse();
            assertThat(manager.server.kick(manager.server.clients().getFirst().number()))
                    .isTrue();
            assertThat(client.read()).containsExactly("Response: Error", "Message: Kicked by an operator");
        }
    }

    @Test
    void commandsOfOneClientDoNotHoldUpOthers() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        manager.pbx
                .cli()
                .register(
                        new DeclaredCommand("wait here", "", "Usage: wait here", request -> {
                            try {
                                release.await();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                            return CliResult.SUCCESS;
                        }),
                        "test");
        try (Client slow = manager.connect();
                Client other = manager.connect()) {
            slow.login("admin", "s3cret", "Events: off");
            other.login("admin", "s3cret", "Events: off");
            slow.send("Action: Command", "Command: wait here");
            assertThat(other.ask("Action: Ping")).contains("Ping: Pong");
            release.countDown();
            assertThat(slow.read()).startsWith("Response: Success");
        }
    }

    private static String challenge(Client client) throws Exception {
        List<String> answer = client.ask("Action: Challenge", "AuthType: MD5");
        return answer.getLast().substring("Challenge: ".length());
    }

    private void publish(String name, EventClass eventClass, String... fields) {
        manager.pbx.events().publish(Event.of(name, eventClass, fields));
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
