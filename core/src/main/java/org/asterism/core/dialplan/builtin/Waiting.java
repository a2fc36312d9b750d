package org.asterism.core.dialplan.builtin;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelEvent;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.DigitTimeouts;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.RaisedException;
import org.asterism.core.log.Verbose;

/** Waiting, for time to pass or for the caller. */
final class Waiting {
    private final Pbx pbx;

    Waiting(Pbx pbx) {
        this.pbx = pbx;
    }

    List<Application> applications() {
        return List.of(pause(), waitForExtension());
    }

    private static Application pause() {
        Documentation documentation = new Documentation(
                "Waits for some time.",
                "Wait(seconds)",
                "Digits that the caller presses meanwhile are lost.",
                List.of("seconds - how long, with a fraction such as 1.5"));
        return new DeclaredApplication("Wait", documentation, (channel, arguments) -> {
            long millis = Seconds.millis("Wait", ArgumentList.of(arguments).get(0), 0);
            if (millis > 0) {
                channel.pause(millis);
            }
        });
    }

    private Application waitForExtension() {
        Documentation documentation = new Documentation(
                "Waits for an extension to be entered.",
                "WaitExten([seconds])",
                "Goes on at the extension that the caller dials. When he dials nothing, the next priority follows where"
                        + " there is one, else extension t.",
                List.of("seconds - how long to wait for the first digit; without it, as long as TIMEOUT(response)"
                        + " says"));
        return new DeclaredApplication("WaitExten", documentation, (channel, arguments) -> {
            long absent = DigitTimeouts.of(channel).responseMs();
            long millis = Seconds.millis("WaitExten", ArgumentList.of(arguments).get(0), absent);
            char digit = firstDigit(channel, millis == 0 ? absent : millis);
            if (digit == '\0') {
                timeout(channel);
            } else {
                pbx.dialplan().collectExtension(channel, channel.position().context(), String.valueOf(digit));
            }
        });
    }

    private static char firstDigit(Channel channel, long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000L;
        while (true) {
            ChannelEvent event = channel.await(Math.max(0, (deadline - System.nanoTime() + 999_999) / 1_000_000));
            if (event == null) {
                return '\0';
            }
            if (event.channel().equals(channel) && event.kind() == ChannelEvent.Kind.DIGIT_END) {
                return (char) event.value();
            }
        }
    }

    private void timeout(Channel channel) throws ApplicationFailed {
        Dialplan dialplan = pbx.dialplan();
        DialplanPosition at = channel.position();
        String caller = channel.callerId().number();
        if (dialplan.exists(at.context(), at.extension(), at.priority() + 1, caller)) {
            Verbose.say(3, "Timeout on " + channel + ", continuing...");
        } else if (dialplan.exists(at.context(), "t", 1, caller)) {
            Verbose.say(3, "Timeout on " + channel + ", going to 't'");
            channel.position(new DialplanPosition(at.context(), "t", 1));
        } else if (dialplan.exists(at.context(), "e", 1, caller)) {
            channel.attachments().put(RaisedException.class, new RaisedException("RESPONSETIMEOUT", at));
            channel.position(new DialplanPosition(at.context(), "e", 1));
        } else {
            throw new ApplicationFailed("Timeout but no rule 't' or 'e' in context '" + at.context() + "'");
        }
    }
}
