package org.asterism.iax2.config;

/** {@code codecpriority}: whose order of codecs decides an incoming call. */
public enum CodecPriority {
    /** Ours, then the caller's. */
    HOST("Host", "mine"),
    /** The caller's, then ours. */
    CALLER("Caller", "caller"),
    /** The requested format if we have it, else the best of both. */
    DISABLED("Disabled", "disabled"),
    /** The requested format or none. */
    REQONLY("REQ Only", "reqonly");

    private final String label;
    private final String verboseWord;

    CodecPriority(String label, String verboseWord) {
        this.label = label;
        this.verboseWord = verboseWord;
    }

    /** {@return the word {@code iax2 show users} prints} */
    public String label() {
        return label;
    }

    /** {@return the word of the verbose message about an accepted call} */
    public String verboseWord() {
        return verboseWord;
    }
}
