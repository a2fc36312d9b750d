package org.asterism.core.sound;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The call progress tones of a country.
 *
 * @param country its code, such as {@code us}
 * @param tones   by the names that {@code indications.conf} has: dial, busy, ring, congestion, callwaiting, dialrecall, record, info,
 *     stutter
 */
public record ToneZone(String country, Map<String, Tone> tones) {
    /** What is used where nothing is configured: North America's tones (the precise tone plan). */
    public static final ToneZone US = new ToneZone(
            "us",
            Map.of(
                    "dial", Tone.parse("350+440"),
                    "busy", Tone.parse("480+620/500,0/500"),
                    "ring", Tone.parse("440+480/2000,0/4000"),
                    "congestion", Tone.parse("480+620/250,0/250"),
                    "callwaiting", Tone.parse("440/300,0/10000"),
                    "dialrecall", Tone.parse("!350+440/100,!0/100,!350+440/100,!0/100,!350+440/100,!0/100,350+440"),
                    "record", Tone.parse("1400/500,0/15000"),
                    "info", Tone.parse("!950/330,!1400/330,!1800/330,0"),
                    "stutter",
                            Tone.parse(
                                    "!350+440/100,!0/100,!350+440/100,!0/100,!350+440/100,!0/100,!350+440/100,!0/100,"
                                            + "!350+440/100,!0/100,!350+440/100,!0/100,350+440")));

    /** Copies the tones. */
    public ToneZone {
        tones = Map.copyOf(new TreeMap<>(tones));
    }

    /**
     * Finds a tone.
     *
     * @param name such as {@code busy}
     * @return the tone, or {@code null} when this country has none of that name
     */
    public @Nullable Tone find(String name) {
        return tones.get(name);
    }
}
