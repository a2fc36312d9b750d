package org.asterism.outreg.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionTypes;
import org.asterism.core.config.OptionValues;
import org.asterism.outreg.sip.digest.Algorithm;
import org.jspecify.annotations.Nullable;

/** Reads sections {@code type=auth}. */
final class AuthReader {
    private static final List<String> TYPES = List.of("userpass", "md5", "digest");

    private final List<Algorithm> defaultUac;
    private final List<Algorithm> defaultUas;

    /**
     * @param defaultUac used where a section does not say: the global {@code default_auth_algorithms_uac}
     * @param defaultUas the global {@code default_auth_algorithms_uas}
     */
    AuthReader(List<Algorithm> defaultUac, List<Algorithm> defaultUas) {
        this.defaultUac = defaultUac;
        this.defaultUas = defaultUas;
    }

    /** {@return the object, or null after the section has been told what is wrong with it} */
    @Nullable
    AuthSettings read(SectionReader section, OptionValues values) {
        String id = section.id();
        String type = values.get(AuthOptions.AUTH_TYPE).trim().toLowerCase(Locale.ROOT);
        if (type.equals("google_oauth")) {
            section.refuse(values, AuthOptions.AUTH_TYPE, "auth_type=google_oauth is not supported");
            return null;
        }
        if (!TYPES.contains(type)) {
            section.refuse(
                    values,
                    AuthOptions.AUTH_TYPE,
                    "Unknown authentication storage type '" + type + "' specified for auth_type; expected one of "
                            + String.join(", ", TYPES));
            return null;
        }
        List<Algorithm> uac = algorithms(section, values, AuthOptions.ALGORITHMS_UAC, "UAC", defaultUac);
        List<Algorithm> uas = algorithms(section, values, AuthOptions.ALGORITHMS_UAS, "UAS", defaultUas);
        Map<Algorithm, String> digests = digests(section, values);
        if (uac == null || uas == null || digests == null) {
            return null;
        }
        String username = values.get(AuthOptions.USERNAME);
        if (username.isEmpty()) {
            section.refuse(values, AuthOptions.USERNAME, id + ": No authentication username; write username=");
            return null;
        }
        String password = values.get(AuthOptions.PASSWORD);
        if (lacksSecret(section, values, password, digests, uas, AuthOptions.ALGORITHMS_UAS)
                || lacksSecret(section, values, password, digests, uac, AuthOptions.ALGORITHMS_UAC)) {
            return null;
        }
        return new AuthSettings(
                id,
                type,
                username,
                password,
                digests,
                values.get(AuthOptions.REALM),
                values.get(AuthOptions.NONCE_LIFETIME),
                uac,
                uas);
    }

    /** {@return the algorithms that a list names, null when one is unknown} */
    private static @Nullable List<Algorithm> algorithms(
            SectionReader section, OptionValues values, Option<String> option, String role, List<Algorithm> otherwise) {
        List<Algorithm> found = new ArrayList<>();
        for (String word : OptionTypes.LIST.parse(values.get(option))) {
            Algorithm algorithm = Algorithm.of(word);
            if (algorithm == null) {
                section.refuse(
                        values,
                        option,
                        section.id() + ": Unknown " + role + " digest algorithm '" + word + "' specified; expected MD5,"
                                + " SHA-256 or SHA-512-256");
                return null;
            }
            found.add(algorithm);
        }
        return found.isEmpty() ? otherwise : found;
    }

    private static @Nullable Map<Algorithm, String> digests(SectionReader section, OptionValues values) {
        Map<Algorithm, String> digests = new EnumMap<>(Algorithm.class);
        String md5 = values.get(AuthOptions.MD5_CRED).trim();
        if (!md5.isEmpty() && !put(section, values, AuthOptions.MD5_CRED, Algorithm.MD5, md5, digests)) {
            return null;
        }
        for (String each : OptionTypes.LIST.parse(values.get(AuthOptions.PASSWORD_DIGEST))) {
            int colon = each.indexOf(':');
            String name = colon < 0 ? "" : each.substring(0, colon);
            Algorithm algorithm = Algorithm.of(name.trim());
            if (algorithm == null) {
                section.refuse(
                        values,
                        AuthOptions.PASSWORD_DIGEST,
                        section.id() + ": Unknown password_digest algorithm '" + name
                                + "' specified; write MD5:, SHA-256: or SHA-512-256: before the digest");
                return null;
            }
            if (!put(
                    section,
                    values,
                    AuthOptions.PASSWORD_DIGEST,
                    algorithm,
                    each.substring(colon + 1).trim(),
                    digests)) {
                return null;
            }
        }
        return digests;
    }

    private static boolean put(
            SectionReader section,
            OptionValues values,
            Option<String> option,
            Algorithm algorithm,
            String digest,
            Map<Algorithm, String> digests) {
        if (!isDigest(digest, algorithm)) {
            section.refuse(
                    values,
                    option,
                    section.id() + ": password_digest algorithm '" + algorithm.token() + "' length (" + digest.length()
                            + ") must be " + algorithm.hexDigits() + ", of hexadecimal digits");
            return false;
        }
        digests.put(algorithm, digest.toLowerCase(Locale.ROOT));
        return true;
    }

    private static boolean isDigest(String text, Algorithm algorithm) {
        return text.length() == algorithm.hexDigits() && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static boolean lacksSecret(
            SectionReader section,
            OptionValues values,
            String password,
            Map<Algorithm, String> digests,
            List<Algorithm> algorithms,
            Option<String> option) {
        for (Algorithm algorithm : algorithms) {
            if (password.isEmpty() && !digests.containsKey(algorithm)) {
                section.refuse(
                        values,
                        option,
                        section.id() + ": No plain text or digest password found for algorithm " + algorithm.token()
                                + " in " + option.name() + "; write password=, or password_digest="
                                + algorithm.token() + ":...");
                return true;
            }
        }
        return false;
    }
}
