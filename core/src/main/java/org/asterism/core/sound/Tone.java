package org.asterism.core.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of tones as {@code indications.conf} and Playtones write it: {@code frequencies/milliseconds} separated by commas.
 * Frequencies are one number in Hz, two with {@code +} that sound together, or two with {@code *} of which the second modulates the
 * first. A part after {@code !} is played once, the others again and again; a part without a length lasts for ever.
 *
 * @param parts the sequence
 */
public record Tone(List<Part> parts) {
    /** More parts than any country's indications have. */
    private static final int MAX_PARTS = 256;

    private static final int MAX_FREQUENCY = 4000;
    private static final int MAX_MILLISECONDS = 600_000;

    /**
     * One part of the sequence.
     *
     * @param frequency       in Hz, 0 for silence
     * @param secondFrequency in Hz, 0 for none
     * @param modulated       whether the second frequency modulates the first, instead of sounding with it
     * @param milliseconds    how long, 0 for ever
     * @param once            whether it is left out of repetitions
     */
    public record Part(int frequency, int secondFrequency, boolean modulated, int milliseconds, boolean once) {}

    /** Copies the list. */
    public Tone {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a sequence.
     *
     * @param text such as {@code 480+620/500,0/500}
     * @return the tone
     * @throws IllegalArgumentException the text is no such sequence; the message says where
     */
    public static Tone parse(String text) {
        List<Part> parts = new ArrayList<>();
        for (String piece : text.split("[,|]")) {
            if (!piece.isBlank()) {
                parts.add(part(piece.trim()));
            }
        }
        if (parts.isEmpty() || parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException("tone '" + text + "' must have 1 to " + MAX_PARTS + " parts");
        }
        return new Tone(parts);
    }

    /** {@return where repetition begins: the first part that is not played once, or -1 when the tone ends} */
    int repeatFrom() {
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).once) {
                return i;
            }
        }
        return -1;
    }

    private static Part part(String piece) {
        boolean once = piece.startsWith("!");
        String rest = once ? piece.substring(1) : piece;
        int slash = rest.indexOf('/');
        String frequencies = slash < 0 ? rest : rest.substring(0, slash);
        int milliseconds = slash < 0 ? 0 : number(piece, rest.substring(slash + 1), MAX_MILLISECONDS);
        int sign = Math.max(frequencies.indexOf('+'), frequencies.indexOf('*'));
        if (sign < 0) {
            return new Part(number(piece, frequencies, MAX_FREQUENCY), 0, false, milliseconds, once);
        }
        return new Part(
                number(piece, frequencies.substring(0, sign), MAX_FREQUENCY),
                number(piece, frequencies.substring(sign + 1), MAX_FREQUENCY),
                frequencies.charAt(sign) == '*',
                milliseconds,
                once);
    }

    private static int number(String piece, String text, int max) {
        try {
            int value = Integer.parseInt(text.trim());
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException _) {
            // The message below says what is expected.
        }
        throw new IllegalArgumentException("'" + piece + "' in a tone: '" + text + "' is no number from 0 to " + max);
    }
}
