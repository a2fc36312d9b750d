package org.asterism.apps.functions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_cut}: CUT and SORT. */
@ModuleInfo(name = "func_cut", description = "Cut out information from a string")
public final class CutModule implements LoadableModule {
    private static final String CUT_USAGE = "Usage: CUT(<varname>,<char-delim>,<range-spec>)";

    private record Item(String key, double value) {}

    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of(
                        "CUT(varname,char-delim,range-spec)",
                        "Slices and dices strings, based upon a named delimiter.",
                        "",
                        "varname - the variable with the text",
                        "char-delim - one character, - when it is empty",
                        "range-spec - fields from 1: a number, a range such as 2- or 2-4, several joined with &")
                .reading((channel, text) -> {
                    ArgumentList arguments = ArgumentList.of(text);
                    if (arguments.size() < 3) {
                        throw new FunctionFailed(CUT_USAGE + " - missing argument!");
                    }
                    return cut(
                            NamedVariable.value(context.pbx(), channel, arguments.get(0)),
                            EscapedText.first(arguments.get(1), '-'),
                            arguments.get(2));
                }));
        context.register(FunctionDraft.of(
                        "SORT(key1:val1[,key2:val2[,...][,keyN:valN]])",
                        "Sorts a list of key/vals into a list of keys, based upon the vals.",
                        "The values are numbers.")
                .reading((_, text) -> sort(text)));
    }

    private static String cut(String value, char delimiter, String ranges) throws FunctionFailed {
        List<String> fields = List.of(value.split(Pattern.quote(String.valueOf(delimiter)), -1));
        List<String> chosen = new ArrayList<>();
        for (String range : ranges.split("&", -1)) {
            int hyphen = range.indexOf('-');
            int first = field(hyphen < 0 ? range : range.substring(0, hyphen), 1);
            int last = hyphen < 0 ? first : field(range.substring(hyphen + 1), fields.size());
            for (int i = Math.max(1, first); i <= Math.min(last, fields.size()) && first > 0; i++) {
                chosen.add(fields.get(i - 1));
            }
        }
        return String.join(String.valueOf(delimiter), chosen);
    }

    private static int field(String text, int absent) throws FunctionFailed {
        if (text.isBlank()) {
            return absent;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new FunctionFailed(CUT_USAGE);
        }
    }

    private static String sort(String text) throws FunctionFailed {
        List<Item> items = new ArrayList<>();
        for (String each : ArgumentList.of(text).all()) {
            int colon = each.indexOf(':');
            if (colon >= 0) {
                items.add(new Item(each.substring(0, colon), Numerals.decimal(each.substring(colon + 1), "SORT")));
            }
        }
        items.sort(Comparator.comparingDouble(Item::value));
        return String.join(",", items.stream().map(Item::key).toList());
    }
}
