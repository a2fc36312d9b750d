package org.asterism.outreg.sip.digest;

import java.util.List;
import java.util.Map;

/**
 * Who we are to a registrar: one {@code type=auth} section. Never printed whole.
 *
 * @param id        name of the section
 * @param username  the user
 * @param password  in clear, empty when only hashes are known
 * @param hashes    hexadecimal hashes of {@code user:realm:password} by algorithm
 * @param realm     the realm these are for; empty or {@code *} for any
 * @param supported algorithms that may be answered with, in order
 */
public record Credentials(
        String id,
        String username,
        String password,
        Map<Algorithm, String> hashes,
        String realm,
        List<Algorithm> supported) {
    /** Keeps the collections from changing. */
    public Credentials {
        hashes = Map.copyOf(hashes);
        supported = List.copyOf(supported);
    }

    /** {@return whether these are for any realm} */
    public boolean anyRealm() {
        return realm.isEmpty() || realm.equals("*");
    }

    /** {@return whether these are for that realm, by name or for any} */
    boolean isFor(String challenged) {
        return anyRealm() || realm.equalsIgnoreCase(challenged);
    }

    /** {@return without password and hashes} */
    @Override
    public String toString() {
        return "Credentials[" + id + ", " + username + ", realm=" + realm + ", password=****]";
    }
}
