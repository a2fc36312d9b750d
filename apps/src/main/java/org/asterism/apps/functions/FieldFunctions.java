package org.asterism.apps.functions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DialplanFunction;
import org.jspecify.annotations.Nullable;

/** Functions of func_strings about texts that are lists: FIELDQTY, FIELDNUM, LISTFILTER, PUSH and its relatives, ARRAY. */
final class FieldFunctions {
    private final Pbx pbx;

    private FieldFunctions(Pbx pbx) {
        this.pbx = pbx;
    }

    static List<DialplanFunction> all(Pbx pbx) {
        FieldFunctions fields = new FieldFunctions(pbx);
        return List.of(
                FunctionDraft.of(
                                "FIELDQTY(varname,delim)",
                                "Count the fields with an arbitrary delimiter",
                                "",
                                "varname - the variable with the text",
                                "delim - one character, or an escape such as \\n")
                        .reading((channel, text) -> {
                            ArgumentList arguments = ArgumentList.of(text);
                            String value = fields.value(channel, arguments.get(0));
                            char delimiter = EscapedText.first(rawDelimiter(text), '\0');
                            return String.valueOf(split(value, delimiter).size());
                        }),
                FunctionDraft.of(
                                "FIELDNUM(varname,delim,value)",
                                "Return the 1-based offset of a field in a list",
                                "0 when it is not there.",
                                "varname - the variable with the list")
                        .reading((channel, text) -> {
                            ArgumentList arguments = ArgumentList.of(text);
                            List<String> list = split(
                                    fields.value(channel, arguments.get(0)), EscapedText.first(arguments.get(1), ','));
                            return String.valueOf(list.indexOf(arguments.get(2)) + 1);
                        }),
                FunctionDraft.of(
                                "LISTFILTER(varname,delim,value)",
                                "Remove an item from a list, by name.",
                                "",
                                "varname - the variable with the list")
                        .reading((channel, text) -> {
                            ArgumentList arguments = ArgumentList.of(text);
                            char delimiter = EscapedText.first(arguments.get(1), ',');
                            List<String> list = split(fields.value(channel, arguments.get(0)), delimiter);
                            list.remove(arguments.get(2));
                            return join(list, delimiter);
                        }),
                FunctionDraft.of(
                                "POP(varname[,delimiter])",
                                "Removes and returns the last item off of a variable containing delimited text",
                                "")
                        .reading((channel, text) -> fields.take(channel, text, false)),
                FunctionDraft.of(
                                "SHIFT(varname[,delimiter])",
                                "Removes and returns the first item off of a variable containing delimited text",
                                "")
                        .reading((channel, text) -> fields.take(channel, text, true)),
                FunctionDraft.of(
                                "PUSH(varname[,delimiter])",
                                "Appends one or more values to the end of a variable containing delimited text",
                                "")
                        .writing((channel, text, value) -> fields.give(channel, text, value, false)),
                FunctionDraft.of(
                                "UNSHIFT(varname[,delimiter])",
                                "Inserts one or more values to the beginning of a variable containing delimited text",
                                "")
                        .writing((channel, text, value) -> fields.give(channel, text, value, true)),
                FunctionDraft.of(
                                "ARRAY(var1[,var2[,...][,varN]])",
                                "Allows setting multiple variables at once.",
                                "The values are separated with commas that have a backslash in front.")
                        .writing((channel, text, value) -> {
                            List<String> names = ArgumentList.of(text).all();
                            List<String> values = ArgumentList.of(value).all();
                            for (int i = 0; i < names.size(); i++) {
                                pbx.dialplan()
                                        .assign(channel, names.get(i).strip(), i < values.size() ? values.get(i) : "");
                            }
                        }));
    }

    /** The delimiter as it was written: a comma and a quote keep their meaning as one. */
    private static String rawDelimiter(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? "" : text.substring(comma + 1);
    }

    private String take(@Nullable Channel channel, String text, boolean first) {
        ArgumentList arguments = ArgumentList.of(text);
        char delimiter = EscapedText.first(arguments.get(1), ',');
        List<String> list = split(value(channel, arguments.get(0)), delimiter);
        if (list.isEmpty()) {
            return "";
        }
        String taken = first ? list.removeFirst() : list.removeLast();
        pbx.dialplan().assign(channel, arguments.get(0), join(list, delimiter));
        return taken;
    }

    private void give(@Nullable Channel channel, String text, String value, boolean first) {
        ArgumentList arguments = ArgumentList.of(text);
        char delimiter = EscapedText.first(arguments.get(1), ',');
        String old = value(channel, arguments.get(0));
        String joined = old.isEmpty() ? value : first ? value + delimiter + old : old + delimiter + value;
        pbx.dialplan().assign(channel, arguments.get(0), joined);
    }

    private String value(@Nullable Channel channel, String name) {
        return NamedVariable.value(pbx, channel, name);
    }

    private static List<String> split(String text, char delimiter) {
        return text.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(Arrays.asList(text.split(Pattern.quote(String.valueOf(delimiter)), -1)));
    }

    private static String join(List<String> list, char delimiter) {
        return String.join(String.valueOf(delimiter), list);
    }
}
