package org.asterism.iax2.channel;

import java.lang.foreign.MemorySegment;
import org.asterism.core.log.Verbose;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.cli.DebugFilter;
import org.asterism.iax2.engine.FrameTap;
import org.asterism.iax2.wire.FrameDump;
import org.asterism.iax2.wire.FrameKind;
import org.asterism.iax2.wire.FullFrame;

/** {@code iax2 set debug}: full frames as verbose messages. Lives on the shard's thread while it is on. */
final class FrameTrace implements FrameTap {
    private final DebugFilter filter;
    private final FullFrame frame = new FullFrame();

    FrameTrace(DebugFilter filter) {
        this.filter = filter;
    }

    @Override
    public void onFrame(boolean sent, int attempt, MemorySegment memory, long offset, int length, PeerAddress remote) {
        if (filter.shows(remote) && FrameKind.of(memory, offset, length) == FrameKind.FULL) {
            boolean again = frame.wrap(memory, offset, length).isRetransmission();
            String retry = attempt == NO_ATTEMPT ? FrameDump.retry(again) : FrameDump.retry(attempt);
            Verbose.sayLines(
                    0,
                    FrameDump.dump(memory, offset, length, sent ? "Tx" : "Rx", retry, remote.toString())
                            .lines()
                            .toList());
        }
    }
}
