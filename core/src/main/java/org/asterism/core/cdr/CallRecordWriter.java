package org.asterism.core.cdr;

import java.io.IOException;

/** Where call detail records are kept, such as {@code cdr_csv}. */
public interface CallRecordWriter {
    /** {@return the name {@code cdr show status} prints} */
    String name();

    /**
     * Keeps a record. Called on the one thread that writes records; it may block.
     *
     * @param record what to keep
     * @throws IOException it could not be kept; the log is told
     */
    void write(CallRecord record) throws IOException;
}
