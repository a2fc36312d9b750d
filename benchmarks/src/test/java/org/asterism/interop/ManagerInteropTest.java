package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The manager interface beside that of Asterisk 22: both have the same configuration, are asked the same, and must answer in the
 * same lines, what differs from one moment to the next left out.
 */
@RequiresAsterisk
class ManagerInteropTest {
    private static final String ASTERISM = "127.0.0.77";
    private static final String ASTERISK = "127.0.0.78";

    @TempDir
    static Path folder;

    private static int asterismPort;
    private static int asteriskPort;
    private static AsterismProcess asterism;
    private static AsteriskPeer asterisk;

    @BeforeAll
    static void start() throws IOException {
        asterismPort = Ports.free(ASTERISM);
        asteriskPort = Ports.free(ASTERISK);
        int asterismIax = Ports.free(ASTERISM);
        int asteriskIax = Ports.free(ASTERISK);
        asterism = AsterismProcess.start(
                folder,
                Map.of(
                        "manager.conf", manager(ASTERISM, asterismPort),
                        "iax.conf", iax(ASTERISM, asterismIax, ASTERISK, asteriskIax),
                        "extensions.conf", extensions()));
        asterisk = AsteriskPeer.start(
                "manager-peer",
                folder,
                Map.of(
                        "manager.conf", manager(ASTERISK, asteriskPort),
                        "iax.conf", iax(ASTERISK, asteriskIax, ASTERISM, asterismIax),
                        "extensions.conf", extensions()));
        asterism.cli("module refresh chan_iax2.so"); // it registers at once now that there is somebody
        // Asterisk tries again after a minute.
        Eventually.within(180, () -> {
            assertThat(asterism.cli("iax2 show registry")).contains("Registered");
            assertThat(asterisk.cli("iax2 show registry")).contains("Registered");
        });
    }

    /** What is left of a call would be in the answers to what is asked next. */
    private static void awaitQuiet() {
        Eventually.within(60, () -> {
            assertThat(asterism.cli("core show channels count")).contains("0 active channels");
            assertThat(asterisk.cli("core show channels count")).contains("0 active channels");
        });
    }

    @AfterAll
    static void stop() {
        asterisk.close();
        asterism.close();
    }

    private static String manager(String address, int port) {
        return ManagerAccess.conf(address, port) + """
            [low]
            secret = l
            read = call
            write = reporting
            """;
    }

    private static String iax(String address, int port, String other, int otherPort) {
        return """
            [general]
            bindport = %d
            bindaddr = %s
            register => phone:word@%s:%d
            [phone]
            type = friend
            host = dynamic
            secret = word
            context = default
            [other]
            type = peer
            host = %s
            port = %d
            username = phone
            secret = word
            description = The other one
            """.formatted(port, address, other, otherPort, other, otherPort);
    }

    private static String extensions() {
        return """
            [default]
            ; The caller is always the first to hang up.
            exten => 100,1,Answer()
             same => n(here),Wait(60)
             same => n,Hangup()
            exten => 101,1,Hangup(17)
            [hints]
            exten => 100,hint,IAX2/other
            """;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nosuch",
                "Ping",
                "Challenge",
                "Challenge|AuthType: MD5",
                "Events|EventMask: call,user",
                "Events|EventMask: off",
                "Events",
                "Command",
                "Command|Command: core show channels count",
                "CoreStatus",
                "CoreSettings",
                "CoreShowChannels",
                "Status",
                "Status|Channel: nosuch",
                "Hangup",
                "Hangup|Channel: nosuch",
                "Getvar",
                "Getvar|Variable: NOTHING",
                "Getvar|Variable: LEN(abc)",
                "Getvar|Variable: X|Channel: nosuch",
                "Setvar|Variable: NOSUCH(x)|Value: 1",
                "Setvar|Variable: X|Value: 42",
                "DBPut",
                "DBPut|Family: f",
                "DBPut|Family: f|Key: k|Val: v w",
                "DBGet",
                "DBGet|Family: f|Key: k",
                "DBGet|Family: f|Key: nosuch",
                "DBGetTree|Family: f",
                "DBDel|Family: f|Key: nosuch",
                "DBDelTree|Family: nosuch",
                "ModuleCheck|Module: chan_iax2.so",
                "ModuleCheck|Module: nosuch",
                "ModuleLoad|LoadType: reload|Module: nosuch",
                "Reload|Module: nosuch",
                "Filter",
                "Filter|Operation: Add|Filter: [",
                "Filter|Operation: Add|MatchCriteria: name(Foo)|Filter: x",
                "Filter|Operation: Add|MatchCriteria: name(Foo),action(exclude)",
                "UserEvent|UserEvent: Foo|H: 1",
                "Originate",
                "Originate|Channel: foo",
                "Originate|Channel: IAX2/other/100|Exten: 1",
                "Originate|Channel: Nosuch/1|Application: Wait|Data: 1",
                "AbsoluteTimeout|Channel: nosuch",
                "ShowDialPlan|Context: default",
                "ShowDialPlan|Context: nosuch",
                "Redirect",
                "Redirect|Channel: nosuch",
                "Redirect|Channel: nosuch|Context: default",
                "Redirect|Channel: nosuch|Context: default|Exten: 100",
                "Redirect|Channel: nosuch|Context: default|Exten: 100|Priority: x",
                "Redirect|Channel: nosuch|Context: default|Exten: 100|Priority: 0",
                "Redirect|Channel: nosuch|Context: default|Exten: 100|Priority: here",
                "Redirect|Channel: nosuch|Context: default|Exten: 100|Priority: 1|ExtraChannel: x|ExtraContext: c",
                "BridgeList",
                "BridgeInfo",
                "BridgeInfo|BridgeUniqueid: nosuch",
                "ExtensionState",
                "ExtensionState|Exten: 100",
                "ExtensionState|Exten: 100|Context: hints",
                "ExtensionState|Exten: 101|Context: default",
                "ExtensionState|Exten: nosuch|Context: default",
                "ExtensionStateList",
                "IAXpeers",
                "IAXpeerlist",
                "IAXregistry",
                "LoggerRotate",
                "Logoff"
            })
    void answersAsAsteriskDoes(String action) {
        List<String> lines = new ArrayList<>(List.of(("Action: " + action).split("\\|", -1)));
        lines.add("ActionID: id 1");

        // A registration may be being renewed at the moment.
        Eventually.within(
                60, () -> assertThat(ask(ASTERISM, asterismPort, lines)).isEqualTo(ask(ASTERISK, asteriskPort, lines)));
    }

    private static List<String> ask(String address, int port, List<String> lines) {
        try (AmiClient client = new AmiClient(address, port)) {
            client.login(ManagerAccess.USER, ManagerAccess.SECRET, "off");
            List<List<String>> messages = client.ask(lines.toArray(new String[0]));
            return messages.stream()
                    .map(message -> String.join("\n", message))
                    .map(ManagerInteropTest::withoutMoments)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutMoments(String message) {
        return message.replaceAll("127\\.0\\.0\\.7[78]:\\d+", "ADDRESS:PORT")
                .replaceAll("127\\.0\\.0\\.7[78]", "ADDRESS")
                .replaceAll("(?m)^(IPport|Port|Timestamp|Challenge|Core\\w+(Date|Time|Calls)): .*", "$1: ?")
                .replaceAll("(?m)^(AsteriskVersion|CoreRunUser|CoreCDRenabled): .*", "$1: ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"low:x", "nobody:l", "low:"})
    void refusesAsAsteriskDoes(String login) throws IOException {
        String[] parts = login.split(":", -1);
        String[] lines = {"Action: Login", "Username: " + parts[0], "Secret: " + parts[1], "ActionID: 7"};
        try (AmiClient ours = new AmiClient(ASTERISM, asterismPort);
                AmiClient theirs = new AmiClient(ASTERISK, asteriskPort)) {
            assertThat(ours.ask(lines)).isEqualTo(theirs.ask(lines));
        }
    }

    @Test
    void permitsTheSameToTheSameUser() throws IOException {
        for (String action : List.of("Command", "CoreStatus", "DBPut", "Originate", "Reload", "IAXpeers", "Hangup")) {
            List<String> ours = first(ASTERISM, asterismPort, action);
            assertThat(ours.contains("Message: Permission denied"))
                    .as(action)
                    .isEqualTo(first(ASTERISK, asteriskPort, action).contains("Message: Permission denied"));
        }
    }

    private static List<String> first(String address, int port, String action) throws IOException {
        try (AmiClient client = new AmiClient(address, port)) {
            client.login("low", "l", "off");
            return client.ask("Action: " + action).getFirst();
        }
    }

    /** Each calls the other's service 100, which answers: the calling side's events and the fields of each. */
    @Test
    void tellsOfCallsInTheFieldsOfAsterisk() throws IOException {
        Map<String, List<String>> ours = eventsOfACall(ASTERISM, asterismPort);
        Map<String, List<String>> theirs = eventsOfACall(ASTERISK, asteriskPort);

        assertThat(ours).isNotEmpty();
        ours.forEach((name, fields) -> assertThat(fields).as(name).isEqualTo(theirs.get(name)));
        assertThat(ours)
                .containsKeys(
                        "Newchannel", "DialBegin", "DialEnd", "Newstate", "OriginateResponse", "Hangup", "VarSet");
    }

    @Test
    void tellsOfCallsInTheOrderOfAsterisk() throws IOException {
        List<String> ours = orderOfACall(ASTERISM, asterismPort);
        assertThat(ours)
                .isEqualTo(orderOfACall(ASTERISK, asteriskPort))
                .containsSubsequence("Newchannel 0", "DialBegin 5", "Newstate 6", "DialEnd 6");
    }

    /**
     * The events of a call that is answered at once, each with the state of the called channel. OriginateResponse is not one of them: in
     * Asterisk another thread sends it, now before the answer, now after.
     */
    private static List<String> orderOfACall(String address, int port) throws IOException {
        Set<String> wanted = Set.of("Newchannel", "Newstate", "DialBegin", "DialEnd");
        List<String> order = new ArrayList<>();
        try (AmiClient client = new AmiClient(address, port)) {
            client.login(ManagerAccess.USER, ManagerAccess.SECRET, "call");
            client.send(
                    "Action: Originate",
                    "Channel: IAX2/other/100",
                    "Application: Wait",
                    "Data: 1",
                    "Async: true",
                    "ActionID: order");
            List<String> event = client.readUntil("Event: ");
            while (!endsTheCall(event)) {
                String name = event.getFirst().substring("Event: ".length());
                if (wanted.contains(name) && isOfTheCall(event)) {
                    String state = event.stream()
                            .filter(line -> line.matches("(Dest)?ChannelState: .*"))
                            .map(line -> line.substring(line.indexOf(' ') + 1))
                            .findFirst()
                            .orElse("-");
                    order.add(name + " " + state);
                }
                event = client.readUntil("Event: ");
            }
        }
        awaitQuiet();
        return order;
    }

    private static boolean endsTheCall(List<String> event) {
        return event.getFirst().equals("Event: Hangup") && isOfTheCall(event);
    }

    /** Whether it is not of the call that the other one has made before. */
    private static boolean isOfTheCall(List<String> event) {
        return event.stream().anyMatch(line -> line.matches("(Dest)?Channel: IAX2/other-.*"));
    }

    private static Map<String, List<String>> eventsOfACall(String address, int port) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try (AmiClient client = new AmiClient(address, port)) {
            client.login(ManagerAccess.USER, ManagerAccess.SECRET, "call,dialplan");
            client.send(
                    "Action: Originate",
                    "Channel: IAX2/other/100",
                    "Application: Wait",
                    "Data: 1",
                    "Variable: A=1",
                    "Async: true",
                    "ActionID: call");
            List<String> event = client.read();
            while (!endsTheCall(event)) {
                if (event.getFirst().startsWith("Event: ")) {
                    fields.putIfAbsent(
                            event.getFirst().substring("Event: ".length()),
                            event.stream()
                                    .map(line -> line.substring(0, line.indexOf(':')))
                                    .toList());
                }
                event = client.read();
            }
            fields.put(
                    "Hangup",
                    event.stream()
                            .map(line -> line.substring(0, line.indexOf(':')))
                            .toList());
        }
        awaitQuiet();
        return fields;
    }
}
