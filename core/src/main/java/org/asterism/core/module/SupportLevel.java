package org.asterism.core.module;

/** How well a module is looked after, the last column of {@code module show}. */
public enum SupportLevel {
    /** Kept by the project. */
    CORE("core"),
    /** Kept by its users. */
    EXTENDED("extended"),
    /** On its way out. */
    DEPRECATED("deprecated"),
    /** Nothing is said. */
    UNKNOWN("unknown");

    private final String label;

    SupportLevel(String label) {
        this.label = label;
    }

    /** {@return the word {@code module show} prints} */
    public String label() {
        return label;
    }
}
