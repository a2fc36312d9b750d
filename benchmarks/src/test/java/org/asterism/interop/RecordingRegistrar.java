package org.asterism.interop;

import java.util.List;

/** Plays a registrar, and keeps what it was asked. */
interface RecordingRegistrar extends AutoCloseable {
    /**
     * A request, counted once however often it was sent.
     *
     * @param atSeconds when it came first, in seconds of the epoch
     * @param sequence  the number of its CSeq
     */
    record Request(double atSeconds, long sequence) {
        /** One that came with this line {@code CSeq}. */
        static Request of(double atSeconds, String line) {
            return new Request(atSeconds, Long.parseLong(line.replaceAll("\\D", "")));
        }
    }

    /** Waits until it listens. */
    default void awaitReady() {}

    /** Where it listens on 127.0.0.1. */
    int port();

    /** What it was asked so far, in the order of arrival. */
    List<Request> requests();

    @Override
    void close();
}
