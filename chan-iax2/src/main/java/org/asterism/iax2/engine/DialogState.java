package org.asterism.iax2.engine;

/** The life of a {@link Dialog}. */
public enum DialogState {
    /** In use. */
    OPEN,
    /** The last frame has been sent or waits for the remote's call number; ends when it is acknowledged or after 10 s. */
    FINISHING,
    /** Over. It stays known for a while, so that frames the remote sends again are acknowledged again. */
    CLOSED
}
