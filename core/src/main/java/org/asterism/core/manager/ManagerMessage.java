package org.asterism.core.manager;

import java.util.List;
import java.util.Locale;

/**
 * What a client sent up to a blank line. Names of headers are compared without regard to case; of several of a name the first
 * counts, unless an action takes them all.
 *
 * @param headers in their order
 */
public record ManagerMessage(List<Header> headers) {
    /**
     * A line of a message.
     *
     * @param name  what stands before the colon
     * @param value what follows it, without leading blanks
     */
    public record Header(String name, String value) {}

    /** Copies the list. */
    public ManagerMessage {
        headers = List.copyOf(headers);
    }

    /**
     * A header's value.
     *
     * @param name of the header
     * @return the value of the first of that name, empty when there is none
     */
    public String get(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return "";
    }

    /**
     * All values of a header.
     *
     * @param name of the header
     * @return its values in their order
     */
    public List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** {@return the names of its headers and their values, secrets as {@code ****}} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Header header : headers) {
            boolean secret =
                    List.of("secret", "key", "password").contains(header.name().toLowerCase(Locale.ROOT));
            text.append(text.isEmpty() ? "" : ", ").append(header.name()).append(": ");
            text.append(secret ? "****" : header.value());
        }
        return text.toString();
    }
}
