package org.asterism.core.cli.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.asterism.core.NamedRegistry;
import org.asterism.core.Pbx;
import org.asterism.core.channel.CallFailed;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Origination;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code channel originate} and {@code channel request hangup}. */
final class ChannelControl {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelControl.class);
    private static final long ANSWER_WITHIN_MS = 30_000;
    private static final String APPLICATION = "application";
    private static final String EXTENSION = "extension";

    private final Pbx pbx;

    ChannelControl(Pbx pbx) {
        this.pbx = pbx;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand(
                        "channel originate", "Originate a call", """
                            Usage1: channel originate <tech/data> application <appname> [appdata]
                              Calls <tech/data> and, when it is answered, runs an application. Arguments with
                              blanks are put in quotation marks.

                            Usage2: channel originate <tech/data> extension [exten@][context]
                              Calls <tech/data> and, when it is answered, runs the dialplan, by default from
                              extension 's' of context 'default'.

                              The call must be answered within 30 seconds. The command does not wait for it;
                              the log tells what came of it.\
                            """, this::originate, this::completeOriginate),
                new DeclaredCommand(
                        "channel request hangup",
                        "Request a hangup on a given channel",
                        """
                        Usage: channel request hangup <all>|<channel> [<channel> ...]
                               Ends the calls of these channels, or of all.\
                        """,
                        this::hangup,
                        this::completeHangup));
    }

    private CliResult originate(CliRequest request) {
        List<String> arguments = request.arguments();
        if (arguments.size() < 2) {
            return CliResult.SHOW_USAGE;
        }
        String[] destination = arguments.getFirst().split("/", 2);
        if (destination.length < 2 || destination[1].isEmpty()) {
            request.println("*** No data provided after channel type! ***");
            return CliResult.SHOW_USAGE;
        }
        if (pbx.technologies().find(destination[0]) == null) {
            request.println(destination[0] + " is not a registered channel driver.");
            return CliResult.FAILURE;
        }
        return switch (arguments.get(1).toLowerCase(Locale.ROOT)) {
            case APPLICATION -> originateApplication(request, destination[0], destination[1]);
            case EXTENSION -> originateExtension(request, destination[0], destination[1]);
            default -> CliResult.SHOW_USAGE;
        };
    }

    private CliResult originateApplication(CliRequest request, String technology, String resource) {
        List<String> arguments = request.arguments();
        if (arguments.size() < 3 || arguments.size() > 4) {
            return CliResult.SHOW_USAGE;
        }
        String application = arguments.get(2);
        if (pbx.applications().find(application) == null) {
            request.println("No such application '" + application + "'");
            return CliResult.FAILURE;
        }
        String data = arguments.size() == 4 ? arguments.get(3) : "";
        call(technology, resource, channel -> pbx.dialplan().start(channel, application, data));
        return CliResult.SUCCESS;
    }

    private CliResult originateExtension(CliRequest request, String technology, String resource) {
        List<String> arguments = request.arguments();
        if (arguments.size() > 3) {
            return CliResult.SHOW_USAGE;
        }
        String[] place = (arguments.size() == 3 ? arguments.get(2) : "").split("@", 2);
        String extension = place[0].isEmpty() ? "s" : place[0];
        String context = place.length < 2 || place[1].isEmpty() ? "default" : place[1];
        call(technology, resource, channel -> {
            channel.position(new DialplanPosition(context, extension, 1));
            pbx.dialplan().start(channel);
        });
        return CliResult.SUCCESS;
    }

    private void call(String technology, String resource, java.util.function.Consumer<Channel> onAnswer) {
        Origination origination = new Origination(pbx);
        Thread.ofVirtual().name("originate").start(() -> {
            try {
                onAnswer.accept(origination.call(technology, resource, CallerId.UNKNOWN, ANSWER_WITHIN_MS));
            } catch (CallFailed e) {
                LOG.info(
                        "Originated call to {}/{} failed: {} (cause {})",
                        technology,
                        resource,
                        e.getMessage(),
                        e.hangupCause());
            }
        });
    }

    private List<String> completeOriginate(List<String> arguments, String prefix) {
        if (arguments.isEmpty()) {
            List<String> technologies = new ArrayList<>();
            for (NamedRegistry.Entry<?> entry : pbx.technologies().all()) {
                technologies.add(entry.name() + "/");
            }
            return Candidates.beginningWith(prefix, technologies);
        }
        if (arguments.size() == 1) {
            return Candidates.beginningWith(prefix, List.of(APPLICATION, EXTENSION));
        }
        boolean wantsApplication = arguments.size() == 2 && arguments.get(1).equalsIgnoreCase(APPLICATION);
        return wantsApplication ? ApplicationListing.names(pbx.applications(), prefix) : List.of();
    }

    private CliResult hangup(CliRequest request) {
        List<String> names = request.arguments();
        if (names.isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        if (names.size() == 1 && names.getFirst().equalsIgnoreCase("all")) {
            pbx.channels().all().forEach(channel -> hangup(request, channel));
            return CliResult.SUCCESS;
        }
        CliResult result = CliResult.SUCCESS;
        for (String name : names) {
            ChannelSelection selection = new ChannelSelection(name);
            try {
                List<Channel> channels = selection.in(pbx.channels());
                channels.forEach(channel -> hangup(request, channel));
                if (channels.isEmpty()) {
                    request.println(name
                            + (selection.isPattern() ? " did not match a known channel" : " is not a known channel"));
                    result = CliResult.SILENT_FAILURE;
                }
            } catch (IllegalArgumentException e) {
                request.println(name + " is no regular expression: " + e.getMessage());
                result = CliResult.SILENT_FAILURE;
            }
        }
        return result;
    }

    private static void hangup(CliRequest request, Channel channel) {
        request.println("Requested Hangup on channel '" + channel.name() + "'");
        channel.requestHangup(HangupCause.NORMAL_CLEARING);
    }

    private List<String> completeHangup(List<String> arguments, String prefix) {
        List<String> candidates = new ArrayList<>(ChannelDetails.names(pbx.channels(), prefix));
        if (arguments.isEmpty()) {
            candidates.addAll(Candidates.beginningWith(prefix, List.of("all")));
        }
        candidates.removeAll(arguments);
        return candidates;
    }
}
