package org.asterism.core.net;

/** A datagram on a simulated link. */
final class InFlight implements Comparable<InFlight> {

    final long arrivalMs;
    final PeerAddress from;
    final PeerAddress to;
    final byte[] payload;
    /** Decides among those of one millisecond. */
    private final long sequence;

    InFlight(long arrivalMs, long sequence, PeerAddress from, PeerAddress to, byte[] payload) {
        this.arrivalMs = arrivalMs;
        this.sequence = sequence;
        this.from = from;
        this.to = to;
        this.payload = payload;
    }

    @Override
    public int compareTo(InFlight other) {
        int byTime = Long.compare(arrivalMs, other.arrivalMs);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
}
