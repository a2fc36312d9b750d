package org.asterism.apps.read;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.OptionLetters;
import org.asterism.core.log.Verbose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code Read(variable[&variable2...][,prompt[&...][,maxdigits[,options[,attempts[,timeout]]]]])}. */
final class Read implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(Read.class);

    private static final String STATUS = "READSTATUS";
    private static final int MAX_DIGITS = 255;
    private static final int MAX_ATTEMPTS = 1000;

    private final Pbx pbx;

    Read(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String name() {
        return "Read";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Read a variable.",
                "Read(variable[&variable2[&...]][,filename[&filename2[&...]][,maxdigits[,options[,attempts[,timeout]]]]])",
                "Reads digits that end with # or are as many as there may be into a variable; a prompt is interrupted"
                        + " by the first one. READSTATUS is OK, ERROR, HANGUP, INTERRUPTED, SKIPPED or TIMEOUT.",
                List.of(
                        "variable - gets the digits; of several, each gets what stands between two *",
                        "filename - the prompt",
                        "maxdigits - how many digits at most, 1 to 255; 0 for no limit",
                        "options: i - filename is a tone of the country's indications",
                        "options: n - read even if the channel is not up",
                        "options: s - leave at once if the channel is not up",
                        "options: t(digits) - these end the input, in place of #",
                        "attempts - how often the prompt is played when nothing is entered",
                        "timeout - seconds to wait for a digit"));
    }

    @Override
    public void execute(Channel channel, String text) {
        ArgumentList arguments = ArgumentList.of(text);
        if (!arguments.has(0)) {
            LOG.warn("{}: Read requires an argument (variable)", channel.name());
            channel.variables().set(STATUS, "ERROR");
            return;
        }
        OptionLetters options = OptionLetters.parse("Read", "inst", arguments.get(3));
        if (channel.state() != ChannelState.UP) {
            if (options.has('s')) {
                finish(channel, arguments.get(0), "SKIPPED", "");
                return;
            }
            if (!options.has('n')) {
                channel.answer();
            }
        }
        DigitInput input = new DigitInput(
                pbx,
                channel,
                arguments.get(1),
                options.has('i'),
                Numbers.between(channel, "maxdigits", arguments.get(2), 0, MAX_DIGITS),
                options.has('t') ? options.value('t') : "#",
                Numbers.seconds(channel, arguments.get(5)));
        int attempts = Math.max(1, Numbers.between(channel, "attempts", arguments.get(4), 0, MAX_ATTEMPTS));
        try {
            read(channel, arguments.get(0), input, attempts);
        } catch (ChannelHungUp over) {
            finish(channel, arguments.get(0), "HANGUP", input.digits());
            throw over;
        }
    }

    private static void read(Channel channel, String variables, DigitInput input, int attempts) {
        for (int attempt = 1; attempt <= attempts; attempt++) {
            boolean complete = input.collect();
            if (!input.digits().isEmpty() || complete) {
                Verbose.say(3, "User entered " + (input.digits().isEmpty() ? "nothing." : "'" + input.digits() + "'"));
                finish(channel, variables, complete ? "OK" : "TIMEOUT", input.digits());
                return;
            }
            int left = attempts - attempt;
            Verbose.say(3, "User entered nothing" + (left == 0 ? "." : ", " + left + " chance(s) left"));
        }
        finish(channel, variables, "TIMEOUT", "");
    }

    private static void finish(Channel channel, String variables, String status, String digits) {
        String[] names = variables.split("&");
        String[] values = names.length == 1 ? new String[] {digits} : digits.split("\\*", names.length);
        for (int i = 0; i < names.length; i++) {
            channel.variables().set(names[i].trim(), i < values.length ? values[i] : "");
        }
        channel.variables().set(STATUS, status);
    }
}
