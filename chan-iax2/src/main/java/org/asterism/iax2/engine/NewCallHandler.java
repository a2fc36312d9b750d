package org.asterism.iax2.engine;

/** Takes the dialogs that a NEW begins. Called on the shard's thread, must not block. */
@FunctionalInterface
public interface NewCallHandler {
    /**
     * A NEW has passed call tokens and limits. The listener gets it as its first frame.
     *
     * @param dialog the dialog made for it
     * @return what becomes of it
     */
    DialogListener onNew(Dialog dialog);
}
