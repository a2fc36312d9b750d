package org.asterism.iax2.registrant;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * What a registration can prove itself with.
 *
 * @param secret    the shared secret, empty for none
 * @param key       the RSA key, or {@code null}
 * @param plaintext whether the secret may be sent in clear, because {@code auth=plaintext} says so
 */
public record RegistrantCredentials(String secret, @Nullable PrivateKey key, boolean plaintext) {
    /** Without secrets. */
    @Override
    public String toString() {
        return key != null ? "RSA key" : secret.isEmpty() ? "none" : "****";
    }
}
