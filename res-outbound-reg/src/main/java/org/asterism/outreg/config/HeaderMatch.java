package org.asterism.outreg.config;

/**
 * What a header must say, {@code match_header} of {@code type=identify}.
 *
 * @param name  of the header
 * @param value what one of its lines must be
 */
public record HeaderMatch(String name, TextMatch value) {
    /**
     * Reads {@code Header: value} or {@code Header: /expression/}.
     *
     * @param written the text
     * @return what it stands for
     * @throws IllegalArgumentException it has no colon, or the expression is none
     */
    static HeaderMatch of(String written) {
        int colon = written.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("missing ':' separator");
        }
        return new HeaderMatch(
                written.substring(0, colon).strip(),
                TextMatch.of(written.substring(colon + 1).strip()));
    }
}
