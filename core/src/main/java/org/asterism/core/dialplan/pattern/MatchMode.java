package org.asterism.core.dialplan.pattern;

/** What is asked about dialled digits. */
public enum MatchMode {
    /** Is this an extension? */
    MATCH,
    /** Is this an extension, or the beginning of one? */
    CAN_MATCH,
    /** Is this the beginning of a longer extension? */
    MATCH_MORE
}
