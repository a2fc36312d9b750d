package org.asterism.apps.senddtmf;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DigitSender;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Documentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code SendDTMF(digits[,timeout_ms[,duration_ms[,channel]]])}. */
final class SendDtmf implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(SendDtmf.class);
    private static final int MAX_MS = 60_000;

    private final Pbx pbx;

    SendDtmf(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String name() {
        return "SendDTMF";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Sends arbitrary DTMF digits",
                "SendDTMF(digits[,timeout_ms[,duration_ms[,channel]]])",
                "Sends digits to this channel, or to another one, and goes on when all are sent.",
                List.of(
                        "digits - 0-9, A-D, *, #; w and W wait half a second and a second, f and F are a flash",
                        "timeout_ms - silence between digits, 250 ms where it is not given",
                        "duration_ms - how long each digit lasts, 100 ms where it is not given",
                        "channel - the name of another channel that gets the digits"));
    }

    @Override
    public void execute(Channel channel, String text) {
        ArgumentList arguments = ArgumentList.of(text);
        String digits = arguments.get(0);
        if (digits.isEmpty() || !DigitSender.isValid(digits)) {
            LOG.warn("{}: SendDTMF requires digits (0-9 A-D * # w W f F), not '{}'", channel.name(), digits);
            return;
        }
        Channel to = channel;
        if (arguments.has(3)) {
            to = pbx.channels().find(arguments.get(3));
            if (to == null) {
                LOG.warn("{}: SendDTMF: there is no channel '{}'", channel.name(), arguments.get(3));
                return;
            }
        }
        DigitSender.send(
                channel,
                to,
                digits,
                milliseconds(channel, arguments.get(2), DigitSender.DEFAULT_DIGIT_MS),
                milliseconds(channel, arguments.get(1), DigitSender.DEFAULT_GAP_MS));
    }

    private static int milliseconds(Channel channel, String text, int otherwise) {
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.trim());
            if (value > 0 && value <= MAX_MS) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        LOG.warn("{}: SendDTMF: '{}' is no number of milliseconds from 1 to {}", channel.name(), text, MAX_MS);
        return otherwise;
    }
}
