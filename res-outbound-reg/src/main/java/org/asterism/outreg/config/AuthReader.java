package org.asterism.outreg.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionTypes;
import org.asterism.core.config.OptionValues;
import org.jspecify.annotations.Nullable;

/** Reads sections {@code type=auth}. */
final class AuthReader {
    private static final List<String> TYPES = List.of("userpass", "md5", "digest");

    private final List<DigestAlgorithm> defaultUac;
    private final List<DigestAlgorithm> defaultUas;

    /**
     * @param defaultUac used where a section does not say: the global {@code default_auth_algorithms_uac}
     * @param defaultUas the global {@code default_auth_algorithms_uas}
     */
    AuthReader(List<DigestAlgorithm> defaultUac, List<DigestAlgorithm> defaultUas) {
        this.defaultUac = defaultUac;
        this.defaultUas = defaultUas;
    }

    /** {@return the object, or null after the section has been told what is wrong with it} */
    @Nullable
    AuthSettings read(SectionReader section, OptionValues values) {
        String id = section.id();
        String type = values.get(AuthOptions.AUTH_TYPE).trim().toLowerCase(Locale.ROOT);
        if (type.equals("google_oauth")) {
            return section.refuse(values, AuthOptions.AUTH_TYPE, "auth_type=google_oauth is not supported");
        }
        if (!TYPES.contains(type)) {
            return section.refuse(
                    values,
                    AuthOptions.AUTH_TYPE,
                    "Unknown authentication storage type '" + type + "' specified for auth_type; expected one of "
                            + String.join(", ", TYPES));
        }
        List<DigestAlgorithm> uac = algorithms(section, values, AuthOptions.ALGORITHMS_UAC, "UAC", defaultUac);
        List<DigestAlgorithm> uas = algorithms(section, values, AuthOptions.ALGORITHMS_UAS, "UAS", defaultUas);
        Map<DigestAlgorithm, String> digests = digests(section, values);
        if (uac == null || uas == null || digests == null) {
            return null;
        }
        String username = values.get(AuthOptions.USERNAME);
        if (username.isEmpty()) {
            return section.refuse(values, AuthOptions.USERNAME, id + ": No authentication username; write username=");
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
    private static @Nullable List<DigestAlgorithm> algorithms(
            SectionReader section,
            OptionValues values,
            Option<String> option,
            String role,
            List<DigestAlgorithm> otherwise) {
        List<DigestAlgorithm> found = new ArrayList<>();
        for (String word : OptionTypes.LIST.parse(values.get(option))) {
            DigestAlgorithm algorithm = DigestAlgorithm.named(word);
            if (algorithm == null) {
                return section.refuse(
                        values,
                        option,
                        section.id() + ": Unknown " + role + " digest algorithm '" + word + "' specified; expected MD5,"
                                + " SHA-256 or SHA-512-256");
            }
            found.add(algorithm);
        }
        return found.isEmpty() ? otherwise : found;
    }

    private static @Nullable Map<DigestAlgorithm, String> digests(SectionReader section, OptionValues values) {
        Map<DigestAlgorithm, String> digests = new EnumMap<>(DigestAlgorithm.class);
        String md5 = values.get(AuthOptions.MD5_CRED).trim();
        if (!md5.isEmpty() && !put(section, values, AuthOptions.MD5_CRED, DigestAlgorithm.MD5, md5, digests)) {
            return null;
        }
        for (String each : OptionTypes.LIST.parse(values.get(AuthOptions.PASSWORD_DIGEST))) {
            int colon = each.indexOf(':');
            String name = colon < 0 ? "" : each.substring(0, colon);
            DigestAlgorithm algorithm = DigestAlgorithm.named(name);
            if (algorithm == null) {
                return section.refuse(
                        values,
                        AuthOptions.PASSWORD_DIGEST,
                        section.id() + ": Unknown password_digest algorithm '" + name
                                + "' specified; write MD5:, SHA-256: or SHA-512-256: before the digest");
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
            DigestAlgorithm algorithm,
            String digest,
            Map<DigestAlgorithm, String> digests) {
        if (!algorithm.fits(digest)) {
            section.refuse(
                    values,
                    option,
                    section.id() + ": password_digest algorithm '" + algorithm.label() + "' length (" + digest.length()
                            + ") must be " + algorithm.hexDigits() + ", of hexadecimal digits");
            return false;
        }
        digests.put(algorithm, digest.toLowerCase(Locale.ROOT));
        return true;
    }

    private static boolean lacksSecret(
            SectionReader section,
            OptionValues values,
            String password,
            Map<DigestAlgorithm, String> digests,
            List<DigestAlgorithm> algorithms,
            Option<String> option) {
        for (DigestAlgorithm algorithm : algorithms) {
            if (password.isEmpty() && !digests.containsKey(algorithm)) {
                section.refuse(
                        values,
                        option,
                        section.id() + ": No plain text or digest password found for algorithm " + algorithm.label()
                                + " in " + option.name() + "; write password=, or password_digest="
                                + algorithm.label() + ":...");
                return true;
            }
        }
        return false;
    }
}
