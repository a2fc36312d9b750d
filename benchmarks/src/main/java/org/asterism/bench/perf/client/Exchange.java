package org.asterism.bench.perf.client;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.bench.perf.net.Arrival;
import org.asterism.bench.perf.net.WallClock;
import org.asterism.bench.perf.stats.Mark;
import org.asterism.bench.perf.stats.MediaStream;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameKind;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.MiniFrame;
import org.jspecify.annotations.Nullable;

/**
 * What all calls and registrations of a run share: sockets, time, numbers, counters; it hands each datagram that arrives to whom it is
 * for. Nothing is allocated for a media frame. One thread.
 */
public final class Exchange {
    private static final int SWEEP_STEPS = 100;
    private static final int CALL_NUMBER_BITS = 16;
    /** Sets of call numbers where addresses have their own; a power of two. */
    private static final int LANES = 16;

    /** Gets the calls that the server places to us. */
    @FunctionalInterface
    interface FarEnd {
        /** A call for us; the leg answers it. */
        CallLeg take(Outbox outbox, int localAddress);
    }

    private final ClientSettings settings;
    /** An array: nothing is allocated to go through it. */
    private final Outbox[] outboxes;

    private final WallClock wallClock;
    private DialogTable[] tables;
    private final Tally tally = new Tally();
    private final List<MediaStream> streams = new ArrayList<>();
    private final MediaSchedule schedule;
    private final List<Dialog> swept = new ArrayList<>();
    private final Map<Long, CallLeg> taken = new HashMap<>();
    private final FullFrame header = new FullFrame();
    private final FullFrame frame = new FullFrame();
    private final FrameElements list = new FrameElements();
    private final ElementWriter writer = new ElementWriter();
    private final Arrival.Handler[] handlers;

    private @Nullable FarEnd farEnd;
    private long nowNs = System.nanoTime();
    private long wallNs;
    private boolean measuring;
    private int sweepAt;

    /**
     * A world without calls.
     *
     * @param settings  what calls look like
     * @param outboxes  the sockets
     * @param wallClock what the kernel stamps arrivals with
     * @param seed      our first call number
     */
    public Exchange(ClientSettings settings, List<Outbox> outboxes, WallClock wallClock, int seed) {
        this.settings = settings;
        this.outboxes = outboxes.toArray(new Outbox[0]);
        this.wallClock = wallClock;
        this.tables = new DialogTable[] {new DialogTable(seed)};
        this.schedule = new MediaSchedule(settings.frameMs());
        this.handlers = new Arrival.Handler[this.outboxes.length];
        for (int i = 0; i < handlers.length; i++) {
            Outbox outbox = this.outboxes[i];
            handlers[i] = arrival -> onArrival(outbox, arrival);
        }
    }

    /**
     * Takes everything that has arrived.
     *
     * @param newNowNs the present, as of {@link System#nanoTime}
     * @return how many datagrams
     */
    public int receive(long newNowNs) {
        setNow(newNowNs);
        int count = 0;
        for (int i = 0; i < handlers.length; i++) {
            count += outboxes[i].socket().receive(handlers[i]);
        }
        return count;
    }

    /**
     * Sends the media frames that are due, and looks after a hundredth of the dialogs. To be called each millisecond.
     *
     * @param newNowNs the present
     */
    public void tick(long newNowNs) {
        setNow(newNowNs);
        schedule.sendDue(newNowNs);
        int size = swept.size();
        int step = Math.max(1, size / SWEEP_STEPS);
        for (int i = 0; i < step && !swept.isEmpty(); i++) {
            if (sweepAt >= swept.size()) {
                sweepAt = 0;
            }
            swept.get(sweepAt++).sweep(newNowNs);
        }
        for (Outbox outbox : outboxes) {
            outbox.release(newNowNs);
        }
    }

    /** Sends what is queued. */
    public void flush() {
        for (Outbox outbox : outboxes) {
            outbox.flush();
        }
    }

    /**
     * Says whether frames sent from now on count.
     *
     * @param newMeasuring whether they do
     */
    public void measuring(boolean newMeasuring) {
        measuring = newMeasuring;
    }

    /** {@return the counters} */
    public Tally tally() {
        return tally;
    }

    /** {@return one for each direction of each call} */
    public List<MediaStream> streams() {
        return streams;
    }

    /** {@return how late, in ns, the latest media frame was sent since this was asked last} */
    public long takeLatenessNs() {
        return schedule.takeLatenessNs();
    }

    ClientSettings settings() {
        return settings;
    }

    /**
     * From now on each address of ours has call numbers of its own, or shares them with a few: more can ask at a time than there are
     * numbers. Before anything is begun; every dialog must be told its address.
     *
     * @param seed our first call numbers
     */
    public void numberByAddress(int seed) {
        tables = new DialogTable[LANES];
        for (int i = 0; i < LANES; i++) {
            tables[i] = new DialogTable(seed);
        }
    }

    /** The call numbers of an address of ours. */
    DialogTable table(int localAddress) {
        return tables[localAddress & (tables.length - 1)];
    }

    MediaSchedule schedule() {
        return schedule;
    }

    FullFrame header() {
        return header;
    }

    ElementWriter writer() {
        return writer;
    }

    long nowNs() {
        return nowNs;
    }

    long wallNs() {
        return wallNs;
    }

    boolean isMeasuring() {
        return measuring;
    }

    void farEnd(FarEnd newFarEnd) {
        farEnd = newFarEnd;
    }

    MediaStream newStream() {
        MediaStream stream = new MediaStream(streams.size());
        streams.add(stream);
        return stream;
    }

    void watch(Dialog dialog) {
        swept.add(dialog);
    }

    /** Forgets a dialog that will never be used again; those after it may be looked at a little later. */
    void unwatch(Dialog dialog) {
        int at = swept.lastIndexOf(dialog);
        if (at >= 0) {
            Dialog last = swept.removeLast();
            if (at < swept.size()) {
                swept.set(at, last);
            }
        }
    }

    void forgetTaken(CallLeg leg) {
        taken.remove(key(leg.remotePort, leg.localAddress, leg.remoteCall));
    }

    private void setNow(long newNowNs) {
        nowNs = newNowNs;
        wallNs = wallClock.at(newNowNs);
    }

    private void onArrival(Outbox outbox, Arrival arrival) {
        switch (FrameKind.of(arrival.memory, arrival.offset, arrival.length)) {
            case FrameKind.MINI -> onMedia(arrival, MiniFrame.HEADER_LENGTH);
            case FrameKind.FULL -> onFull(outbox, arrival);
            default -> tally.unexpected++;
        }
    }

    private void onMedia(Arrival arrival, int headerBytes) {
        MemorySegment memory = arrival.memory;
        long payload = arrival.offset + headerBytes;
        if (!Mark.isAt(memory, payload, arrival.length - headerBytes)) {
            tally.unmarked++;
            return;
        }
        int stream = Mark.stream(memory, payload);
        if (stream < 0 || stream >= streams.size()) {
            tally.unexpected++;
            return;
        }
        tally.framesReceived++;
        long transitNs = arrival.arrivedNs - Mark.sentNs(memory, payload);
        if (streams.get(stream).receive(Mark.counted(memory, payload), Mark.sequence(memory, payload), transitNs)) {
            tally.frames.record(transitNs);
            tally.recentFrames.record(transitNs);
        }
    }

    private void onFull(Outbox outbox, Arrival arrival) {
        frame.wrap(arrival.memory, arrival.offset, arrival.length);
        int type = frame.type();
        if (type == FrameType.VOICE) {
            onMedia(arrival, FullFrame.HEADER_LENGTH);
        }
        if (type != FrameType.IAX) {
            list.clear();
        } else if (!list.parse(frame)) {
            tally.unexpected++;
            return;
        }
        Dialog dialog = frame.destinationCall() == 0
                ? null
                : table(arrival.localAddress).get(frame.destinationCall());
        if (dialog != null) {
            dialog.onFrame(frame, list, toNanoTime(arrival.arrivedNs));
        } else {
            onStranger(outbox, arrival);
        }
    }

    private void onStranger(Outbox outbox, Arrival arrival) {
        IaxCommand command = frame.command();
        if (command == IaxCommand.NEW && frame.destinationCall() == 0) {
            onNew(outbox, arrival);
        } else if (command == IaxCommand.POKE) {
            answer(outbox, arrival, IaxCommand.PONG);
        } else if (command == IaxCommand.HANGUP || command == IaxCommand.REJECT) {
            answer(outbox, arrival, IaxCommand.ACK);
        } else if (command == null || command.isSequenced()) {
            tally.unexpected++;
        }
    }

    private void onNew(Outbox outbox, Arrival arrival) {
        long key = key(arrival.sourcePort, arrival.localAddress, frame.sourceCall());
        CallLeg known = taken.get(key);
        if (known != null) {
            known.onFrame(frame, list, toNanoTime(arrival.arrivedNs));
        } else if (farEnd == null || arrival.sourceAddress != settings.target()) {
            answer(outbox, arrival, IaxCommand.REJECT);
        } else {
            CallLeg leg = farEnd.take(outbox, arrival.localAddress);
            leg.remotePort = arrival.sourcePort;
            if (leg.begin()) {
                taken.put(key, leg);
                leg.onFrame(frame, list, toNanoTime(arrival.arrivedNs));
            } else {
                answer(outbox, arrival, IaxCommand.REJECT);
            }
        }
    }

    /** One frame about a call that does not exist. */
    private void answer(Outbox outbox, Arrival arrival, IaxCommand command) {
        long at = outbox.claim();
        header.wrap(outbox.memory(), at, FullFrame.HEADER_LENGTH)
                .sourceCall(frame.destinationCall() == 0 ? 1 : frame.destinationCall())
                .destinationCall(frame.sourceCall())
                .timestamp(frame.timestamp())
                .oseqno(frame.iseqno())
                .iseqno(frame.oseqno() + 1)
                .command(command);
        outbox.commit(FullFrame.HEADER_LENGTH, arrival.localAddress, arrival.sourceAddress, arrival.sourcePort);
    }

    private long toNanoTime(long arrivedNs) {
        return Math.min(nowNs, nowNs - (wallNs - arrivedNs));
    }

    private static long key(int port, int localAddress, int call) {
        return ((long) localAddress << CALL_NUMBER_BITS | call) << CALL_NUMBER_BITS | port;
    }

    /** Sends one media frame that is not a full frame. */
    void sendMini(CallLeg leg, int timestamp, int payloadBytes) {
        Outbox outbox = leg.outbox;
        MemorySegment memory = outbox.memory();
        long at = outbox.claim();
        memory.set(BIG_SHORT, at, (short) leg.localCall);
        memory.set(BIG_SHORT, at + Short.BYTES, (short) timestamp);
        mark(leg.stream, memory, at + MiniFrame.HEADER_LENGTH);
        if (!outbox.commit(
                MiniFrame.HEADER_LENGTH + payloadBytes, leg.localAddress, leg.remoteAddress, leg.remotePort)) {
            if (measuring) {
                leg.stream.withheld();
                tally.measuredSent--;
            }
        }
    }

    private static final ValueLayout.OfShort BIG_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);

    void mark(MediaStream stream, MemorySegment memory, long payload) {
        tally.framesSent++;
        if (measuring) {
            tally.measuredSent++;
        }
        Mark.write(memory, payload, measuring, stream.id(), stream.send(measuring), wallNs);
    }
}
