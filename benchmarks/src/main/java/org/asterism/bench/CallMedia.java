package org.asterism.bench;

import java.lang.foreign.Arena;
import org.asterism.core.bridge.AudioStream;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaPort;
import org.asterism.core.media.MediaSource;
import org.asterism.core.sound.Sound;
import org.jspecify.annotations.Nullable;

/** What becomes of the audio of two calls. */
enum CallMedia {
    /** Bridged: frames leave from the slot they arrived in. */
    RELAY(Format.ULAW, true) {
        @Override
        void connect(MediaPort one, MediaPort other) {
            if (!one.relay(other)) {
                throw new IllegalStateException("the calls cannot be relayed");
            }
        }
    },
    /** Bridged while somebody listens: frames pass through sinks. */
    STREAM(Format.ULAW, true) {
        @Override
        void connect(MediaPort one, MediaPort other) {
            new AudioStream(one, other).start();
            new AudioStream(other, one).start();
        }
    },
    /** Bridged with translation from one G.711 law to the other. */
    RECODE(Format.ALAW, true) {
        @Override
        void connect(MediaPort one, MediaPort other) {
            STREAM.connect(one, other);
        }
    },
    /** Bridged with translation between GSM and ulaw. */
    TRANSCODE(Format.GSM, true) {
        @Override
        void connect(MediaPort one, MediaPort other) {
            STREAM.connect(one, other);
        }
    },
    /** As the application Echo has it. */
    ECHO(Format.ULAW, true) {
        @Override
        void connect(MediaPort one, MediaPort other) {
            new AudioStream(one, one).start();
            new AudioStream(other, other).start();
        }
    },
    /** A sound in the format of the call. */
    PLAY(Format.ULAW, false) {
        @Override
        void connect(MediaPort one, MediaPort other) {
            play(one, Silence.ULAW);
            play(other, Silence.ULAW);
        }
    },
    /** A sound that is translated on its way. */
    PLAY_TRANSLATED(Format.ULAW, false) {
        @Override
        void connect(MediaPort one, MediaPort other) {
            play(one, Silence.SLIN);
            play(other, Silence.SLIN);
        }
    };

    private final Format otherFormat;
    private final boolean talking;

    CallMedia(Format otherFormat, boolean talking) {
        this.otherFormat = otherFormat;
        this.talking = talking;
    }

    /** What the second of the two calls talks; the first talks ulaw. */
    Format otherFormat() {
        return otherFormat;
    }

    /** Whether phones send audio, or only hear it. */
    boolean talking() {
        return talking;
    }

    abstract void connect(MediaPort one, MediaPort other);

    private static void play(MediaPort port, Sound sound) {
        port.play(new Repetition(sound).in(port.format()), 0);
    }

    /** A sound again and again: each time is one object. */
    private static final class Repetition implements MediaSource {
        private final Sound sound;
        private MediaSource playing;

        Repetition(Sound sound) {
            this.sound = sound;
            this.playing = sound.play();
        }

        @Override
        public @Nullable MediaFrame next() {
            MediaFrame frame = playing.next();
            if (frame == null) {
                playing = sound.play();
                frame = playing.next();
            }
            return frame;
        }

        @Override
        public Format format() {
            return sound.format();
        }
    }

    /** Sounds of half an hour. */
    private static final class Silence {
        private static final int FRAMES = 30 * 60 * 50;

        static final Sound ULAW = of(Format.ULAW);
        static final Sound SLIN = of(Format.SLIN);

        private static Sound of(Format format) {
            return new Sound("silence", format, Arena.ofAuto().allocate((long) FRAMES * format.bytesPer20Ms()));
        }
    }
}
