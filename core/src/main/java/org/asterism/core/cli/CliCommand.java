package org.asterism.core.cli;

import java.util.List;

/** A console command, such as {@code iax2 show peers}. One instance serves all consoles, each on its own thread. */
public interface CliCommand {
    /**
     * The command's fixed words. A word may offer alternatives: {@code iax2 set debug {on|off}}; the alternatives are
     * completed and matched, and the ones typed are in {@link CliRequest#words}. A last word in brackets, as in {@code core show
     * channels [concise|verbose]}, is completed and shown by help, but it is an argument.
     *
     * @return words separated by blanks
     */
    String words();

    /** {@return one line for {@code core show help}} */
    String summary();

    /** {@return the text shown for wrong usage and by {@code core show help <command>}, beginning {@code Usage: }} */
    String usage();

    /**
     * Runs the command; may block.
     *
     * @param request what was typed, and where output goes
     * @return how it went; a failure has told its reason already
     */
    CliResult run(CliRequest request);

    /**
     * What may be typed next.
     *
     * @param arguments the complete words after the fixed ones
     * @param prefix    what has been typed of the next word
     * @return candidates beginning with {@code prefix}
     */
    default List<String> complete(List<String> arguments, String prefix) {
        return List.of();
    }

    /** {@return whether the command may be run while the switch shuts down, as {@code core abort shutdown} must} */
    default boolean runsDuringShutdown() {
        return false;
    }
}
