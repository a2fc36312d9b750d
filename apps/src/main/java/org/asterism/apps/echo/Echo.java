package org.asterism.apps.echo;

import org.asterism.core.bridge.AudioStream;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelEvent;
import org.asterism.core.channel.Indication;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.media.MediaPort;

/** {@code Echo()}: every frame goes back as it came, on the leg's own loop. */
final class Echo implements Application {
    /** Ends it. */
    private static final char END_DIGIT = '#';

    @Override
    public String name() {
        return "Echo";
    }

    @Override
    public Documentation documentation() {
        return Documentation.of(
                "Echo media, DTMF back to the calling party",
                "Echo()",
                "Echos back any media or DTMF frames read from the calling channel back to itself. "
                        + "This will not echo CONTROL frames. Pressing # ends it.");
    }

    @Override
    public void execute(Channel channel, String arguments) {
        MediaPort media = channel.leg().media();
        AudioStream stream = new AudioStream(media, media);
        stream.start();
        try {
            reflectUntilEnd(channel);
        } finally {
            stream.stop();
        }
    }

    private static void reflectUntilEnd(Channel channel) {
        long began = System.nanoTime();
        while (true) {
            ChannelEvent event = channel.await(-1);
            if (event == null || event.channel() != channel) {
                continue;
            }
            switch (event.kind()) {
                case DIGIT_BEGIN -> {
                    began = System.nanoTime();
                    if (event.value() != END_DIGIT) {
                        channel.leg().beginDigit((char) event.value());
                    }
                }
                case DIGIT_END -> {
                    if (event.value() == END_DIGIT) {
                        return;
                    }
                    channel.leg().endDigit((char) event.value(), (int) ((System.nanoTime() - began) / 1_000_000L));
                }
                case TEXT -> channel.leg().sendText(event.text() == null ? "" : event.text());
                case INDICATION -> {
                    if (event.indication() == Indication.VIDEO_UPDATE) {
                        channel.leg().indicate(Indication.VIDEO_UPDATE, null);
                    }
                }
                case ANSWERED, MEDIA_ENDED, HANGUP, WAKE -> {}
            }
        }
    }
}
