package org.asterism.core.config;

/**
 * One row of a database that stands for a line of a configuration file: Asterisk's static realtime.
 *
 * @param id       of the row, for messages
 * @param metric   {@code cat_metric}: rows of one section have the same
 * @param category the section
 * @param name     {@code var_name}: the key, or {@code #include}
 * @param value    {@code var_val}
 */
public record StaticRow(long id, int metric, String category, String name, String value) {}
