package org.asterism.core.db;

/** AstDB could not do what it was asked to; the message names the file and says what to do. */
public final class AstDbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AstDbException(String message) {
        super(message);
    }

    AstDbException(String message, Throwable cause) {
        super(message, cause);
    }
}
