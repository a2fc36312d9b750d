package org.asterism.core.dialplan.expression;

/**
 * A token of an expression.
 *
 * @param kind what it is
 * @param text how it was written, quotes included
 */
record Token(Kind kind, String text) {
    /** Kinds of tokens, with the way they are written. */
    enum Kind {
        WORD("<token>"),
        OPEN("("),
        CLOSE(")"),
        COMMA(","),
        OR("|"),
        AND("&"),
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        GREATER(">"),
        LESS_EQUAL("<="),
        GREATER_EQUAL(">="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDE("/"),
        MODULO("%"),
        NOT("!"),
        MATCH(":"),
        SEARCH("=~"),
        CONCATENATE("~~"),
        CONDITION("?"),
        ELSE("::"),
        END("$end");

        private final String written;

        Kind(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }
    }

    static Token of(Kind kind) {
        return new Token(kind, kind.written());
    }
}
