package org.asterism.outreg.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.OptionTypes;
import org.asterism.core.media.Format;

/** What {@code allow} and {@code disallow} lines come to, in their order. */
final class CodecList {
    private CodecList() {}

    static List<String> of(ConfigSection section) {
        List<String> codecs = new ArrayList<>();
        for (ConfigEntry entry : section.entries()) {
            if (entry.is(EndpointOptions.ALLOW.name()) || entry.is(EndpointOptions.DISALLOW.name())) {
                boolean allow = entry.is(EndpointOptions.ALLOW.name());
                for (String word : OptionTypes.LIST.parse(entry.value())) {
                    apply(word, allow, codecs);
                }
            }
        }
        return codecs;
    }

    private static void apply(String word, boolean allow, List<String> codecs) {
        boolean negated = word.startsWith("!");
        String name = (negated ? word.substring(1) : word).trim().toLowerCase(Locale.ROOT);
        List<String> meant = name.equals("all") ? names() : List.of(name);
        codecs.removeAll(meant);
        if (allow != negated) {
            codecs.addAll(meant);
        }
    }

    private static List<String> names() {
        return Arrays.stream(Format.values()).map(Format::label).toList();
    }

    /** {@return as Asterisk's parameter table shows them} */
    static String shown(List<String> codecs) {
        return codecs.isEmpty() ? "(nothing)" : "(" + String.join("|", codecs) + ")";
    }
}
