package org.asterism.apps.functions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.FunctionFailed;

/** A function that gives the digest of a text in lower-case hexadecimal. */
final class DigestFunction {
    private DigestFunction() {}

    static DialplanFunction of(String name, String algorithm) {
        return FunctionDraft.of(
                        name + "(data)",
                        "Computes " + algorithm + " digest.",
                        "Of the bytes of the text in UTF-8, in lower-case hexadecimal.")
                .reading((_, text) -> {
                    if (text.isEmpty()) {
                        throw new FunctionFailed("Syntax: " + name + "(<data>) - missing argument!");
                    }
                    return digest(algorithm, text);
                });
    }

    private static String digest(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every Java", e);
        }
    }
}
