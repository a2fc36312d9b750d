package org.asterism.core.manager.config;

import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** The options of a user's section of manager.conf. */
final class UserOptions {
    static final Option<String> SECRET = Option.secret("secret", "The password; without one nobody can log in.");
    static final Option<String> READ = Option.text("read", "", "Classes of events the user may see, or all.");
    static final Option<String> WRITE = Option.text("write", "", "Classes of actions the user may carry out, or all.");
    static final Option<Boolean> ALLOW_MULTIPLE_LOGIN =
            Option.bool("allowmultiplelogin", true, "As in [general], which it overrides.");
    static final Option<Boolean> DISPLAY_CONNECTS =
            Option.bool("displayconnects", true, "As in [general], which it overrides.");
    static final Option<String> EVENT_FILTER = Option.repeated(
            "eventfilter",
            "Which events are sent: a regular expression on the whole text of an event, with ! before it for those that"
                    + " are not; or eventfilter(action(exclude),name(Newexten)) and its like.");

    static final OptionSet SET = OptionSet.of(
            "manager.conf",
            "user",
            "A user of the manager interface; the section's name is the user's.",
            SECRET,
            READ,
            WRITE,
            Option.repeated("permit", "Addresses the user may log in from."),
            Option.repeated("deny", "Addresses the user may not log in from."),
            Option.repeated("acl", "Named rules of acl.conf."),
            ALLOW_MULTIPLE_LOGIN,
            DISPLAY_CONNECTS,
            EVENT_FILTER,
            Option.repeated("setvar", "Variables for channels the user originates.")
                    .withoutEffect(),
            Option.integer("writetimeout", 1, Integer.MAX_VALUE, 100, "Ended with Asterisk 13.")
                    .withoutEffect());

    private UserOptions() {}
}
