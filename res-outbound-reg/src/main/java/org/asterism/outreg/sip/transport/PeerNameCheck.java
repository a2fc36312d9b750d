package org.asterism.outreg.sip.transport;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.asterism.outreg.sip.message.SipSyntaxException;
import org.asterism.outreg.sip.message.SipUri;
import org.jspecify.annotations.Nullable;

/** Whether a server's certificate is for the domain that was asked for (RFC 5922 section 7). */
final class PeerNameCheck {
    private static final int DNS_NAME = 2;
    private static final int URI_NAME = 6;
    private static final int IP_NAME = 7;

    private PeerNameCheck() {}

    /**
     * Compares a certificate with a name.
     *
     * @param certificate of the server, trusted already
     * @param name        a domain or an address
     * @param wildcards   whether {@code *.example.org} is good for {@code sip.example.org}
     * @return whether it is for that name
     */
    static boolean isFor(X509Certificate certificate, String name, boolean wildcards) {
        List<String> names = names(certificate);
        String wanted = normal(name);
        return names.stream().map(PeerNameCheck::normal).anyMatch(each -> matches(each, wanted, wildcards));
    }

    private static boolean matches(String pattern, String wanted, boolean wildcards) {
        if (pattern.equals(wanted)) {
            return true;
        }
        int dot = wanted.indexOf('.');
        return wildcards
                && dot > 0
                && pattern.startsWith("*.")
                && pattern.substring(1).equals(wanted.substring(dot));
    }

    /** {@return the identities a certificate gives; the common name only where there is no other} */
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> each : alternatives) {
                    if (each.get(0) instanceof Integer kind && each.get(1) instanceof String text) {
                        String found = name(kind, text);
                        if (found != null) {
                            names.add(found);
                        }
                    }
                }
            }
            if (names.isEmpty()) {
                addCommonName(certificate, names);
            }
        } catch (CertificateParsingException | InvalidNameException _) {
            return List.of();
        }
        return names;
    }

    private static @Nullable String name(int kind, String text) {
        if (kind == DNS_NAME || kind == IP_NAME) {
            return text;
        }
        if (kind == URI_NAME) {
            try {
                SipUri uri = SipUri.parse(text);
                return uri.userInfo().isEmpty() ? uri.hostPort().bareHost() : null;
            } catch (SipSyntaxException _) {
                return null;
            }
        }
        return null;
    }

    private static void addCommonName(X509Certificate certificate, List<String> names) throws InvalidNameException {
        for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
            if (rdn.getType().equalsIgnoreCase("CN")) {
                names.add(String.valueOf(rdn.getValue()));
            }
        }
    }

    private static String normal(String name) {
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        try {
            return InetAddress.ofLiteral(bare).getHostAddress();
        } catch (IllegalArgumentException _) {
            String lower = bare.toLowerCase(Locale.ROOT);
            return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        }
    }
}
