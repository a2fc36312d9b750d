package org.asterism.iax2.phone;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.asterism.iax2.wire.IaxCodec;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code asterism call}.
 *
 * @param uri             whom to call
 * @param play            what to play once the call is answered, or null
 * @param record          where to record what is heard, or null
 * @param dtmf            digits to send once the call is answered
 * @param durationSeconds how long the answered call lasts at most; 0 until the far end hangs up or what is played has ended
 * @param answerSeconds   how long to wait for the answer
 * @param codec           the audio format
 * @param callerNumber    our number, may be empty
 */
record PhoneOptions(
        IaxUri uri,
        @Nullable Path play,
        @Nullable Path record,
        String dtmf,
        int durationSeconds,
        int answerSeconds,
        IaxCodec codec,
        String callerNumber) {
    static final String USAGE = """
        Usage: asterism call iax:[user[:secret]@]host[:port]/number[?context] [options]
          --play FILE      play a sound file (WAVE, 8 kHz mono, or .ulaw, .alaw, .gsm) once answered, then hang up
          --record FILE    record what is heard, as WAVE
          --dtmf DIGITS    send digits once answered
          --duration S     hang up S seconds after the answer
          --answer S       give up after S seconds without an answer (60)
          --codec NAME     ulaw (default), alaw, gsm or slin
          --number N       the caller's number
        Exit status: 0 the call was answered and ended, 1 it was not, 2 the command line is wrong.
        """;

    private static final int ANSWER_SECONDS = 60;
    private static final int LONGEST_SECONDS = 86_400;

    /** Collects options; null in a field until it is given. */
    private static final class Given {
        @Nullable
        IaxUri uri;

        @Nullable
        Path play;

        @Nullable
        Path record;

        String dtmf = "";
        int duration;
        int answer = ANSWER_SECONDS;
        IaxCodec codec = IaxCodec.ULAW;
        String number = "";
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException it cannot be understood; the message says what is wrong
     */
    static PhoneOptions parse(String... arguments) {
        Given given = new Given();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (!argument.startsWith("--")) {
                given.uri = IaxUri.parse(argument);
            } else if (rest.hasNext()) {
                take(given, argument, rest.next());
            } else {
                throw new IllegalArgumentException(argument + " needs a value");
            }
        }
        IaxUri uri = given.uri;
        if (uri == null) {
            throw new IllegalArgumentException("whom to call? give an address such as iax:127.0.0.1/600");
        }
        return new PhoneOptions(
                uri, given.play, given.record, given.dtmf, given.duration, given.answer, given.codec, given.number);
    }

    private static void take(Given given, String option, String value) {
        switch (option) {
            case "--play" -> given.play = Path.of(value);
            case "--record" -> given.record = Path.of(value);
            case "--dtmf" -> given.dtmf = digits(value);
            case "--duration" -> given.duration = seconds(option, value);
            case "--answer" -> given.answer = seconds(option, value);
            case "--codec" -> given.codec = codec(value);
            case "--number" -> given.number = value;
            default -> throw new IllegalArgumentException("there is no option " + option);
        }
    }

    private static String digits(String value) {
        String digits = value.toUpperCase(Locale.ROOT);
        if (!digits.matches("[0-9A-D*#]+")) {
            throw new IllegalArgumentException("'" + value + "' has something else than the digits 0-9 A-D * #");
        }
        return digits;
    }

    private static int seconds(String option, String value) {
        try {
            int seconds = Integer.parseInt(value);
            if (seconds > 0 && seconds <= LONGEST_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException(option + " takes 1 to " + LONGEST_SECONDS + " seconds, not '" + value + "'");
    }

    private static IaxCodec codec(String value) {
        IaxCodec codec = IaxCodec.of(value.toLowerCase(Locale.ROOT));
        if (codec == IaxCodec.ULAW || codec == IaxCodec.ALAW || codec == IaxCodec.GSM || codec == IaxCodec.SLIN) {
            return codec;
        }
        throw new IllegalArgumentException("the phone speaks ulaw, alaw, gsm and slin, not '" + value + "'");
    }
}
