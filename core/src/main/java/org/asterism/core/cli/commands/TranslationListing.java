package org.asterism.core.cli.commands;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.media.Format;
import org.asterism.core.media.MediaFrame;
import org.asterism.core.media.Translation;
import org.asterism.core.media.Translator;
import org.jspecify.annotations.Nullable;

/** {@code core show translation}: which formats become which, and what that costs on this machine. */
final class TranslationListing {
    private static final List<Format> FORMATS =
            List.of(Format.ULAW, Format.ALAW, Format.GSM, Format.SLIN, Format.SLIN16);
    private static final int LABEL = 9;
    private static final int COLUMN = 5;
    private static final int FRAMES_PER_SECOND = 50;
    /** Rounds of one second of audio; the quickest counts, so that neither a cold start nor another load is measured. */
    private static final int ROUNDS = 10;

    List<CliCommand> all() {
        return List.of(new DeclaredCommand(
                "core show translation", "Display translation matrix", """
                    Usage: core show translation
                           Measures what it costs to translate one second of audio, for each two formats.
                           core show translation paths [<format>]
                           Shows over which formats a format becomes another.\
                    """, this::show, this::complete));
    }

    private List<String> complete(List<String> arguments, String prefix) {
        if (arguments.isEmpty()) {
            return Candidates.beginningWith(prefix, List.of("paths"));
        }
        return arguments.size() == 1
                ? Candidates.beginningWith(
                        prefix, FORMATS.stream().map(Format::label).toList())
                : List.of();
    }

    private CliResult show(CliRequest request) {
        List<String> arguments = request.arguments();
        if (arguments.isEmpty()) {
            printMatrix(request);
            return CliResult.SUCCESS;
        }
        if (!arguments.getFirst().equalsIgnoreCase("paths") || arguments.size() > 2) {
            return CliResult.SHOW_USAGE;
        }
        if (arguments.size() == 1) {
            FORMATS.forEach(format -> printPaths(request, format));
            return CliResult.SUCCESS;
        }
        @Nullable Format format = Format.named(arguments.get(1));
        if (format == null) {
            request.println("Codec \"" + arguments.get(1) + "\" not found.");
            return CliResult.SILENT_FAILURE;
        }
        printPaths(request, format);
        return CliResult.SUCCESS;
    }

    private static void printMatrix(CliRequest request) {
        request.println("         Translation times between formats (in microseconds) for one second of data");
        request.println("          Source Format (Rows) Destination Format (Columns)");
        request.println("");
        StringBuilder head = new StringBuilder(" ".repeat(LABEL));
        FORMATS.forEach(to -> head.append(column(to, label(to))));
        request.println(head.toString());
        for (Format from : FORMATS) {
            StringBuilder row = new StringBuilder(("%" + LABEL + "s").formatted(label(from)));
            for (Format to : FORMATS) {
                long micros = from == to ? -1 : micros(from, to);
                row.append(column(to, micros < 0 ? "-" : String.valueOf(micros)));
            }
            request.println(row.toString());
        }
    }

    private static String column(Format to, String text) {
        return (" %" + Math.max(COLUMN, label(to).length()) + "s").formatted(text);
    }

    private static String label(Format format) {
        return format == Format.SLIN ? "slin8" : format.label();
    }

    /** {@return microseconds for one second of audio, at least 1; -1 when there is no way} */
    private static long micros(Format from, Format to) {
        Translator translator = Translation.between(from, to);
        if (translator == null) {
            return -1;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment audio = arena.allocate(from.bytesPer20Ms(), 8);
            MediaFrame frame = new MediaFrame();
            long quickest = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long began = System.nanoTime();
                for (int i = 0; i < FRAMES_PER_SECOND; i++) {
                    translator.translate(frame.wrap(from, audio, 0, from.bytesPer20Ms(), i * 20L));
                }
                quickest = Math.min(quickest, System.nanoTime() - began);
            }
            return Math.max(1, quickest / 1_000);
        }
    }

    private static void printPaths(CliRequest request, Format from) {
        request.printf("--- Translation paths SRC Codec \"%s\" sample rate %d ---", name(from), from.sampleRate());
        for (Format to : FORMATS) {
            if (to != from) {
                List<Format> path = Translation.path(from, to);
                request.printf(
                        "\t%-16.16s To %-16.16s: %-60.60s",
                        name(from) + ":" + from.sampleRate(),
                        name(to) + ":" + to.sampleRate(),
                        path.isEmpty()
                                ? "No Translation Path"
                                : path.stream()
                                        .map(format -> String.format(
                                                Locale.ROOT, "(%s@%d)", name(format), format.sampleRate()))
                                        .collect(Collectors.joining("->")));
            }
        }
    }

    private static String name(Format format) {
        return format == Format.SLIN16 ? "slin" : format.label();
    }
}
