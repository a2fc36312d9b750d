package org.asterism.core;

/** The product's name and version as users see them. */
public final class Version {
    /** Product name. */
    public static final String PRODUCT = "Asterism";

    private static final String NUMBER = readNumber();

    private Version() {}

    /** {@return the version number alone, such as {@code 0.1.0}} */
    public static String number() {
        return NUMBER;
    }

    /** {@return product and version, such as {@code Asterism 0.1.0}} */
    public static String full() {
        return PRODUCT + " " + NUMBER;
    }

    private static String readNumber() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
