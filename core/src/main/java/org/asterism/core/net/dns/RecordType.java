package org.asterism.core.net.dns;

/** The kinds of records asked for, with their numbers (RFC 1035 3.2.2, RFC 3596, RFC 2782, RFC 3403). */
public enum RecordType {
    /** IPv4 address. */
    A(1),
    /** Another name to look under. */
    CNAME(5),
    /** IPv6 address. */
    AAAA(28),
    /** Host and port of a service. */
    SRV(33),
    /** Which services a domain offers, and where to look for them. */
    NAPTR(35);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
