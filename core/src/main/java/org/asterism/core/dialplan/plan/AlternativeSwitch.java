package org.asterism.core.dialplan.plan;

/**
 * A {@code switch} line: where else extensions could be looked for.
 *
 * @param text      the kind and what it is given, such as {@code IAX2/user@host/context}
 * @param registrar who put it there
 */
public record AlternativeSwitch(String text, String registrar) {}
