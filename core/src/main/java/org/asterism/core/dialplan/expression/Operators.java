package org.asterism.core.dialplan.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.asterism.core.dialplan.expression.Token.Kind;
import org.jspecify.annotations.Nullable;

/** What the operators of expressions do with their operands, which are texts and count as numbers where they look like one. */
final class Operators {
    private static final int MAX_SCALE = 400;
    private static final BigDecimal DIVIDED_BY_ZERO = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final Map<String, DoubleBinaryOperator> MATHEMATICAL = Map.ofEntries(
            Map.entry("COS", (a, _) -> Math.cos(a)),
            Map.entry("SIN", (a, _) -> Math.sin(a)),
            Map.entry("TAN", (a, _) -> Math.tan(a)),
            Map.entry("ACOS", (a, _) -> Math.acos(a)),
            Map.entry("ASIN", (a, _) -> Math.asin(a)),
            Map.entry("ATAN", (a, _) -> Math.atan(a)),
            Map.entry("ATAN2", Math::atan2),
            Map.entry("POW", Math::pow),
            Map.entry("SQRT", (a, _) -> Math.sqrt(a)),
            Map.entry("FLOOR", (a, _) -> Math.floor(a)),
            Map.entry("CEIL", (a, _) -> Math.ceil(a)),
            Map.entry("ROUND", (a, _) -> Math.copySign(Math.floor(Math.abs(a) + 0.5), a)),
            Map.entry("RINT", (a, _) -> Math.rint(a)),
            Map.entry("TRUNC", (a, _) -> a < 0 ? Math.ceil(a) : Math.floor(a)),
            Map.entry("REMAINDER", Math::IEEEremainder),
            Map.entry("EXP", (a, _) -> Math.exp(a)),
            Map.entry("EXP2", (a, _) -> Math.pow(2, a)),
            Map.entry("EXP10", (a, _) -> Math.pow(10, a)),
            Map.entry("LOG", (a, _) -> Math.log(a)),
            Map.entry("LOG2", (a, _) -> Math.log(a) / Math.log(2)),
            Map.entry("LOG10", (a, _) -> Math.log10(a)));

    private final Scope scope;

    Operators(Scope scope) {
        this.scope = scope;
    }

    /** Everything but nothing and zero is true. */
    static boolean isTrue(String value) {
        if (value.isEmpty()) {
            return false;
        }
        BigDecimal number = Numbers.read(value);
        return number == null || number.signum() != 0;
    }

    /** Texts that are no number count as false here, so that their opposite is true. */
    static String not(String value) {
        BigDecimal number = Numbers.read(value);
        return truth(number == null || number.signum() == 0);
    }

    static String compare(Kind kind, String left, String right) {
        BigDecimal a = Numbers.read(left);
        BigDecimal b = Numbers.read(right);
        int order = a != null && b != null ? a.compareTo(b) : left.compareTo(right);
        return truth(
                switch (kind) {
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                    case LESS -> order < 0;
                    case GREATER -> order > 0;
                    case LESS_EQUAL -> order <= 0;
                    case GREATER_EQUAL -> order >= 0;
                    default -> throw new IllegalArgumentException(kind.name());
                });
    }

    String arithmetic(Kind kind, String left, String right) {
        BigDecimal a = number(left);
        BigDecimal b = number(right);
        BigDecimal result = switch (kind) {
            case PLUS -> a.add(b, Numbers.PRECISION);
            case MINUS -> a.subtract(b, Numbers.PRECISION);
            case TIMES -> a.multiply(b, Numbers.PRECISION);
            case DIVIDE -> divide(a, b);
            case MODULO -> remainder(a, b);
            default -> throw new IllegalArgumentException(kind.name());
        };
        if (Math.abs(result.scale()) > MAX_SCALE) {
            scope.warn("The result of an expression is out of range");
            return "0";
        }
        return Numbers.write(result);
    }

    String match(String left, String right, boolean anchored) {
        try {
            RegularExpression expression = RegularExpression.of(unquoted(right));
            return switch (expression.find(unquoted(left), anchored)) {
                case RegularExpression.Result.None _ -> expression.hasGroup() ? "" : "0";
                case RegularExpression.Result.Some some ->
                    expression.hasGroup() ? some.group() : String.valueOf(some.length());
            };
        } catch (IllegalArgumentException e) {
            scope.warn("regcomp() error : " + e.getMessage());
            return "";
        }
    }

    /** The value of a function that is part of the language of expressions; null for any other name. */
    @Nullable
    String mathematical(String name, List<String> arguments) {
        DoubleBinaryOperator function = MATHEMATICAL.get(name);
        if (function == null) {
            return null;
        }
        double result = function.applyAsDouble(argument(arguments, 0), argument(arguments, 1));
        if (Double.isInfinite(result) || Double.isNaN(result)) {
            scope.warn("The result of " + name + "(" + String.join(",", arguments) + ") is out of range");
            return "0";
        }
        return Numbers.write(BigDecimal.valueOf(result));
    }

    static String unquoted(String word) {
        return word.length() >= 2 && word.startsWith("\"") && word.endsWith("\"")
                ? word.substring(1, word.length() - 1)
                : word;
    }

    private static double argument(List<String> arguments, int index) {
        BigDecimal number = index < arguments.size() ? Numbers.read(arguments.get(index)) : null;
        return number == null ? 0 : number.doubleValue();
    }

    private BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            scope.warn("division by zero");
            return a.signum() < 0 ? DIVIDED_BY_ZERO.negate() : DIVIDED_BY_ZERO;
        }
        return a.divide(b, Numbers.PRECISION);
    }

    private BigDecimal remainder(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            scope.warn("div by zero");
            return BigDecimal.ZERO;
        }
        BigDecimal whole = a.divide(b, Numbers.PRECISION).setScale(0, RoundingMode.DOWN);
        return a.subtract(whole.multiply(b, Numbers.PRECISION), Numbers.PRECISION);
    }

    private BigDecimal number(String text) {
        BigDecimal number = Numbers.read(text);
        if (number == null) {
            scope.warn("non-numeric argument");
            return BigDecimal.ZERO;
        }
        return number;
    }

    private static String truth(boolean value) {
        return value ? "1" : "0";
    }
}
