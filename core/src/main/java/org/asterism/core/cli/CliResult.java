package org.asterism.core.cli;

/** How a console command went. */
public enum CliResult {
    /** Done. */
    SUCCESS,
    /** The words were wrong: the console shows the usage text. */
    SHOW_USAGE,
    /** Not done; the command has said why, the console adds {@code Command '…' failed.} */
    FAILURE,
    /** Not done; the command has said why, and where Asterisk's console adds nothing, ours does not either. */
    SILENT_FAILURE
}
