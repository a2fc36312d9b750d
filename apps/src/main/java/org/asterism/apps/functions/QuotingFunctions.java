package org.asterism.apps.functions;

import java.util.List;
import org.asterism.core.dialplan.DialplanFunction;

/** QUOTE and CSV_QUOTE. */
final class QuotingFunctions {
    private QuotingFunctions() {}

    static List<DialplanFunction> all() {
        return List.of(
                FunctionDraft.of(
                                "QUOTE(string)",
                                "Quotes a given string, escaping embedded quotes as necessary",
                                "Quotes and backslashes get a backslash in front.")
                        .reading((_, text) -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'),
                FunctionDraft.of(
                                "CSV_QUOTE(string)",
                                "Quotes a given string for use in a CSV file, escaping embedded quotes as necessary",
                                "Quotes are doubled.")
                        .reading((_, text) -> '"' + text.replace("\"", "\"\"") + '"'));
    }
}
