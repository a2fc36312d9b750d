package org.asterism.apps.musiconhold;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.MediaSource;
import org.asterism.core.sound.Sound;
import org.asterism.core.sound.SoundLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Plays the tracks of a class without end. While one plays, a thread of its own brings the next one into memory; should that not
 * be done in time, the track is played again.
 */
final class TrackSource implements MediaSource {
    private final MusicClass musicClass;
    private final SoundLibrary library;
    private final String language;
    private final Format format;
    private int track;
    private @Nullable MediaSource current;
    private volatile @Nullable Sound loaded;

    /**
     * Blocks for the first track.
     *
     * @param musicClass what is played
     * @param library    where tracks are found
     * @param language   of the listener
     * @param format     of the frames
     */
    TrackSource(MusicClass musicClass, SoundLibrary library, String language, Format format) {
        this.musicClass = musicClass;
        this.library = library;
        this.language = language;
        this.format = format;
        int count = musicClass.tracks().size();
        boolean anywhere =
                musicClass.order() == MusicClass.Order.RANDOM || musicClass.order() == MusicClass.Order.RANDSTART;
        track = anywhere && count > 0 ? ThreadLocalRandom.current().nextInt(count) : 0;
        for (int i = 0; i < count && loaded == null; i++) {
            load(track);
            track = (track + 1) % count;
        }
    }

    /** {@return whether there is a track that can be played} */
    boolean playable() {
        return loaded != null;
    }

    @Override
    public @Nullable MediaFrame next() {
        MediaFrame frame = current == null ? null : current.next();
        if (frame == null) {
            Sound sound = loaded;
            if (sound == null) {
                return null;
            }
            current = sound.play().in(format);
            frame = current == null ? null : current.next();
            loadNext();
        }
        return frame;
    }

    @Override
    public Format format() {
        return format;
    }

    private void loadNext() {
        List<String> tracks = musicClass.tracks();
        if (tracks.size() > 1) {
            int next = musicClass.order() == MusicClass.Order.RANDOM
                    ? ThreadLocalRandom.current().nextInt(tracks.size())
                    : track;
            track = (next + 1) % tracks.size();
            Thread.ofVirtual().name("music on hold").start(() -> load(next));
        }
    }

    private void load(int index) {
        Sound sound = library.find(musicClass.tracks().get(index), language, format);
        if (sound != null) {
            loaded = sound;
        }
    }
}
