package org.asterism.core.dialplan.plan;

/**
 * Who put something into the dialplan.
 *
 * @param registrar the module that did, such as {@code pbx_config}
 * @param file      the configuration file, empty when it comes from none
 * @param line      the line there, from 1
 */
public record Origin(String registrar, String file, int line) {
    /**
     * Put there by a module, from no file.
     *
     * @param registrar the module
     * @return the origin
     */
    public static Origin of(String registrar) {
        return new Origin(registrar, "", 0);
    }

    /** {@return as {@code dialplan show} prints it between brackets} */
    public String display() {
        return file.isEmpty() ? registrar : file + ":" + line;
    }
}
