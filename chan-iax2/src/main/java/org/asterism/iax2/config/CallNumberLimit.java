package org.asterism.iax2.config;

import org.asterism.core.security.AccessList;

/**
 * A line of {@code [callnumberlimits]}: calls at a time from each address of a range.
 *
 * @param range the addresses
 * @param text  the range as it was written
 * @param limit calls at a time
 */
public record CallNumberLimit(AccessList range, String text, int limit) {}
