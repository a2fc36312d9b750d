package org.asterism.core.dialplan.expression;

import org.asterism.core.dialplan.expression.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an expression into tokens. A word is a quoted text, quotes and all, or a run of characters that mean nothing else; braces,
 * brackets and a lone tilde or quote are passed over as Asterisk does.
 */
final class Tokenizer {
    private static final String SPECIAL = "()|&=<>!+-*/%:?,\"~{}[]";

    private final String text;
    private int at;

    Tokenizer(String text) {
        this.text = text;
    }

    Token next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"') {
                int end = text.indexOf('"', at + 1);
                if (end >= 0) {
                    String word = text.substring(at, end + 1);
                    at = end + 1;
                    return new Token(Kind.WORD, word);
                }
                at++;
            } else if (SPECIAL.indexOf(c) < 0) {
                return word();
            } else {
                Kind kind = operator(c);
                if (kind != null) {
                    return Token.of(kind);
                }
            }
        }
        return Token.of(Kind.END);
    }

    private Token word() {
        int begin = at;
        while (at < text.length() && SPECIAL.indexOf(text.charAt(at)) < 0 && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return new Token(Kind.WORD, text.substring(begin, at));
    }

    private @Nullable Kind operator(char c) {
        at++;
        char next = at < text.length() ? text.charAt(at) : '\0';
        return switch (c) {
            case '(' -> Kind.OPEN;
            case ')' -> Kind.CLOSE;
            case ',' -> Kind.COMMA;
            case '|' -> Kind.OR;
            case '&' -> Kind.AND;
            case '+' -> Kind.PLUS;
            case '-' -> Kind.MINUS;
            case '*' -> Kind.TIMES;
            case '/' -> Kind.DIVIDE;
            case '%' -> Kind.MODULO;
            case '?' -> Kind.CONDITION;
            case ':' -> next == ':' ? two(Kind.ELSE) : Kind.MATCH;
            case '<' -> next == '=' ? two(Kind.LESS_EQUAL) : Kind.LESS;
            case '>' -> next == '=' ? two(Kind.GREATER_EQUAL) : Kind.GREATER;
            case '!' -> next == '=' ? two(Kind.NOT_EQUAL) : Kind.NOT;
            case '=' -> next == '=' ? two(Kind.EQUAL) : next == '~' ? two(Kind.SEARCH) : Kind.EQUAL;
            case '~' -> next == '~' ? two(Kind.CONCATENATE) : null;
            default -> null;
        };
    }

    private Kind two(Kind kind) {
        at++;
        return kind;
    }
}
