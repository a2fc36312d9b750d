package org.asterism.core.dialplan.expression;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.dialplan.expression.Token.Kind;

/**
 * The text between {@code $[} and {@code ]}, its variables replaced. Operators from the loosest:
 * {@code ? ::}, {@code |}, {@code &}, {@code = != < > <= >=}, {@code + -}, {@code * / %}, unary {@code ! -},
 * {@code : =~ ~~}, parentheses; all of them bind to the left. A syntax error gives a warning and 0, or what was understood when
 * only the rest is wrong, as Asterisk does. One thread, one use.
 */
public final class Expression {
    private static final int MAX_DEPTH = 100;

    private static final class SyntaxError extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxError(String message) {
            super(message, null, false, false);
        }
    }

    private final String text;
    private final Scope scope;
    private final Tokenizer tokens;
    private final Operators operators;
    private Token token;
    private int depth;

    /**
     * @param text  the text between the brackets
     * @param scope functions come from there, warnings go there
     */
    public Expression(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
        this.tokens = new Tokenizer(text);
        this.operators = new Operators(scope);
        this.token = tokens.next();
    }

    /** {@return what it comes to} */
    public String value() {
        if (token.kind() == Kind.END) {
            return "";
        }
        if (!beginsValue(token.kind())) {
            warn(unexpected("$end"));
            return "";
        }
        try {
            String value = condition();
            if (token.kind() != Kind.END) {
                warn(unexpected("$end"));
            }
            return value;
        } catch (SyntaxError e) {
            warn(String.valueOf(e.getMessage()));
            return "0";
        }
    }

    private String condition() throws SyntaxError {
        if (++depth > MAX_DEPTH) {
            throw new SyntaxError("nested too deep");
        }
        String value = or();
        while (token.kind() == Kind.CONDITION) {
            advance();
            String then = or();
            expect(Kind.ELSE);
            String otherwise = or();
            value = Operators.isTrue(value) ? then : otherwise;
        }
        depth--;
        return value;
    }

    private String or() throws SyntaxError {
        String left = and();
        while (token.kind() == Kind.OR) {
            advance();
            String right = and();
            left = Operators.isTrue(left) ? left : right;
        }
        return left;
    }

    private String and() throws SyntaxError {
        String left = comparison();
        while (token.kind() == Kind.AND) {
            advance();
            String right = comparison();
            left = Operators.isTrue(left) && Operators.isTrue(right) ? left : "0";
        }
        return left;
    }

    private String comparison() throws SyntaxError {
        String left = sum();
        while (true) {
            Kind kind = token.kind();
            switch (kind) {
                case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> {
                    advance();
                    left = Operators.compare(kind, left, sum());
                }
                default -> {
                    return left;
                }
            }
        }
    }

    private String sum() throws SyntaxError {
        String left = product();
        while (token.kind() == Kind.PLUS || token.kind() == Kind.MINUS) {
            Kind kind = token.kind();
            advance();
            left = operators.arithmetic(kind, left, product());
        }
        return left;
    }

    private String product() throws SyntaxError {
        String left = unary();
        while (token.kind() == Kind.TIMES || token.kind() == Kind.DIVIDE || token.kind() == Kind.MODULO) {
            Kind kind = token.kind();
            advance();
            left = operators.arithmetic(kind, left, unary());
        }
        return left;
    }

    private String unary() throws SyntaxError {
        int nots = 0;
        List<Kind> prefixes = new ArrayList<>();
        while (token.kind() == Kind.NOT || token.kind() == Kind.MINUS) {
            if (++nots > MAX_DEPTH) {
                throw new SyntaxError("nested too deep");
            }
            prefixes.add(token.kind());
            advance();
        }
        String value = match();
        for (Kind prefix : prefixes.reversed()) {
            value = prefix == Kind.NOT ? Operators.not(value) : operators.arithmetic(Kind.MINUS, "0", value);
        }
        return value;
    }

    private String match() throws SyntaxError {
        String left = primary();
        while (true) {
            Kind kind = token.kind();
            switch (kind) {
                case MATCH, SEARCH -> {
                    advance();
                    left = operators.match(left, primary(), kind == Kind.MATCH);
                }
                case CONCATENATE -> {
                    advance();
                    left = Operators.unquoted(left) + Operators.unquoted(primary());
                    if (left.length() > Substitution.MAX_LENGTH) {
                        throw new SyntaxError("the result is too long");
                    }
                }
                default -> {
                    return left;
                }
            }
        }
    }

    private String primary() throws SyntaxError {
        return switch (token.kind()) {
            case OPEN -> {
                advance();
                String value = condition();
                expect(Kind.CLOSE);
                yield value;
            }
            case WORD -> {
                String word = token.text();
                advance();
                yield token.kind() == Kind.OPEN && !word.startsWith("\"") ? call(word) : word;
            }
            case NOT, MINUS -> unary();
            default -> throw new SyntaxError(unexpected("'-' or '!' or '(' or '<token>'"));
        };
    }

    private String call(String name) throws SyntaxError {
        advance();
        List<String> arguments = new ArrayList<>();
        if (token.kind() != Kind.CLOSE) {
            arguments.add(condition());
            while (token.kind() == Kind.COMMA) {
                advance();
                arguments.add(condition());
            }
        }
        expect(Kind.CLOSE);
        String result = operators.mathematical(name, arguments);
        if (result != null) {
            return result;
        }
        if (scope.hasFunction(name)) {
            return scope.function(name, String.join(",", arguments));
        }
        scope.warn("Error! '" + name + "' is not possibly a function name!");
        return "0";
    }

    private void expect(Kind kind) throws SyntaxError {
        if (token.kind() != kind) {
            throw new SyntaxError(unexpected("'" + kind.written() + "'"));
        }
        advance();
    }

    private void advance() {
        token = tokens.next();
    }

    private static boolean beginsValue(Kind kind) {
        return switch (kind) {
            case WORD, OPEN, NOT, MINUS -> true;
            default -> false;
        };
    }

    private String unexpected(String expected) {
        String written = token.kind().written();
        String shown = token.kind() == Kind.END ? written : "'" + written + "'";
        return "syntax error, unexpected " + shown + ", expecting " + expected;
    }

    private void warn(String message) {
        scope.warn("ast_yyerror():  syntax error: " + message + "; Input: " + text);
    }
}
