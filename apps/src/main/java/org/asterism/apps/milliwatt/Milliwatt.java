package org.asterism.apps.milliwatt;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.OptionLetters;
import org.asterism.core.media.MediaSource;
import org.asterism.core.sound.AudioPlayer;
import org.asterism.core.sound.Tone;
import org.asterism.core.sound.ToneSource;

/** {@code Milliwatt([options])}: 0 dBm0 until the call ends. */
final class Milliwatt implements Application {
    private static final Tone TEST_TONE = Tone.parse("1004/1000");
    private static final Tone OLD_TONE = Tone.parse("1000/1000");
    /** Nine seconds of tone and one of silence, as a milliwatt responder does. */
    private static final Tone WITH_PAUSES = Tone.parse("1004/9000,0/1000");

    private static final Tone OLD_WITH_PAUSES = Tone.parse("1000/9000,0/1000");

    private final Pbx pbx;

    Milliwatt(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String name() {
        return "Milliwatt";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Generate a Constant 1004Hz tone at 0dbm (mu-law).",
                "Milliwatt([options])",
                "Plays a tone of 1004 Hz at 0 dBm0 until the caller hangs up.",
                List.of("m - a second of silence after each nine", "o - 1000 Hz instead"));
    }

    @Override
    public void execute(Channel channel, String text) throws ApplicationFailed {
        OptionLetters options = OptionLetters.parse("Milliwatt", "mo", text);
        channel.answer();
        Tone tone = options.has('o')
                ? (options.has('m') ? OLD_WITH_PAUSES : OLD_TONE)
                : (options.has('m') ? WITH_PAUSES : TEST_TONE);
        MediaSource source = new ToneSource(tone, ToneSource.MILLIWATT_LEVEL);
        if (new AudioPlayer(channel, pbx.sounds())
                .play(source, AudioPlayer.NO_DIGITS)
                .missing()) {
            throw new ApplicationFailed("Milliwatt: no tone can be played as "
                    + channel.leg().media().format().label());
        }
    }
}
