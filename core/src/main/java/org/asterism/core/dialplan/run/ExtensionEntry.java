package org.asterism.core.dialplan.run;

import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelEvent;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.DigitTimeouts;
import org.asterism.core.dialplan.RaisedException;
import org.asterism.core.log.Verbose;

/** A caller dials an extension while in the dialplan: in Background, in WaitExten, or where an extension ends. */
final class ExtensionEntry {
    private static final int MAX_DIGITS = 79;

    private final ActiveDialplan dialplan;
    private final Channel channel;
    private final String context;

    ExtensionEntry(ActiveDialplan dialplan, Channel channel, String context) {
        this.dialplan = dialplan;
        this.channel = channel;
        this.context = context;
    }

    void collect(String first) throws ApplicationFailed {
        StringBuilder dialled = new StringBuilder(first);
        String caller = channel.callerId().number();
        DigitTimeouts timeouts = DigitTimeouts.of(channel);
        long wait = first.isEmpty() ? timeouts.responseMs() : timeouts.digitMs();
        while (dialled.length() < MAX_DIGITS && dialplan.matchMore(context, dialled.toString(), 1, caller)) {
            char digit = nextDigit(wait);
            if (digit == '\0') {
                break;
            }
            dialled.append(digit);
            wait = timeouts.digitMs();
        }
        channel.position(destination(dialled.toString(), caller));
    }

    private DialplanPosition destination(String dialled, String caller) throws ApplicationFailed {
        if (dialplan.exists(context, dialled, 1, caller)) {
            return at(dialled);
        }
        if (dialled.isEmpty()) {
            if (dialplan.exists(context, "t", 1, caller)) {
                Verbose.say(3, "Timeout on " + channel.name());
                return at("t");
            }
            return exception("RESPONSETIMEOUT", "Timeout, but no rule 't' or 'e' in context '" + context + "'");
        }
        if (dialplan.exists(context, "i", 1, caller)) {
            Verbose.say(3, "Invalid extension '%s' in context '%s' on %s".formatted(dialled, context, channel.name()));
            channel.variables().set("INVALID_EXTEN", dialled);
            return at("i");
        }
        return exception(
                "INVALID", "Invalid extension '" + dialled + "', but no rule 'i' or 'e' in context '" + context + "'");
    }

    private DialplanPosition exception(String reason, String otherwise) throws ApplicationFailed {
        if (!dialplan.exists(context, "e", 1, channel.callerId().number())) {
            throw new ApplicationFailed(otherwise);
        }
        channel.attachments().put(RaisedException.class, new RaisedException(reason, channel.position()));
        return at("e");
    }

    private DialplanPosition at(String extension) {
        return new DialplanPosition(context, extension, 1);
    }

    /** Waits for a digit; NUL when the time is over. */
    private char nextDigit(long timeoutMs) {
        long deadline = System.nanoTime() + timeoutMs * 1_000_000L;
        while (true) {
            long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            ChannelEvent event = channel.await(Math.max(0, left));
            if (event == null) {
                return '\0';
            }
            if (event.channel().equals(channel) && event.kind() == ChannelEvent.Kind.DIGIT_END) {
                return (char) event.value();
            }
        }
    }
}
