package org.asterism.core.net;

/** What every transport refuses, because it would send bytes nobody wrote. */
final class SendQueueChecks {

    private SendQueueChecks() {}

    static void checkClaimed(SendSlot slot, SendSlot claimed, int length) {
        if (!slot.equals(claimed)) {
            throw new IllegalStateException("the slot is not the one claimed last");
        }
        if (length < 0 || length > slot.capacity()) {
            throw new IllegalArgumentException("a slot holds 0 to " + slot.capacity() + " bytes, not " + length);
        }
    }

    static void checkPart(Datagram datagram, int skip, int length) {
        if (skip < 0 || length < 0 || skip + length > datagram.length()) {
            throw new IllegalArgumentException(
                    "bytes " + skip + " to " + (skip + length) + " of a datagram of " + datagram.length() + " bytes");
        }
    }
}
