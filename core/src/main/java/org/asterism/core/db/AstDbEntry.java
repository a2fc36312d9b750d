package org.asterism.core.db;

/**
 * One entry of AstDB.
 *
 * @param path  {@code /family/key}; families and keys may contain slashes of their own.
 * @param value its value.
 */
public record AstDbEntry(String path, String value) {
    /** {@return the key within a family: what follows {@code /family/}; the whole path when it is of another family} */
    public String keyWithin(String family) {
        String prefix = "/" + family + "/";
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}
