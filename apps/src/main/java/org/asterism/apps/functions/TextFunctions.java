package org.asterism.apps.functions;

import java.util.List;
import java.util.Locale;
import org.asterism.core.Pbx;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.expression.RegularExpression;

/** Functions of func_strings that look at a text or change it. */
final class TextFunctions {
    private TextFunctions() {}

    static List<DialplanFunction> all(Pbx pbx) {
        return List.of(
                FunctionDraft.of("LEN(string)", "Return the length of the string given.", "Counts characters.")
                        .reading((_, text) -> String.valueOf(text.length())),
                FunctionDraft.of("TOUPPER(string)", "Convert string to all uppercase letters.", "Letters a to z.")
                        .reading((_, text) -> mapped(text, true)),
                FunctionDraft.of("TOLOWER(string)", "Convert string to all lowercase letters.", "Letters A to Z.")
                        .reading((_, text) -> mapped(text, false)),
                FunctionDraft.of("TRIM(string)", "Remove leading and trailing blanks.", "")
                        .reading((_, text) -> text.strip()),
                FunctionDraft.of("LTRIM(string)", "Remove leading blanks.", "")
                        .reading((_, text) -> text.stripLeading()),
                FunctionDraft.of("RTRIM(string)", "Remove trailing blanks.", "")
                        .reading((_, text) -> text.stripTrailing()),
                FunctionDraft.of(
                                "FILTER(allowed-chars,string)",
                                "Filter the string to include only the allowed characters.",
                                "Ranges such as a-z are allowed; \\x2d or \\- is a hyphen.",
                                "allowed-chars - what is kept",
                                "string - the text")
                        .reading((_, text) -> filter(text)),
                FunctionDraft.of(
                                "REPLACE(varname,find-chars[,replace-char])",
                                "Replace a set of characters in a given string with another character.",
                                "Without a replacement they are taken out.",
                                "varname - the variable with the text",
                                "find-chars - each of these",
                                "replace-char - becomes this")
                        .reading((channel, text) -> {
                            ArgumentList arguments = ArgumentList.of(text);
                            return replace(
                                    NamedVariable.value(pbx, channel, arguments.get(0)),
                                    arguments.get(1),
                                    arguments.get(2));
                        }),
                FunctionDraft.of(
                                "STRREPLACE(varname,find-string[,replace-string[,max-replacements]])",
                                "Replace instances of a substring within a string with another string.",
                                "Without a replacement they are taken out.",
                                "varname - the variable with the text",
                                "max-replacements - how many at most")
                        .reading((channel, text) -> {
                            ArgumentList arguments = ArgumentList.of(text);
                            return replaceText(NamedVariable.value(pbx, channel, arguments.get(0)), arguments);
                        }),
                FunctionDraft.of(
                                "STRBETWEEN(varname,before,after)",
                                "Get substrings between two strings.",
                                "The text between the first pair of them.",
                                "varname - the variable with the text")
                        .reading((channel, text) -> {
                            ArgumentList arguments = ArgumentList.of(text);
                            return between(
                                    NamedVariable.value(pbx, channel, arguments.get(0)),
                                    arguments.get(1),
                                    arguments.get(2));
                        }),
                FunctionDraft.of(
                                "REGEX(\"<regular expression>\" string)",
                                "Check string against a regular expression.",
                                "1 where the POSIX extended regular expression is found in the text, else 0.")
                        .reading((_, text) -> matches(text)),
                FunctionDraft.of(
                                "KEYPADHASH(string)",
                                "Hash the letters in string into equivalent keypad numbers.",
                                "LES is 537.")
                        .reading((_, text) -> keypad(text)),
                FunctionDraft.of("PASSTHRU([string])", "Pass the given argument back as a value.", "")
                        .reading((_, text) -> text),
                FunctionDraft.of(
                                "EVAL(variable)",
                                "Evaluate stored variables",
                                "Replaces variables and expressions once more, for texts that came from a database.")
                        .reading((channel, text) -> pbx.dialplan().substitute(channel, text)));
    }

    private static String mapped(String text, boolean upper) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            char c = result.charAt(i);
            if (upper ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z') {
                result.setCharAt(i, (char) (c ^ 0x20));
            }
        }
        return result.toString();
    }

    private static String filter(String text) throws FunctionFailed {
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw new FunctionFailed("Usage: FILTER(<allowed-chars>,<string>)");
        }
        EscapedText allowed = new EscapedText(text.substring(0, comma));
        StringBuilder set = new StringBuilder();
        while (allowed.hasNext()) {
            char first = allowed.next();
            char last = first;
            if (allowed.hasNext() && allowed.skip('-')) {
                last = allowed.hasNext() ? allowed.next() : first;
            }
            for (int c = first; c <= last; c++) {
                set.append((char) c);
            }
        }
        String kept = set.toString();
        StringBuilder result = new StringBuilder();
        for (int i = comma + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (kept.indexOf(c) >= 0) {
                result.append(c);
            }
        }
        return result.toString();
    }

    private static String replace(String value, String find, String replacement) throws FunctionFailed {
        if (find.isEmpty()) {
            throw new FunctionFailed("The characters to search for must be specified: REPLACE(varname,find-chars,...)");
        }
        StringBuilder result = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (find.indexOf(c) < 0) {
                result.append(c);
            } else if (!replacement.isEmpty()) {
                result.append(replacement.charAt(0));
            }
        }
        return result.toString();
    }

    private static String replaceText(String value, ArgumentList arguments) throws FunctionFailed {
        String find = arguments.get(1);
        if (find.isEmpty()) {
            throw new FunctionFailed("No <find-string> specified: STRREPLACE(varname,find-string,...)");
        }
        int most = arguments.has(3) ? Numerals.integer(arguments.get(3), "STRREPLACE") : Integer.MAX_VALUE;
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int i = 0; i < most; i++) {
            int found = value.indexOf(find, at);
            if (found < 0) {
                break;
            }
            result.append(value, at, found).append(arguments.get(2));
            at = found + find.length();
        }
        return result.append(value, at, value.length()).toString();
    }

    private static String between(String value, String before, String after) {
        int begin = before.isEmpty() ? -1 : value.indexOf(before);
        int end = begin < 0 || after.isEmpty() ? -1 : value.indexOf(after, begin + before.length());
        return end < 0 ? "" : value.substring(begin + before.length(), end);
    }

    private static String matches(String text) throws FunctionFailed {
        int end = text.startsWith("\"") ? text.indexOf("\" ", 1) : -1;
        if (end < 0) {
            throw new FunctionFailed("Unexpected arguments: should have been in the form '\"<regex>\" <string>'");
        }
        try {
            RegularExpression expression = RegularExpression.of(text.substring(1, end));
            boolean found = expression.find(text.substring(end + 2), false) instanceof RegularExpression.Result.Some;
            return found ? "1" : "0";
        } catch (IllegalArgumentException e) {
            throw new FunctionFailed("Malformed input REGEX(" + text + "): " + e.getMessage());
        }
    }

    private static String keypad(String text) {
        StringBuilder result = new StringBuilder();
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                result.append("22233344455566677778889999".charAt(c - 'A'));
            } else if (c >= '0' && c <= '9') {
                result.append(c);
            }
        }
        return result.toString();
    }
}
