package org.asterism.iax2.engine;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.jspecify.annotations.Nullable;

/** Remembers what happens to a dialog: commands by name, text frames by their text. */
final class RecordingListener implements DialogListener {
    final List<String> events = new ArrayList<>();
    BiConsumer<Dialog, FullFrame> reaction = (_, _) -> {};

    @Nullable
    Dialog dialog;

    @Override
    public void onFrame(Dialog on, FullFrame frame, FrameElements elements) {
        dialog = on;
        if (frame.type() == FrameType.TEXT) {
            byte[] text = frame.segment()
                    .asSlice(frame.payloadOffset(), frame.payloadLength())
                    .toArray(ValueLayout.JAVA_BYTE);
            events.add(new String(text, StandardCharsets.US_ASCII));
        } else if (frame.command() != null) {
            events.add(frame.command().name());
        } else {
            events.add("type " + frame.type());
        }
        reaction.accept(on, frame);
    }

    @Override
    public void onAcknowledged(Dialog on) {
        events.add("acknowledged");
    }

    @Override
    public void onFailed(Dialog on, DialogFailure why) {
        events.add(why.name());
    }
}
