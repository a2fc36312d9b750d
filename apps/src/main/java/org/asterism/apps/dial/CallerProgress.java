package org.asterism.apps.dial;

import org.asterism.core.Pbx;
import org.asterism.core.bridge.AudioStream;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.Indication;
import org.asterism.core.media.MediaSource;
import org.asterism.core.sound.MusicOnHold;
import org.asterism.core.sound.Tone;
import org.asterism.core.sound.ToneSource;
import org.asterism.core.sound.ToneZone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the caller is told and hears until somebody answers. Caller's thread. */
final class CallerProgress {
    private static final Logger LOG = LoggerFactory.getLogger(CallerProgress.class);

    private final Pbx pbx;
    private final Channel caller;
    private final DialOptions options;

    private boolean ringingTold;
    private boolean musicOn;
    private boolean toneOn;
    private @Nullable AudioStream fromCalled;
    private @Nullable AudioStream toCalled;

    CallerProgress(Pbx pbx, Channel caller, DialOptions options) {
        this.pbx = pbx;
        this.caller = caller;
        this.options = options;
    }

    /** Before anybody has been reached: what the options ask for. */
    void begin() {
        if (options.music()) {
            MusicOnHold music = pbx.services().find(MusicOnHold.class);
            musicOn = music != null && music.start(caller, options.musicClass());
            if (!musicOn) {
                LOG.warn("{}: Dial: no music on hold for option m; the caller is told that it rings", caller.name());
                ringing();
            }
        } else if (options.fakesRinging() && !options.ringTone().isEmpty()) {
            tone(options.ringTone());
        } else if (options.fakesRinging() || options.ringsUntilMedia()) {
            ringing();
        }
    }

    /** The called party rings. */
    void ringing() {
        if (musicOn || toneOn || ringingTold || (fromCalled != null && !options.ringsUntilMedia())) {
            return;
        }
        ringingTold = true;
        if (caller.state() == ChannelState.UP) {
            // A party that was answered already takes no more signalling about it, but hears.
            tone("ring");
        } else {
            caller.leg().indicate(Indication.RINGING, null);
        }
    }

    /** The only called party may be heard before it answers. */
    void earlyMedia(Channel called) {
        if (fromCalled != null || options.music() || options.fakesRinging()) {
            return;
        }
        endTone();
        fromCalled = new AudioStream(called.leg().media(), caller.leg().media());
        toCalled = new AudioStream(caller.leg().media(), called.leg().media());
        fromCalled.start();
        toCalled.start();
        caller.leg().indicate(Indication.PROGRESS, null);
    }

    /** The only called party lets the caller know something else. */
    void pass(Indication indication, @Nullable String text) {
        if (!options.music() && !options.fakesRinging()) {
            caller.leg().indicate(indication, text);
        }
    }

    /** Somebody answered, or nobody will. */
    void end() {
        endTone();
        if (musicOn) {
            musicOn = false;
            MusicOnHold music = pbx.services().find(MusicOnHold.class);
            if (music != null) {
                music.stop(caller);
            }
        }
        if (fromCalled != null) {
            fromCalled.stop();
            fromCalled = null;
        }
        if (toCalled != null) {
            toCalled.stop();
            toCalled = null;
        }
    }

    private void tone(String name) {
        Tone tone = ToneZone.US.find(name);
        try {
            MediaSource source = new ToneSource(tone == null ? Tone.parse(name) : tone, ToneSource.INDICATION_LEVEL)
                    .in(caller.leg().media().format());
            if (source != null) {
                caller.leg().media().play(source, 0);
                toneOn = true;
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("{}: Dial: no tone for option r: {}", caller.name(), e.getMessage());
        }
    }

    private void endTone() {
        if (toneOn) {
            toneOn = false;
            caller.leg().media().play(null, 0);
        }
    }
}
