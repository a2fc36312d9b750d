package org.asterism.outreg.config;

/**
 * A row of a parameter table, and a field of a detail event.
 *
 * @param name  as written in pjsip.conf
 * @param value as Asterisk prints it; {@code ****} for a secret that is set
 */
public record Parameter(String name, String value) {}
