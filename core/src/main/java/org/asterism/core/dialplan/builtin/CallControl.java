package org.asterism.core.dialplan.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Indication;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.RaisedException;
import org.jspecify.annotations.Nullable;

/** Answering, signalling and ending a call. */
final class CallControl {
    private static final long WITHOUT_END = -1;
    private static final int MAX_CAUSE = 127;

    private static final Map<String, Integer> CAUSES = Map.ofEntries(
            Map.entry("UNALLOCATED", HangupCause.UNALLOCATED),
            Map.entry("NO_ROUTE_DESTINATION", HangupCause.NO_ROUTE_DESTINATION),
            Map.entry("NORMAL", HangupCause.NORMAL_CLEARING),
            Map.entry("NORMAL_CLEARING", HangupCause.NORMAL_CLEARING),
            Map.entry("BUSY", HangupCause.USER_BUSY),
            Map.entry("USER_BUSY", HangupCause.USER_BUSY),
            Map.entry("NO_USER_RESPONSE", HangupCause.NO_USER_RESPONSE),
            Map.entry("NOANSWER", HangupCause.NO_ANSWER),
            Map.entry("NO_ANSWER", HangupCause.NO_ANSWER),
            Map.entry("SUBSCRIBER_ABSENT", HangupCause.SUBSCRIBER_ABSENT),
            Map.entry("CALL_REJECTED", HangupCause.CALL_REJECTED),
            Map.entry("CONGESTION", HangupCause.CONGESTION),
            Map.entry("NORMAL_CIRCUIT_CONGESTION", HangupCause.CONGESTION),
            Map.entry("FAILURE", HangupCause.FAILURE),
            Map.entry("INTERWORKING", HangupCause.INTERWORKING));

    private final Pbx pbx;

    CallControl(Pbx pbx) {
        this.pbx = pbx;
    }

    List<Application> applications() {
        return List.of(
                answer(),
                hangup(),
                tone(
                        "Busy",
                        "Tell the caller that the called party is busy.",
                        Indication.BUSY,
                        ChannelState.BUSY,
                        HangupCause.USER_BUSY),
                tone(
                        "Congestion",
                        "Tell the caller that there is no way through.",
                        Indication.CONGESTION,
                        null,
                        HangupCause.CONGESTION),
                indication("Ringing", "Tell the caller that the called party is alerted.", Indication.RINGING),
                indication("Progress", "Tell the caller that early audio follows.", Indication.PROGRESS),
                indication("Proceeding", "Tell the caller that the call is on its way.", Indication.PROCEEDING),
                incomplete(),
                raiseException(),
                noOp());
    }

    private static Application answer() {
        Documentation documentation = new Documentation(
                "Answer a channel if ringing.",
                "Answer([delay])",
                "A channel that is up already is left as it is.",
                List.of("delay - milliseconds to wait after answering, so that the audio has begun when it goes on"));
        return new DeclaredApplication("Answer", documentation, (channel, arguments) -> {
            if (channel.state() == ChannelState.UP) {
                return;
            }
            channel.answer();
            String delay = ArgumentList.of(arguments).get(0).strip();
            if (!delay.isEmpty()) {
                channel.pause(Seconds.millis("Answer", delay, 0) / 1_000);
            }
        });
    }

    private static Application hangup() {
        Documentation documentation = new Documentation(
                "Hang up the calling channel.",
                "Hangup([causecode])",
                "Extension h, where there is one, still runs.",
                List.of("causecode - a Q.931 cause, as a number or a name such as USER_BUSY"));
        return new DeclaredApplication("Hangup", documentation, (channel, arguments) -> {
            int cause = cause(arguments.strip());
            if (cause != HangupCause.NONE) {
                channel.hangupCause(cause);
            }
            end(channel, cause == HangupCause.NONE ? HangupCause.NORMAL_CLEARING : cause);
        });
    }

    private static int cause(String text) throws ApplicationFailed {
        if (text.isEmpty()) {
            return HangupCause.NONE;
        }
        Integer named = CAUSES.get(text.toUpperCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= MAX_CAUSE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ApplicationFailed("Invalid cause given to Hangup(): \"" + text + "\"");
        }
        throw new ApplicationFailed("Invalid cause given to Hangup(): \"" + text + "\", it must be 1 to 127");
    }

    private static Application tone(
            String name, String synopsis, Indication indication, @Nullable ChannelState state, int cause) {
        Documentation documentation = new Documentation(
                synopsis,
                name + "([timeout])",
                "Then waits until the caller hangs up or the time is over, and ends the call.",
                List.of("timeout - seconds; without it only the caller ends the call"));
        return new DeclaredApplication(name, documentation, (channel, arguments) -> {
            long millis = Seconds.millis(name, arguments, WITHOUT_END);
            channel.hangupCause(cause);
            channel.leg().indicate(indication, null);
            if (state != null && channel.state() != ChannelState.UP) {
                channel.state(state);
            }
            waitForHangup(channel, millis);
            end(channel, cause);
        });
    }

    private static Application indication(String name, String synopsis, Indication indication) {
        Documentation documentation = Documentation.of(synopsis, name + "()", "The dialplan goes on at once.");
        return new DeclaredApplication(
                name, documentation, (channel, _) -> channel.leg().indicate(indication, null));
    }

    private Application incomplete() {
        Documentation documentation = new Documentation(
                "Say that the number is not complete, and wait for more digits.",
                "Incomplete([n])",
                "Answers the call, waits for further digits, and goes on at the extension they make together.",
                List.of("n - do not answer, but hang up when the call is not answered yet"));
        return new DeclaredApplication("Incomplete", documentation, (channel, arguments) -> {
            if (channel.state() != ChannelState.UP) {
                if (arguments.contains("n")) {
                    end(channel, HangupCause.INVALID_NUMBER_FORMAT);
                }
                channel.answer();
            }
            DialplanPosition at = channel.position();
            pbx.dialplan().collectExtension(channel, at.context(), at.extension());
        });
    }

    private Application raiseException() {
        Documentation documentation = new Documentation(
                "Go to extension e of this context.",
                "RaiseException(reason)",
                "EXCEPTION(reason) gives the reason there. Without an extension e the call ends.",
                List.of("reason - any text"));
        return new DeclaredApplication("RaiseException", documentation, (channel, arguments) -> {
            DialplanPosition at = channel.position();
            channel.attachments().put(RaisedException.class, new RaisedException(arguments, at));
            channel.position(new DialplanPosition(at.context(), "e", 1));
        });
    }

    private static Application noOp() {
        return new DeclaredApplication(
                "NoOp",
                Documentation.of(
                        "Do nothing.",
                        "NoOp([text])",
                        "The text is seen on the console at verbosity 3, which helps to find mistakes in a dialplan."),
                (_, _) -> {});
    }

    private static void waitForHangup(Channel channel, long millis) {
        if (millis >= 0) {
            channel.pause(millis);
            return;
        }
        while (true) {
            channel.await(WITHOUT_END);
        }
    }

    private static void end(Channel channel, int cause) {
        channel.requestHangup(cause);
        throw new ChannelHungUp(channel.name());
    }
}
