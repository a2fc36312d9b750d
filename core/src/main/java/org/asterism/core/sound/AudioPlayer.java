package org.asterism.core.sound;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelEvent;
import org.asterism.core.log.Verbose;
import org.asterism.core.media.MediaSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays audio to a channel's party while the channel's thread waits for its end, for a digit, or for the end of the call. Used by
 * the thread that looks after the channel.
 */
public final class AudioPlayer {
    /** All digits: what interrupts where any may. */
    public static final String ANY_DIGIT = "0123456789*#ABCD";

    /** No digit: nothing interrupts. */
    public static final String NO_DIGITS = "";

    private static final Logger LOG = LoggerFactory.getLogger(AudioPlayer.class);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** How much longer than its length a sound may take before the thread goes on without its end being told, in ms. */
    private static final long GRACE_MS = 10_000;

    private static final int ENDLESS = -1;

    private final Channel channel;
    private final SoundLibrary library;
    private final String language;

    /**
     * @param channel who hears it
     * @param library where prompts are found
     */
    public AudioPlayer(Channel channel, SoundLibrary library) {
        this(channel, library, channel.language());
    }

    /**
     * @param channel  who hears it
     * @param library  where prompts are found
     * @param language of the prompts, in place of the channel's
     */
    public AudioPlayer(Channel channel, SoundLibrary library, String language) {
        this.channel = channel;
        this.library = library;
        this.language = language;
    }

    /**
     * How playing came to its end.
     *
     * @param missing whether something could not be played because it does not exist
     * @param digit   the digit that interrupted it, 0 for none
     */
    public record Outcome(boolean missing, char digit) {
        /** {@return whether a digit interrupted it} */
        public boolean interrupted() {
            return digit != 0;
        }
    }

    /**
     * Plays prompts one after the other.
     *
     * @param names  prompt names separated by {@code &}
     * @param digits the digits that interrupt
     * @return how it ended
     * @throws org.asterism.core.channel.ChannelHungUp the call is over
     */
    public Outcome playAll(String names, String digits) {
        boolean missing = false;
        for (String name : names.split("&")) {
            if (name.isBlank()) {
                continue;
            }
            Outcome outcome = play(name.trim(), digits);
            if (outcome.interrupted()) {
                return outcome;
            }
            missing |= outcome.missing();
        }
        return new Outcome(missing, (char) 0);
    }

    /**
     * Plays a prompt.
     *
     * @param name   its name, without the ending of a file name
     * @param digits the digits that interrupt
     * @return how it ended
     * @throws org.asterism.core.channel.ChannelHungUp the call is over
     */
    public Outcome play(String name, String digits) {
        Sound sound = find(name);
        if (sound == null) {
            return new Outcome(true, (char) 0);
        }
        if (Verbose.isOn(3)) {
            Verbose.say(
                    3,
                    "<" + channel.name() + "> Playing '" + name + "."
                            + sound.format().label() + "' (language '" + language + "')");
        }
        return playWithin(sound.play(), digits, sound.milliseconds() + GRACE_MS);
    }

    /**
     * Finds a prompt that this channel can be played.
     *
     * @param name its name
     * @return the prompt; {@code null}, after a warning, where there is none
     */
    public @Nullable Sound find(String name) {
        Sound sound = library.find(name, language, channel.leg().media().format());
        if (sound == null) {
            LOG.warn(
                    "{}: sound '{}' (language '{}') does not exist in a format that can be played as {}",
                    channel.name(),
                    name,
                    language,
                    channel.leg().media().format().label());
        }
        return sound;
    }

    /**
     * Plays a source to its end.
     *
     * @param source what to play
     * @param digits the digits that interrupt
     * @return how it ended
     * @throws org.asterism.core.channel.ChannelHungUp the call is over
     */
    public Outcome play(MediaSource source, String digits) {
        return playWithin(source, digits, ENDLESS);
    }

    /**
     * Begins to play a prompt, without waiting for its end: the channel gets a MEDIA_ENDED event then.
     *
     * @param name its name, without the ending of a file name
     * @return the number the event will have; 0 when there is no such prompt
     */
    public int start(String name) {
        Sound sound = find(name);
        MediaSource source =
                sound == null ? null : sound.play().in(channel.leg().media().format());
        if (source == null) {
            return 0;
        }
        int number = nextNumber();
        channel.leg().media().play(source, number);
        return number;
    }

    private static int nextNumber() {
        return NUMBERS.updateAndGet(number -> number == Integer.MAX_VALUE ? 1 : number + 1);
    }

    private Outcome playWithin(MediaSource source, String digits, long limitMs) {
        MediaSource translated = source.in(channel.leg().media().format());
        if (translated == null) {
            LOG.warn(
                    "{}: audio of format {} cannot be played as {}",
                    channel.name(),
                    source.format().label(),
                    channel.leg().media().format().label());
            return new Outcome(true, (char) 0);
        }
        int number = nextNumber();
        channel.leg().media().play(translated, number);
        boolean ended = false;
        try {
            long deadline = System.nanoTime() + limitMs * 1_000_000L;
            while (true) {
                long leftMs = limitMs == ENDLESS ? ENDLESS : Math.max(0, (deadline - System.nanoTime()) / 1_000_000L);
                ChannelEvent event = channel.await(leftMs);
                if (event == null) {
                    LOG.warn("{}: the end of {} ms of audio was never told", channel.name(), limitMs - GRACE_MS);
                    return new Outcome(false, (char) 0);
                }
                if (event.channel() != channel) {
                    continue;
                }
                if (event.kind() == ChannelEvent.Kind.MEDIA_ENDED && event.value() == number) {
                    ended = true;
                    return new Outcome(false, (char) 0);
                }
                if (event.kind() == ChannelEvent.Kind.DIGIT_END && digits.indexOf(event.value()) >= 0) {
                    return new Outcome(false, (char) event.value());
                }
            }
        } finally {
            if (!ended) {
                channel.leg().media().play(null, 0);
            }
        }
    }
}
