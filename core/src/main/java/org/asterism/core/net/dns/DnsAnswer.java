package org.asterism.core.net.dns;

import java.net.InetAddress;
import java.util.List;

/**
 * What a server said.
 *
 * @param status     whether it is an answer
 * @param addresses  of A and AAAA records
 * @param services   of SRV records
 * @param pointers   of NAPTR records
 * @param ttlSeconds least time to live of the records used; 0 if there are none
 */
public record DnsAnswer(
        Status status,
        List<InetAddress> addresses,
        List<ServiceRecord> services,
        List<NamingPointer> pointers,
        long ttlSeconds) {

    /** What kind of answer it is. */
    public enum Status {
        /** There may be records: none of them means that the name has none of the type. */
        ANSWERED,
        /** The name does not exist. */
        NO_SUCH_NAME,
        /** The server has trouble; another one may know. */
        FAILED,
        /** It did not fit a datagram: ask over TCP. */
        TRUNCATED
    }

    /** Keeps the lists from changing. */
    public DnsAnswer {
        addresses = List.copyOf(addresses);
        services = List.copyOf(services);
        pointers = List.copyOf(pointers);
    }

    static DnsAnswer without(Status status) {
        return new DnsAnswer(status, List.of(), List.of(), List.of(), 0);
    }
}
