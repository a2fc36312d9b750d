package org.asterism.iax2.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.net.MemoryNetwork;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameKind;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.InformationElement;
import org.asterism.iax2.wire.MiniFrame;

/** What passed on a simulated network. */
final class WireLog implements MemoryNetwork.Tap {
    /** A datagram: from whom, its name, its length and timestamp, the numbers it names. */
    record Line(PeerAddress from, String name, int length, long timestampMs, boolean full, String cause) {}

    final List<Line> lines = new ArrayList<>();
    final List<String> bytes = new ArrayList<>();

    @Override
    public void onDatagram(long atMs, PeerAddress from, PeerAddress to, byte[] payload) {
        MemorySegment memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, payload);
        bytes.add(new String(payload, StandardCharsets.ISO_8859_1));
        if (FrameKind.of(memory, 0, payload.length) == FrameKind.MINI) {
            MiniFrame mini = new MiniFrame().wrap(memory, 0, payload.length);
            lines.add(new Line(from, "mini", payload.length, mini.timestamp(), false, ""));
            return;
        }
        FullFrame frame = new FullFrame().wrap(memory, 0, payload.length);
        FrameElements elements = new FrameElements();
        String cause = "";
        if (frame.type() == FrameType.IAX && elements.parse(frame)) {
            cause = elements.text(InformationElement.CAUSE, "") + elements.u8(InformationElement.CAUSE_CODE, 0);
        }
        String name = frame.command() != null
                ? frame.command().name()
                : frame.control() != null
                        ? frame.control().name()
                        : FrameType.label(frame.type()).trim();
        lines.add(new Line(from, name, payload.length, frame.timestamp(), true, cause));
    }

    /** The names of full frames, those of one side marked. */
    List<String> names(PeerAddress marked) {
        return lines.stream()
                .filter(Line::full)
                .map(line -> (line.from().equals(marked) ? "> " : "< ") + line.name())
                .toList();
    }

    List<Line> named(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }
}
