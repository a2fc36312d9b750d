package org.asterism.core.manager.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelFields;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.dialplan.expression.RegularExpression;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;
import org.jspecify.annotations.Nullable;

/** CoreShowChannels, Status, Hangup and AbsoluteTimeout. */
final class ChannelActions {
    private static final String CHANNEL = "Channel";
    private static final String NO_SUCH_CHANNEL = "No such channel";
    private static final int MAX_CAUSE = 127;

    private final Pbx pbx;

    ChannelActions(Pbx pbx) {
        this.pbx = pbx;
    }

    List<ManagerAction> all() {
        return List.of(
                new DeclaredAction(
                        "CoreShowChannels",
                        "List currently active channels.",
                        "Lists the channels with what they run and for how long.",
                        Set.of(EventClass.SYSTEM, EventClass.REPORTING),
                        this::list),
                new DeclaredAction(
                        "Status",
                        "List channel status.",
                        """
                        Lists one channel or all. Headers: Channel; Variables, names between commas whose values are wanted;
                        AllVariables: true for all.\
                        """,
                        Set.of(EventClass.SYSTEM, EventClass.CALL, EventClass.REPORTING),
                        this::status),
                new DeclaredAction(
                        "Hangup", "Hangup channel.", """
                            Ends calls. Headers: Channel, a name, a unique id, or a regular expression between slashes; Cause, the
                            Q.931 cause.\
                            """, Set.of(EventClass.SYSTEM, EventClass.CALL), this::hangup),
                new DeclaredAction(
                        "AbsoluteTimeout",
                        "Set absolute timeout.",
                        """
                        Ends a call after some time. Headers: Channel; Timeout, in seconds, 0 for no
                        limit.\
                        """,
                        Set.of(EventClass.SYSTEM, EventClass.CALL),
                        this::absoluteTimeout));
    }

    private void list(ActionRequest request) {
        List<Channel> channels = pbx.channels().all();
        request.listStart("Channels will follow");
        for (Channel channel : channels) {
            long seconds = channel.ageSeconds();
            request.entry(
                    "CoreShowChannel",
                    ChannelFields.of(
                            channel,
                            "",
                            "Application",
                            channel.application(),
                            "ApplicationData",
                            channel.applicationData(),
                            "Duration",
                            "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60),
                            "BridgeId",
                            bridge(channel)));
        }
        request.listComplete("CoreShowChannelsComplete", channels.size());
    }

    private void status(ActionRequest request) {
        List<Channel> channels = pbx.channels().all();
        String name = request.get(CHANNEL);
        if (!name.isEmpty()) {
            Channel channel = pbx.channels().find(name);
            if (channel == null) {
                request.error(NO_SUCH_CHANNEL);
                return;
            }
            channels = List.of(channel);
        }
        request.listStart("Channel status will follow");
        for (Channel channel : channels) {
            List<String> fields = new ArrayList<>(List.of("Privilege", "Call"));
            fields.addAll(List.of(ChannelFields.of(channel, "", details(channel))));
            variables(request, channel, fields);
            if (!request.actionId().isEmpty()) {
                fields.addAll(List.of("ActionID", request.actionId()));
            }
            request.plainEntry("Status", fields.toArray(new String[0]));
        }
        request.listComplete("StatusComplete", channels.size(), "Items", String.valueOf(channels.size()));
    }

    private static String[] details(Channel channel) {
        String format = channel.leg().media().format().label();
        return new String[] {
            "Type", channel.technology().name(),
            "DNID", channel.callerId().dnid(),
            "EffectiveConnectedLineNum",
                    ChannelFields.known(channel.connectedLine().number()),
            "EffectiveConnectedLineName",
                    ChannelFields.known(channel.connectedLine().name()),
            "TimeToHangup", String.valueOf(Math.max(0, channel.absoluteTimeoutLeft() / 1000)),
            "BridgeID", bridge(channel),
            "Application", channel.application(),
            "Data", channel.applicationData(),
            "Nativeformats", "(" + format + ")",
            "Readformat", format,
            "Readtrans", "",
            "Writeformat", format,
            "Writetrans", "",
            "Callgroup", "0",
            "Pickupgroup", "0",
            "Seconds", String.valueOf(channel.ageSeconds())
        };
    }

    private void variables(ActionRequest request, Channel channel, List<String> fields) {
        if (request.get("AllVariables").equalsIgnoreCase("true")) {
            channel.variables().all().forEach((name, value) -> fields.addAll(List.of("Variable", name + "=" + value)));
        }
        for (String name : request.get("Variables").split(",", -1)) {
            if (!name.isBlank()) {
                String value = VariableActions.read(pbx, request.client(), channel, name.strip());
                fields.addAll(List.of("Variable", name.strip() + "=" + value));
            }
        }
    }

    private static String bridge(Channel channel) {
        return Objects.requireNonNullElse(channel.bridgeId(), "");
    }

    private void hangup(ActionRequest request) {
        String name = request.get(CHANNEL);
        int cause = cause(request.get("Cause"));
        if (name.isEmpty()) {
            request.error("No channel specified");
        } else if (cause < 0) {
            request.error("Invalid 'Cause: " + request.get("Cause") + "' in request: it is a number from 0 to 127");
        } else if (name.length() > 2 && name.startsWith("/") && name.endsWith("/")) {
            hangupAll(request, name.substring(1, name.length() - 1), cause);
        } else {
            Channel channel = pbx.channels().find(name);
            if (channel == null) {
                request.error(NO_SUCH_CHANNEL);
            } else {
                channel.requestHangup(cause);
                request.success("Channel Hungup");
            }
        }
    }

    private void hangupAll(ActionRequest request, String regex, int cause) {
        RegularExpression expression;
        try {
            expression = RegularExpression.of(regex);
        } catch (IllegalArgumentException e) {
            request.error("Regex compile failed on: /" + regex + "/: " + e.getMessage());
            return;
        }
        request.listStart("Channels hung up will follow");
        int count = 0;
        for (Channel channel : pbx.channels().all()) {
            if (matches(expression, channel.name())) {
                channel.requestHangup(cause);
                count++;
                List<String> fields = new ArrayList<>(List.of(CHANNEL, channel.name()));
                if (!request.actionId().isEmpty()) {
                    fields.addAll(List.of("ActionID", request.actionId()));
                }
                request.plainEntry("ChannelHungup", fields.toArray(new String[0]));
            }
        }
        request.listComplete("ChannelsHungupListComplete", count);
    }

    private static boolean matches(RegularExpression expression, String name) {
        try {
            return expression.find(name, false) instanceof RegularExpression.Result.Some;
        } catch (IllegalArgumentException _) {
            return false; // it takes too long
        }
    }

    private static int cause(String text) {
        if (text.isBlank()) {
            return HangupCause.NORMAL_CLEARING;
        }
        int number = number(text);
        return number > MAX_CAUSE ? -1 : number;
    }

    private void absoluteTimeout(ActionRequest request) {
        String name = request.get(CHANNEL);
        int seconds = number(request.get("Timeout"));
        @Nullable Channel channel = name.isEmpty() ? null : pbx.channels().find(name);
        if (name.isEmpty()) {
            request.error("No channel specified");
        } else if (seconds < 0) {
            request.error("No timeout specified");
        } else if (channel == null) {
            request.error(NO_SUCH_CHANNEL);
        } else {
            channel.absoluteTimeout(seconds * 1000L);
            channel.wake();
            request.success("Timeout Set");
        }
    }

    /** {@return a number of at most nine digits, -1 for anything else} */
    static int number(String text) {
        return text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : -1;
    }
}
