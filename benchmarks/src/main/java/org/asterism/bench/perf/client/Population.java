package org.asterism.bench.perf.client;

/** A part of the load: calls that stand, calls that come and go, or registrations. The load's thread turns it. */
public interface Population {
    /**
     * Does what is due.
     *
     * @param nowNs   the present, as of {@link System#nanoTime}
     * @param leaving whether it shall end what it has instead of beginning more
     */
    void step(long nowNs, boolean leaving);

    /** {@return whether everything that was to be there before measuring is there, or has failed} */
    boolean ready();

    /** {@return whether nothing is left} */
    boolean finished();

    /**
     * A NAT between us and the server has taken other ports: what is sent from now on comes from another socket.
     *
     * @param generation how many times that has happened
     */
    default void rebind(int generation) {
        // What has no calls need not move.
    }
}
