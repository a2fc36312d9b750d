package org.asterism.core.config;

/**
 * A line of a file, as messages name it.
 *
 * @param path the whole path of the file.
 * @param file its name relative to the configuration folder where it lies inside it.
 * @param line from 1.
 */
record Place(String path, String file, int line) {
    @Override
    public String toString() {
        return "line " + line + " of " + path;
    }

    ConfigProblem warning(String message) {
        return ConfigProblem.warning(file, line, message);
    }
}
