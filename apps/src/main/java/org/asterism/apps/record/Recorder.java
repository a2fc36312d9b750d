package org.asterism.apps.record;

import java.io.IOException;
import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelEvent;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.OptionLetters;
import org.asterism.core.sound.AudioPlayer;
import org.asterism.core.sound.Recording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code Record(filename.format[,silence[,maxduration[,options]]])}. */
final class Recorder implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private static final String STATUS = "RECORD_STATUS";
    /** How often it is looked for silence and the time that has passed, in ms. */
    private static final long LOOK_MS = 200;
    /** What is left of the silence that ended a recording, in ms. */
    private static final long SILENCE_KEPT_MS = 1000;

    private final Pbx pbx;

    Recorder(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String name() {
        return "Record";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Record to a file.",
                "Record(filename.format[,silence[,maxduration[,options]]])",
                "Records what the caller says until # is pressed, a silence, the longest duration, or the end of the"
                    + " call. RECORDED_FILE is the name without its ending; RECORD_STATUS is DTMF, SILENCE, TIMEOUT,"
                    + " HANGUP, OPERATOR, SKIP or ERROR. An existing file is replaced.",
                List.of(
                        "filename - relative to the sounds folder of astdatadir, or absolute; %d becomes the first"
                                + " number of which there is no file yet",
                        "format - wav, wav16, sln, sln16, ulaw, alaw or gsm",
                        "silence - seconds of silence that end the recording",
                        "maxduration - seconds it may last",
                        "a - add to an existing file",
                        "k - keep the file when the caller hangs up",
                        "n - do not answer",
                        "o - 0 ends the recording, too, with the status OPERATOR",
                        "q - no beep before",
                        "s - leave at once if the channel is not up",
                        "t - * ends the recording, in place of #",
                        "u - leave the silence that ended it in the file",
                        "x - no digit ends the recording",
                        "y - any digit ends the recording"));
    }

    @Override
    public void execute(Channel channel, String text) {
        ArgumentList arguments = ArgumentList.of(text);
        OptionLetters options = OptionLetters.parse("Record", "aknoqstuxy", arguments.get(3));
        RecordedFile file = RecordedFile.of(pbx.directories().data(), arguments.get(0));
        if (file == null) {
            LOG.warn(
                    "{}: Record requires filename.format, with a format of wav, wav16, sln, sln16, ulaw, alaw or gsm;"
                            + " not '{}'",
                    channel.name(),
                    arguments.get(0));
            channel.variables().set(STATUS, "ERROR");
            return;
        }
        if (channel.state() != ChannelState.UP) {
            if (options.has('s')) {
                channel.variables().set(STATUS, "SKIP");
                return;
            }
            if (!options.has('n')) {
                channel.answer();
            }
        }
        channel.variables().set("RECORDED_FILE", file.nameWithoutEnding());
        if (!options.has('q')) {
            new AudioPlayer(channel, pbx.sounds()).play("beep", AudioPlayer.NO_DIGITS);
        }
        record(channel, file, options, seconds(channel, arguments.get(1)), seconds(channel, arguments.get(2)));
    }

    private static void record(
            Channel channel, RecordedFile file, OptionLetters options, long silenceMs, long longestMs) {
        Recording recording;
        try {
            recording = Recording.start(channel.leg().media(), file.path(), file.type(), options.has('a'));
        } catch (IOException e) {
            LOG.warn("{}: Record: {} cannot be written: {}", channel.name(), file.path(), e.toString());
            channel.variables().set(STATUS, "ERROR");
            return;
        }
        String status = "ERROR";
        try {
            status = untilEnd(channel, recording, options, silenceMs, longestMs);
        } catch (ChannelHungUp over) {
            status = "HANGUP";
            throw over;
        } finally {
            if (status.equals("SILENCE") && !options.has('u')) {
                recording.stopAfterSilence(SILENCE_KEPT_MS);
            } else {
                recording.stop(0);
            }
            if (status.equals("HANGUP") && !options.has('k')) {
                file.delete();
            }
            channel.variables().set(STATUS, recording.failed() ? "ERROR" : status);
        }
    }

    private static String untilEnd(
            Channel channel, Recording recording, OptionLetters options, long silenceMs, long longestMs) {
        long deadline = System.nanoTime() + longestMs * 1_000_000L;
        while (!recording.failed()) {
            if (silenceMs > 0 && recording.silentMs() >= silenceMs) {
                return "SILENCE";
            }
            if (longestMs > 0 && System.nanoTime() - deadline >= 0) {
                return "TIMEOUT";
            }
            ChannelEvent event = channel.await(LOOK_MS);
            if (event != null && event.channel() == channel && event.kind() == ChannelEvent.Kind.DIGIT_END) {
                String ended = endedBy((char) event.value(), options);
                if (ended != null) {
                    return ended;
                }
            }
        }
        return "ERROR";
    }

    private static @Nullable String endedBy(char digit, OptionLetters options) {
        if (digit == '0' && options.has('o')) {
            return "OPERATOR";
        }
        if (options.has('x')) {
            return null;
        }
        return options.has('y') || digit == (options.has('t') ? '*' : '#') ? "DTMF" : null;
    }

    private static long seconds(Channel channel, String text) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            double value = Double.parseDouble(text.trim());
            if (value >= 0 && value < Integer.MAX_VALUE) {
                return Math.round(value * 1000);
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        LOG.warn("{}: Record: '{}' is no number of seconds", channel.name(), text);
        return 0;
    }
}
