package org.asterism.core.dialplan.builtin;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.OptionLetters;
import org.asterism.core.sound.AudioPlayer;
import org.asterism.core.sound.SpokenNumber;

/** Applications that speak to the caller and may take a digit for it. */
final class Speaking {
    private final Pbx pbx;

    Speaking(Pbx pbx) {
        this.pbx = pbx;
    }

    List<Application> applications() {
        return List.of(background(), sayDigits(), sayNumber());
    }

    private Application background() {
        Documentation documentation = new Documentation(
                "Play an audio file while waiting for digits of an extension to go to.",
                "Background(filename1[&filename2[&...]][,options[,langoverride[,context]]])",
                "When the caller begins to dial, the prompts end, and the call goes on at the extension that is"
                        + " dialled. BACKGROUNDSTATUS is SUCCESS, or FAILED when a prompt could not be played.",
                List.of(
                        "filename - prompts, played one after the other",
                        "options: m - only digits that are an extension of the context end the prompts",
                        "options: n - do not answer",
                        "options: p - do not let digits end the prompts",
                        "options: s - play nothing if the channel is not up",
                        "langoverride - the language of the prompts",
                        "context - where extensions are looked for, this one where it is not given"));
        return new DeclaredApplication("Background", documentation, this::background);
    }

    private void background(Channel channel, String text) throws ApplicationFailed {
        ArgumentList arguments = ArgumentList.of(text);
        if (!arguments.has(0)) {
            throw new ApplicationFailed("Background requires an argument (filename)");
        }
        OptionLetters options = OptionLetters.parse("Background", "mnps", arguments.get(1));
        String context =
                arguments.has(3) ? arguments.get(3) : channel.position().context();
        channel.variables().set("BACKGROUNDSTATUS", "SUCCESS");
        if (channel.state() != ChannelState.UP) {
            if (options.has('s')) {
                return;
            }
            if (!options.has('n')) {
                channel.answer();
            }
        }
        AudioPlayer player = arguments.has(2)
                ? new AudioPlayer(channel, pbx.sounds(), arguments.get(2))
                : new AudioPlayer(channel, pbx.sounds());
        AudioPlayer.Outcome outcome = player.playAll(arguments.get(0), interruptions(channel, context, options));
        if (outcome.missing()) {
            channel.variables().set("BACKGROUNDSTATUS", "FAILED");
        }
        if (outcome.interrupted()) {
            pbx.dialplan().collectExtension(channel, context, String.valueOf(outcome.digit()));
        }
    }

    private String interruptions(Channel channel, String context, OptionLetters options) {
        if (options.has('p')) {
            return AudioPlayer.NO_DIGITS;
        }
        if (!options.has('m')) {
            return AudioPlayer.ANY_DIGIT;
        }
        StringBuilder digits = new StringBuilder();
        for (char digit : AudioPlayer.ANY_DIGIT.toCharArray()) {
            if (pbx.dialplan()
                    .exists(
                            context,
                            String.valueOf(digit),
                            1,
                            channel.callerId().number())) {
                digits.append(digit);
            }
        }
        return digits.toString();
    }

    private Application sayDigits() {
        Documentation documentation = new Documentation(
                "Say Digits.",
                "SayDigits(digits)",
                "Says digits one by one in English.",
                List.of("digits - what to say; * and # as well"));
        return new DeclaredApplication(
                "SayDigits", documentation, (channel, text) -> say(channel, SpokenNumber.digits(text)));
    }

    private Application sayNumber() {
        Documentation documentation = new Documentation(
                "Say Number.",
                "SayNumber(number)",
                "Says a number as a whole in English.",
                List.of("number - a whole number, which may be negative"));
        return new DeclaredApplication("SayNumber", documentation, (channel, text) -> {
            String number = ArgumentList.of(text).get(0).strip();
            try {
                say(channel, SpokenNumber.whole(Long.parseLong(number)));
            } catch (NumberFormatException e) {
                throw new ApplicationFailed("SayNumber requires a whole number, not '" + number + "'");
            }
        });
    }

    private void say(Channel channel, List<String> prompts) {
        AudioPlayer player = new AudioPlayer(channel, pbx.sounds());
        for (String prompt : prompts) {
            player.play(prompt, AudioPlayer.NO_DIGITS);
        }
    }
}
