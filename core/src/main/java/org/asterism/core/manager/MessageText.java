package org.asterism.core.manager;

/** A message to a client while it is being written. One thread. */
public final class MessageText {
    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder(256);

    /** Begins a message. */
    public MessageText() {}

    /**
     * Adds a line. What would end the line becomes a blank, so that no value can forge another field.
     *
     * @param name  before the colon
     * @param value after it
     * @return this
     */
    public MessageText field(String name, String value) {
        clean(name);
        text.append(": ");
        clean(value);
        text.append(LINE_END);
        return this;
    }

    /**
     * Adds lines.
     *
     * @param namesAndValues in turn
     * @return this
     */
    public MessageText fields(String... namesAndValues) {
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            field(namesAndValues[i], namesAndValues[i + 1]);
        }
        return this;
    }

    /** {@return the whole message with the blank line that ends it} */
    public String end() {
        return text + LINE_END;
    }

    /** {@return the lines so far} */
    public String lines() {
        return text.toString();
    }

    private void clean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            text.append(c == '\r' || c == '\n' || c == '\0' ? ' ' : c);
        }
    }
}
