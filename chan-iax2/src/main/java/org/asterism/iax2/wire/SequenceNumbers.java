package org.asterism.iax2.wire;

/**
 * Arithmetic on the 8-bit sequence numbers of full frames (RFC 5456 section 7): everything is modulo 256, and of two
 * numbers the one less than half the circle behind is the older.
 */
public final class SequenceNumbers {
    /** How a received OSeqno relates to the expected one. */
    public enum Order {
        /** It is the one expected. */
        EXPECTED,
        /** It was there before: acknowledge it again and drop it. */
        DUPLICATE,
        /** Something before it is missing: ask with VNAK and drop it. */
        GAP
    }

    private static final int MASK = 0xFF;
    private static final int HALF = 128;

    private SequenceNumbers() {}

    /** The number after this one. */
    public static int next(int number) {
        return (number + 1) & MASK;
    }

    /** Steps forward from one number to the other, 0..255. */
    public static int distance(int from, int to) {
        return (to - from) & MASK;
    }

    /** Whether a frame numbered {@code oseqno} is new, old or early for a receiver that expects {@code expected}. */
    public static Order classify(int oseqno, int expected) {
        if (oseqno == expected) {
            return Order.EXPECTED;
        }
        return distance(oseqno, expected) < HALF ? Order.DUPLICATE : Order.GAP;
    }

    /**
     * Whether a received ISeqno may be taken as an acknowledgement.
     *
     * @param iseqno          ISeqno of the received frame.
     * @param oldestUnacked   oldest own OSeqno not yet acknowledged.
     * @param nextToSend      OSeqno the next own frame will get.
     * @return true if it lies between the two, both included; others are to be ignored.
     */
    public static boolean isInWindow(int iseqno, int oldestUnacked, int nextToSend) {
        return distance(oldestUnacked, iseqno) <= distance(oldestUnacked, nextToSend);
    }

    /**
     * Whether an ISeqno that {@link #isInWindow} acknowledges an own frame.
     *
     * @param oseqno        OSeqno of the own frame.
     * @param iseqno        ISeqno of the received frame.
     * @param oldestUnacked oldest own OSeqno not yet acknowledged before that frame came.
     */
    public static boolean isAcknowledged(int oseqno, int iseqno, int oldestUnacked) {
        return distance(oldestUnacked, oseqno) < distance(oldestUnacked, iseqno);
    }

    /** Whether a VNAK that carries {@code iseqno} asks for the own frame numbered {@code oseqno}. */
    public static boolean isRequested(int oseqno, int iseqno) {
        return distance(iseqno, oseqno) < HALF;
    }
}
