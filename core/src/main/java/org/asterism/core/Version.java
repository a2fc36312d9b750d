package org.asterism.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

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
        try (InputStream manifest = Version.class.getModule().isNamed()
                ? Version.class.getModule().getResourceAsStream(JarFile.MANIFEST_NAME)
                : null) {
            if (manifest != null) {
                String version = new Manifest(manifest).getMainAttributes().getValue(Name.IMPLEMENTATION_VERSION);
                if (version != null) {
                    return version;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading this program's own manifest", e);
        }
        return "development";
    }
}
