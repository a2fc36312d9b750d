package org.asterism.outreg.sip.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of a Via header (RFC 3261 section 20.42).
 *
 * @param transport  {@code UDP}, {@code TCP}, {@code TLS} or another, in capitals
 * @param sentBy     where the sender says it is
 * @param parameters such as {@code branch}, {@code rport} and {@code received}
 */
public record Via(String transport, HostPort sentBy, Parameters parameters) {
    /** Beginning of the branches of RFC 3261, which identify transactions. */
    public static final String MAGIC = "z9hG4bK";

    /**
     * Reads one value.
     *
     * @param text such as {@code SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1}
     * @return the value
     * @throws SipSyntaxException it is malformed
     */
    public static Via parse(String text) {
        TextScanner scanner = new TextScanner(text);
        String protocol = scanner.token("SIP");
        scanner.expect('/');
        String version = scanner.token("2.0");
        scanner.expect('/');
        String transport = scanner.token("a transport").toUpperCase(Locale.ROOT);
        if (!protocol.equalsIgnoreCase("SIP") || !version.equals("2.0")) {
            throw new SipSyntaxException("a Via of " + protocol + "/" + version + " instead of SIP/2.0");
        }
        HostPort sentBy = HostPort.parse(scanner);
        Parameters parameters = parameters(scanner);
        scanner.expectEnd();
        return new Via(transport, sentBy, parameters);
    }

    private static Parameters parameters(TextScanner scanner) {
        return Parameters.parse(scanner);
    }

    /** {@return the branch, empty when there is none} */
    public String branch() {
        String branch = parameters.get("branch");
        return branch == null ? "" : branch;
    }

    /**
     * This Via with a parameter.
     *
     * @param name  its name
     * @param value as it shall be written, {@code null} for a flag
     * @return the Via
     */
    public Via with(String name, @Nullable String value) {
        return new Via(transport, sentBy, parameters.with(name, value));
    }

    @Override
    public String toString() {
        return "SIP/2.0/" + transport + " " + sentBy + parameters;
    }
}
