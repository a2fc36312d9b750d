package org.asterism.iax2.config;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.OptionValues;
import org.jspecify.annotations.Nullable;

/** Makes {@link GeneralSettings} of the options in {@code [general]}. */
final class GeneralReader {
    private final List<ConfigProblem> problems;
    private final AccessRules rules;

    GeneralReader(List<ConfigProblem> problems, AccessRules rules) {
        this.problems = problems;
        this.rules = rules;
    }

    GeneralSettings read(OptionValues values, @Nullable ConfigSection section) {
        return new GeneralSettings(
                bindAddresses(values),
                values.get(GeneralOptions.DELAYREJECT),
                values.get(GeneralOptions.SRVLOOKUP),
                values.get(GeneralOptions.ACCOUNTCODE),
                values.get(GeneralOptions.LANGUAGE),
                section == null ? CodecOrder.standard() : CodecOrder.of(section, CodecOrder.standard(), problems),
                values.get(GeneralOptions.CODECPRIORITY),
                values.get(GeneralOptions.AUTHENTICATION),
                isOn(values.get(GeneralOptions.FORCEENCRYPTION)),
                (int) values.get(GeneralOptions.MINREGEXPIRE).toSeconds(),
                (int) values.get(GeneralOptions.MAXREGEXPIRE).toSeconds(),
                values.get(GeneralOptions.AUTHDEBUG),
                tos(values),
                words(values.get(GeneralOptions.REGCONTEXT), "&"),
                values.get(GeneralOptions.AUTOKILL),
                rules.ranges(values.written(GeneralOptions.CALLTOKENOPTIONAL)),
                values.get(GeneralOptions.MAXCALLNUMBERS),
                values.get(GeneralOptions.MAXCALLNUMBERS_NONVALIDATED),
                (int) values.get(GeneralOptions.CALLTOKENEXPIRATION).toMillis(),
                values.get(GeneralOptions.SHRINKCALLERID),
                (int) values.get(GeneralOptions.PINGTIME).toMillis(),
                (int) values.get(GeneralOptions.LAGRQTIME).toMillis(),
                values.get(GeneralOptions.MAXAUTHREQ));
    }

    /** Whether an encryption option is switched on. */
    static boolean isOn(String value) {
        return switch (value.trim().toLowerCase(java.util.Locale.ROOT)) {
            case "yes", "true", "on", "y", "t", "1", "aes128" -> true;
            default -> false;
        };
    }

    /** The words of a list, blanks and empty ones left out. */
    static List<String> words(String text, String separator) {
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.split(separator))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private List<InetSocketAddress> bindAddresses(OptionValues values) {
        int port = values.get(GeneralOptions.BINDPORT);
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (OptionValues.Written<String> line : values.written(GeneralOptions.BINDADDR)) {
            InetSocketAddress address = AccessRules.socketAddress(line.value(), port);
            if (address == null) {
                problems.add(ConfigProblem.error(
                        line.entry(),
                        "bindaddr must be an address such as 192.0.2.1, 192.0.2.1:4569 or [2001:db8::1]:4569, not '"
                                + line.value() + "'; the line is not used"));
            } else if (!addresses.contains(address)) {
                addresses.add(address);
            }
        }
        if (addresses.isEmpty()) {
            addresses.add(new InetSocketAddress(AccessRules.anyIpv4(), port));
        }
        return List.copyOf(addresses);
    }

    private int tos(OptionValues values) {
        String text = values.get(GeneralOptions.TOS);
        int tos = TypeOfService.parse(text);
        ConfigEntry entry = values.entry(GeneralOptions.TOS);
        if (tos < 0 && entry != null) {
            problems.add(ConfigProblem.error(
                    entry,
                    "tos must be a DSCP name such as ef, cs3 or af41, or a number from 0 to 255, not '" + text + "'"));
        }
        return Math.max(0, tos);
    }
}
