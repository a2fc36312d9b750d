package org.asterism.core.manager.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.cli.CliResult;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.log.Log;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.manager.ManagerMessage;

/** Ping, Command, UserEvent and LoggerRotate. */
final class GeneralActions {
    /** The most characters of output of one command; what goes beyond is cut off, and said to be. */
    private static final int MAX_OUTPUT = 8 * 1024 * 1024;

    private final Pbx pbx;

    GeneralActions(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        return List.of(
                new DeclaredAction(
                        "Ping",
                        "Keepalive command.",
                        "Answers with Pong and the time; keeps a connection open.",
                        Set.of(),
                        GeneralActions::ping),
                new DeclaredAction(
                        "Command", "Execute Asterisk CLI Command.", """
                            Runs a console command. Headers: Command. Each line of what it prints is an Output field of the answer,
                            which is an Error when the command failed.\
                            """, Set.of(EventClass.COMMAND), this::command),
                new DeclaredAction(
                        "UserEvent", "Send an arbitrary event.", """
                            Sends an event to all who see the class user. Headers: UserEvent, its name; any others become its
                            fields.\
                            """, Set.of(EventClass.USER), this::userEvent),
                new DeclaredAction(
                        "LoggerRotate",
                        "Reload and rotate the Asterisk logger.",
                        "Begins new log files.",
                        Set.of(EventClass.REPORTING),
                        GeneralActions::rotate));
    }

    private static void ping(ActionRequest request) {
        Instant now = Instant.now();
        request.respond("Ping", "Pong", "Timestamp", "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000));
    }

    private void command(ActionRequest request) {
        String line = request.get("Command");
        if (line.isBlank()) {
            request.error("No command provided");
            return;
        }
        Output output = new Output();
        CliResult result = pbx.cli().run(line, output::add);
        boolean done = result == CliResult.SUCCESS || result == CliResult.SILENT_FAILURE;
        request.answer(done ? "Success" : "Error", output.fields());
    }

    private void userEvent(ActionRequest request) {
        List<String> fields = new ArrayList<>();
        for (ManagerMessage.Header header : request.message().headers()) {
            boolean addressing = header.name().equalsIgnoreCase("Action");
            if (!addressing) {
                fields.add(header.name());
                fields.add(header.value());
            }
        }
        pbx.events().publish(Event.of("UserEvent", EventClass.USER, fields.toArray(new String[0])));
        request.success("Event Sent");
    }

    private static void rotate(ActionRequest request) {
        Log.process().rotate();
        request.success("Reloaded the logger and rotated log files");
    }

    /** What a command prints, line by line, up to a bound. */
    private static final class Output {
        private final List<String> fields = new ArrayList<>(List.of("Message", "Command output follows"));
        private int characters;

        void add(String text) {
            for (String line : text.split("\n", -1)) {
                characters += line.length() + 1;
                if (characters <= MAX_OUTPUT) {
                    fields.add("Output");
                    fields.add(line);
                }
            }
        }

        String[] fields() {
            if (characters > MAX_OUTPUT) {
                fields.add("Output");
                fields.add("... the rest of " + characters + " characters is left out");
            }
            return fields.toArray(new String[0]);
        }
    }
}
