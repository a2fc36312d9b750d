package org.asterism.iax2.wire;

/** Bits of the AUTHMETHODS element (RFC 5456 section 8.6.13). */
public final class AuthMethods {
    /** The secret itself in a PASSWORD element: deprecated. */
    public static final int PLAINTEXT = 1;
    /** {@link Md5Response}. */
    public static final int MD5 = 2;
    /** {@link RsaSignature}. */
    public static final int RSA = 4;

    private AuthMethods() {}

    /** The methods as Asterisk lists them in verbose messages: {@code (RSA|MD5|plaintext)}. */
    public static String names(int methods) {
        StringBuilder names = new StringBuilder("(");
        appendIf((methods & RSA) != 0, "RSA", names);
        appendIf((methods & MD5) != 0, "MD5", names);
        appendIf((methods & PLAINTEXT) != 0, "plaintext", names);
        return names.append(')').toString();
    }

    private static void appendIf(boolean offered, String name, StringBuilder names) {
        if (offered) {
            names.append(names.length() > 1 ? "|" : "").append(name);
        }
    }
}
