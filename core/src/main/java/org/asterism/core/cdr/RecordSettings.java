package org.asterism.core.cdr;

import java.util.List;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;

/**
 * What cdr.conf says in {@code [general]}.
 *
 * @param enabled           whether calls are recorded at all
 * @param channelDefault    {@code channeldefaultenabled}
 * @param unanswered        {@code unanswered}
 * @param congestion        {@code congestion}
 * @param endBeforeHangup   {@code endbeforehexten}
 * @param initiatedSeconds  whether half a second counts as one in billsec
 * @param cancelDisposition {@code canceldispositionenabled}
 * @param problems          what its author should know
 */
record RecordSettings(
        boolean enabled,
        boolean channelDefault,
        boolean unanswered,
        boolean congestion,
        boolean endBeforeHangup,
        boolean initiatedSeconds,
        boolean cancelDisposition,
        List<ConfigProblem> problems) {
    static final String FILE = "cdr.conf";

    private static final Option<Boolean> ENABLE = Option.bool("enable", true, "Whether calls are recorded at all.");
    private static final Option<Boolean> CHANNEL_DEFAULT = Option.bool(
            "channeldefaultenabled", true, "Whether calls are recorded unless CDR_PROP(disable) says otherwise.");
    private static final Option<Boolean> UNANSWERED = Option.bool(
            "unanswered", false, "Whether to record calls that nobody answered and that called nobody in turn.");
    private static final Option<Boolean> CONGESTION =
            Option.bool("congestion", false, "Whether congestion is told from other failures.");
    private static final Option<Boolean> END_BEFORE_HANGUP =
            Option.bool("endbeforehexten", true, "Whether records end before extension h runs.");
    private static final Option<Boolean> INITIATED_SECONDS =
            Option.bool("initiatedseconds", false, "Whether half a second counts as one in billsec.");
    private static final Option<Boolean> CANCEL_DISPOSITION = Option.bool(
            "canceldispositionenabled", false, "Whether callers who gave up are CANCEL rather than NO ANSWER.");

    static final OptionSet GENERAL = OptionSet.of(
            FILE,
            "general",
            "Which calls are recorded, and how.",
            ENABLE,
            CHANNEL_DEFAULT,
            UNANSWERED,
            CONGESTION,
            END_BEFORE_HANGUP,
            INITIATED_SECONDS,
            CANCEL_DISPOSITION,
            Option.bool("ignorestatechanges", false, "Known to Asterisk.").withoutEffect(),
            Option.bool("ignoredialchanges", false, "Known to Asterisk.").withoutEffect(),
            Option.bool("batch", false, "Known to Asterisk; records are written as calls end.")
                    .withoutEffect(),
            Option.text("size", "", "Known to Asterisk, for batch."),
            Option.text("time", "", "Known to Asterisk, for batch."),
            Option.text("scheduleronly", "", "Known to Asterisk, for batch."),
            Option.bool("safeshutdown", true, "Known to Asterisk, for batch."));

    /** {@return what counts without a cdr.conf} */
    static RecordSettings defaults() {
        return of(GENERAL.defaults());
    }

    /** {@return what the file says} */
    static RecordSettings read(ConfigFile file) {
        return of(GENERAL.bind(file));
    }

    private static RecordSettings of(OptionValues values) {
        return new RecordSettings(
                values.get(ENABLE),
                values.get(CHANNEL_DEFAULT),
                values.get(UNANSWERED),
                values.get(CONGESTION),
                values.get(END_BEFORE_HANGUP),
                values.get(INITIATED_SECONDS),
                values.get(CANCEL_DISPOSITION),
                values.problems());
    }
}
