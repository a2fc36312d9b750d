package org.asterism.core.dialplan.config;

import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** The options of {@code [general]} in extensions.conf. */
public final class GeneralOptions {
    static final Option<Boolean> AUTO_FALL_THROUGH = Option.bool(
            "autofallthrough",
            true,
            "Whether a call ends where its extension ends; otherwise the caller may then dial another extension.");
    static final Option<Boolean> CLEAR_GLOBAL_VARIABLES = Option.bool(
            "clearglobalvars", false, "Whether a reload forgets global variables that the file does not set.");
    private static final Option<Boolean> STATIC = Option.bool(
            "static",
            false,
            "With writeprotect=no, dialplan save may overwrite the file; there is no such command here.");
    private static final Option<Boolean> WRITE_PROTECT =
            Option.bool("writeprotect", false, "Whether dialplan save is refused; there is no such command here.");
    private static final Option<Boolean> NEW_MATCHING = Option.bool(
            "extenpatternmatchnew",
            false,
            "Patterns are always compiled; both values give Asterisk's order of matching.");
    private static final Option<String> OVERRIDE_SWITCH = Option.text(
                    "overrideswitch", "", "A switch asked before all contexts.")
            .withoutEffect();
    private static final Option<String> USERS_CONTEXT =
            Option.text("userscontext", "default", "The context of users.conf.").withoutEffect();

    /** All of them. */
    public static final OptionSet SET = OptionSet.of(
            "extensions.conf",
            "general",
            "What holds for the whole dialplan.",
            AUTO_FALL_THROUGH,
            CLEAR_GLOBAL_VARIABLES,
            STATIC,
            WRITE_PROTECT,
            NEW_MATCHING,
            OVERRIDE_SWITCH,
            USERS_CONTEXT);

    private GeneralOptions() {}
}
