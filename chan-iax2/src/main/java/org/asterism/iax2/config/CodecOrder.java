package org.asterism.iax2.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.iax2.wire.Codecs;
import org.asterism.iax2.wire.IaxCodec;

/**
 * The codecs a section permits, most wanted first: what its {@code bandwidth}, {@code disallow} and {@code allow} lines come to
 * in the order they stand.
 */
final class CodecOrder {
    private static final long SIXTEEN_LOW_BITS = 0xFFFF;
    private static final Map<String, Long> BANDWIDTHS = Map.of(
            "low", 0x0783L,
            "medium", 0x0FB3L,
            "high", SIXTEEN_LOW_BITS);

    private CodecOrder() {}

    /** {@return what Asterisk permits when nothing is said: the codecs of the 16 low bits} */
    static List<IaxCodec> standard() {
        return bestFirst(SIXTEEN_LOW_BITS);
    }

    /**
     * Applies a section's lines.
     *
     * @param section   whose lines count
     * @param inherited what is permitted before the first line
     * @param problems  is given a warning for each name that no codec has
     * @return the codecs, most wanted first
     */
    static List<IaxCodec> of(ConfigSection section, List<IaxCodec> inherited, List<ConfigProblem> problems) {
        List<IaxCodec> order = inherited;
        for (ConfigEntry entry : section.entries()) {
            switch (entry.key().toLowerCase(Locale.ROOT)) {
                case "bandwidth" -> {
                    Long mask = BANDWIDTHS.get(entry.value().toLowerCase(Locale.ROOT));
                    if (mask != null) {
                        order = bestFirst(mask);
                    }
                }
                case "allow" -> {
                    order = new ArrayList<>(order);
                    change(order, entry, true, problems);
                }
                case "disallow" -> {
                    order = new ArrayList<>(order);
                    change(order, entry, false, problems);
                }
                default -> {}
            }
        }
        return List.copyOf(order);
    }

    private static void change(List<IaxCodec> order, ConfigEntry entry, boolean allow, List<ConfigProblem> problems) {
        for (String part : entry.value().split(",")) {
            String word = part.trim().toLowerCase(Locale.ROOT);
            boolean negated = word.startsWith("!");
            String name = negated ? word.substring(1) : word;
            boolean add = allow != negated;
            if (name.isEmpty()) {
                continue;
            }
            if (name.equals("all")) {
                if (add) {
                    standard().stream().filter(codec -> !order.contains(codec)).forEach(order::add);
                } else {
                    order.clear();
                }
                continue;
            }
            IaxCodec codec = IaxCodec.of(name.equals("slinear") ? "slin" : name);
            if (codec == null) {
                problems.add(ConfigProblem.warning(
                        entry, "Cannot " + (add ? "allow" : "disallow") + " unknown format '" + name + "'"));
            } else if (!add) {
                order.remove(codec);
            } else if (!order.contains(codec)) {
                order.add(codec);
            }
        }
    }

    private static List<IaxCodec> bestFirst(long mask) {
        Map<Long, IaxCodec> ordered = new LinkedHashMap<>();
        long left = mask & Codecs.AUDIO;
        while (left != 0) {
            long best = Codecs.bestOf(left);
            IaxCodec codec = best == 0 ? null : IaxCodec.of(best);
            if (codec == null) {
                break;
            }
            ordered.put(best, codec);
            left &= ~best;
        }
        return List.copyOf(ordered.values());
    }
}
