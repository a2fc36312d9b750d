package org.asterism.apps.dial;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.CallFailed;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.channel.DialRequest;
import org.asterism.core.channel.DialStatus;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.log.Verbose;
import org.asterism.core.media.Format;
import org.asterism.core.media.Translation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code Dial(Tech/resource[&...][,timeout[,options]])}. */
final class Dial implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(Dial.class);

    private final Pbx pbx;

    Dial(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String name() {
        return "Dial";
    }

    @Override
    public Documentation documentation() {
        return DialDocumentation.TEXT;
    }

    @Override
    public void execute(Channel caller, String text) {
        ArgumentList arguments = ArgumentList.of(text, 4);
        DialOptions options = new DialOptions(caller, arguments.get(2));
        DialTimes times = new DialTimes(caller);
        caller.variables().set("DIALEDPEERNAME", "");
        caller.variables().set("DIALEDPEERNUMBER", "");
        caller.hangupCause(HangupCause.NONE);
        long timeoutMs = DialTimeout.milliseconds(caller.name(), arguments.get(1));
        if (options.answersFirst()) {
            caller.answer();
        }
        List<Fork> forks = new ArrayList<>();
        int endCause = options.answeredElsewhere() ? HangupCause.ANSWERED_ELSEWHERE : HangupCause.NORMAL_CLEARING;
        try {
            Attempts attempts = new Attempts();
            for (Destination destination : Destination.list(arguments.get(0))) {
                attempts.tried();
                Fork fork = place(caller, destination, options, attempts);
                if (fork != null) {
                    forks.add(fork);
                }
            }
            Ringing ringing =
                    new Ringing(pbx, caller, options, forks, attempts, times, new CallerProgress(pbx, caller, options));
            Fork answered = ring(caller, ringing, timeoutMs);
            if (answered == null) {
                endOthers(forks, null, endCause, ringing.status());
            } else {
                endCause = HangupCause.ANSWERED_ELSEWHERE;
                endOthers(forks, answered, endCause, DialStatus.CANCEL);
                new AnsweredCall(pbx, caller, answered, options, times).run();
            }
        } finally {
            endOthers(forks, null, endCause, DialStatus.CANCEL);
        }
    }

    private static @Nullable Fork ring(Channel caller, Ringing ringing, long timeoutMs) {
        try {
            Fork answered = ringing.await(timeoutMs);
            caller.variables().set("DIALSTATUS", ringing.status().name());
            return answered;
        } catch (ChannelHungUp gaveUp) {
            caller.variables().set("DIALSTATUS", DialStatus.CANCEL.name());
            throw gaveUp;
        }
    }

    /** Places a call; {@code null} when it failed at once, which is counted. */
    private @Nullable Fork place(Channel caller, Destination destination, DialOptions options, Attempts attempts) {
        ChannelTechnology technology = pbx.technologies().find(destination.technology());
        try {
            if (technology == null) {
                throw new CallFailed(
                        HangupCause.CHANNEL_NOT_IMPLEMENTED,
                        "no channel technology '" + destination.technology() + "' is loaded");
            }
            Channel channel = technology.request(new DialRequest(
                    destination.resource(), caller, caller.callerId(), formats(caller), caller.mailbox()));
            prepare(channel, caller, destination, options);
            channel.dial();
            pbx.channels().dialBegan(caller, channel, destination.resource());
            Verbose.say(3, "Called " + destination.resource());
            return new Fork(pbx.channels(), caller, destination, channel);
        } catch (CallFailed e) {
            LOG.warn(
                    "{}: cannot call {} (cause {} - {}): {}",
                    caller.name(),
                    destination,
                    e.hangupCause(),
                    HangupCause.text(e.hangupCause()),
                    e.getMessage());
            caller.hangupCause(e.hangupCause());
            attempts.failed(e.hangupCause());
            return null;
        }
    }

    private static void prepare(Channel channel, Channel caller, Destination destination, DialOptions options) {
        channel.variables().inherit(caller.variables());
        channel.variables().set("DIALEDPEERNUMBER", destination.resource());
        channel.linkedId(caller.linkedId());
        channel.callIdentifier(caller.callIdentifier());
        channel.language(caller.language());
        channel.connectedLine(caller.callerId());
        channel.position(caller.position());
        if (channel.accountCode().isEmpty()) {
            channel.accountCode(caller.accountCode());
        }
        channel.application("AppDial", "(Outgoing Line)");
        String id = options.calledChannelId();
        if (id == null) {
            channel.callerId(CallerId.of("", caller.position().extension()));
        } else {
            channel.callerId(id.isEmpty() ? caller.callerId() : CallerId.of("", id));
        }
    }

    /** What the caller can hear: its own format first, then those that can be translated to it. */
    private static List<Format> formats(Channel caller) {
        Format own = caller.leg().media().format();
        List<Format> formats = new ArrayList<>();
        formats.add(own);
        for (Format format : Format.values()) {
            if (format != own && Translation.exists(format, own) && Translation.exists(own, format)) {
                formats.add(format);
            }
        }
        return formats;
    }

    private static void endOthers(List<Fork> forks, @Nullable Fork answered, int cause, DialStatus status) {
        for (Fork fork : forks) {
            if (fork != answered) {
                fork.end(cause, status);
            }
        }
    }
}
