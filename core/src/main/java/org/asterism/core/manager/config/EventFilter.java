package org.asterism.core.manager.config;

import java.util.Locale;
import org.asterism.core.dialplan.expression.RegularExpression;
import org.asterism.core.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * One {@code eventfilter} of manager.conf or of the action Filter: lets events through, or holds them back. Immutable.
 *
 * @param excludes   whether what it matches is held back
 * @param eventName  the only event it is about; empty for all
 * @param header     the only field it looks at; empty for the whole text
 * @param method     how the expression is compared
 * @param expression what is looked for, empty with {@link Method#NONE}
 * @param compiled   the expression of {@link Method#REGEX}
 */
public record EventFilter(
        boolean excludes,
        String eventName,
        String header,
        Method method,
        String expression,
        @Nullable RegularExpression compiled) {
    /** How an expression is compared. */
    public enum Method {
        /** A POSIX extended regular expression, found anywhere. */
        REGEX,
        /** The whole text. */
        EXACT,
        /** Its beginning. */
        STARTS_WITH,
        /** Its end. */
        ENDS_WITH,
        /** Any part. */
        CONTAINS,
        /** There is no expression: the name of the event, and whether it has the header, decide. */
        NONE
    }

    /**
     * Reads a filter.
     *
     * @param criteria   what stands between the parentheses after {@code eventfilter}, or in MatchCriteria; empty for the old form
     * @param expression the regular expression of the old form, perhaps with {@code !} before it; else what the method needs
     * @return the filter
     * @throws IllegalArgumentException with Asterisk's text
     */
    public static EventFilter parse(String criteria, String expression) {
        if (criteria.isBlank()) {
            boolean excludes = expression.startsWith("!");
            String regex = excludes ? expression.substring(1) : expression;
            if (regex.isEmpty()) {
                throw malformed(null);
            }
            return new EventFilter(excludes, "", "", Method.REGEX, regex, compile(regex));
        }
        return new Criteria(criteria).filter(expression);
    }

    /** {@return whether the event is one it is about} */
    public boolean matches(Event event, String wholeText) {
        if (!eventName.isEmpty() && !eventName.equalsIgnoreCase(event.name())) {
            return false;
        }
        if (header.isEmpty()) {
            return matches(wholeText);
        }
        for (Event.Field field : event.fields()) {
            if (field.name().equalsIgnoreCase(header) && matches(field.value())) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String text) {
        return switch (method) {
            case REGEX -> found(text);
            case EXACT -> text.equals(expression);
            case STARTS_WITH -> text.startsWith(expression);
            case ENDS_WITH -> text.endsWith(expression);
            case CONTAINS -> text.contains(expression);
            case NONE -> true;
        };
    }

    /** A match that takes too long is none, so that a filter costs a bounded time. */
    private boolean found(String text) {
        try {
            return compiled != null && compiled.find(text, false) instanceof RegularExpression.Result.Some;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static RegularExpression compile(String regex) {
        try {
            return RegularExpression.of(regex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Filter did not compile.  Check the syntax of the filter given.", e);
        }
    }

    private static IllegalArgumentException malformed(@Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Filter was formatted incorrectly.  Check the syntax of the filter given.", cause);
    }

    /** {@code action(exclude),name(Hangup),header(Channel),method(starts_with)}, in any order. */
    private static final class Criteria {
        private boolean excludes;
        private String eventName = "";
        private String header = "";
        private Method method = Method.NONE;

        Criteria(String text) {
            String rest = text.strip();
            while (!rest.isEmpty()) {
                int open = rest.indexOf('(');
                int close = rest.indexOf(')', open + 1);
                if (open <= 0 || close < 0) {
                    throw malformed(null);
                }
                set(
                        rest.substring(0, open).strip().toLowerCase(Locale.ROOT),
                        rest.substring(open + 1, close).strip());
                rest = rest.substring(close + 1).strip();
                if (!rest.isEmpty()) {
                    if (rest.charAt(0) != ',' || rest.length() == 1) {
                        throw malformed(null);
                    }
                    rest = rest.substring(1).strip();
                }
            }
        }

        private void set(String name, String value) {
            switch (name) {
                case "action" ->
                    excludes = switch (value.toLowerCase(Locale.ROOT)) {
                        case "include" -> false;
                        case "exclude" -> true;
                        default -> throw malformed(null);
                    };
                case "name" -> eventName = value;
                case "header" -> header = value;
                case "method" -> {
                    try {
                        method = Method.valueOf(value.toUpperCase(Locale.ROOT));
                    } catch (IllegalArgumentException e) {
                        throw malformed(e);
                    }
                }
                default -> throw malformed(null);
            }
        }

        EventFilter filter(String expression) {
            boolean compares = method != Method.NONE;
            boolean aboutNothing = eventName.isEmpty() && header.isEmpty() && !compares;
            if (compares == expression.isEmpty() || aboutNothing) {
                throw malformed(null);
            }
            RegularExpression compiled = method == Method.REGEX ? compile(expression) : null;
            return new EventFilter(excludes, eventName, header, method, expression, compiled);
        }
    }
}
