package org.asterism.core.net.dns;

/**
 * A NAPTR record (RFC 3403 section 4) that points to another name. Those with a regular expression are of no use where only names
 * are looked up, and left out.
 *
 * @param order       lowest first; what has a higher one does not count where one of a lower fits
 * @param preference  lowest first among those of one order
 * @param flags       in lower case: {@code s} when an SRV record follows, {@code a} an address
 * @param service     in upper case, such as {@code SIP+D2U}
 * @param replacement the name to go on with
 */
public record NamingPointer(int order, int preference, String flags, String service, String replacement) {}
