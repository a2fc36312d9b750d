package org.asterism.core.config;

/**
 * How the text of an option becomes a value.
 *
 * @param <T> the type of the values.
 */
public interface OptionType<T> {
    /** {@return what the help calls it and what values it allows, such as {@code "integer from 1 to 65535"}} */
    String name();

    /**
     * Turns text into a value.
     *
     * @throws IllegalArgumentException when the text is not allowed; its message says what is, such as
     *                                  {@code "expected yes or no"}.
     */
    T parse(String text);

    /** {@return the text that {@link #parse} turns into that value} */
    default String format(T value) {
        return value.toString();
    }
}
