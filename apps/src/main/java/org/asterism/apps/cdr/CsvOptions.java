package org.asterism.apps.cdr;

import java.util.List;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;

/**
 * What cdr.conf says in {@code [csv]}.
 *
 * @param gmt        {@code usegmtime}
 * @param uniqueId   {@code loguniqueid}
 * @param userField  {@code loguserfield}
 * @param accounts   {@code accountlogs}
 * @param newColumns {@code newcdrcolumns}
 * @param problems   what its author should know
 */
record CsvOptions(
        boolean gmt,
        boolean uniqueId,
        boolean userField,
        boolean accounts,
        boolean newColumns,
        List<ConfigProblem> problems) {
    static final String FILE = "cdr.conf";

    private static final Option<Boolean> GMT =
            Option.bool("usegmtime", false, "Whether times are in UTC, not in the machine's time zone.");
    private static final Option<Boolean> UNIQUE_ID =
            Option.bool("loguniqueid", false, "Whether there is a column for the unique id.");
    private static final Option<Boolean> USER_FIELD =
            Option.bool("loguserfield", false, "Whether there is a column for the user field.");
    private static final Option<Boolean> ACCOUNTS =
            Option.bool("accountlogs", true, "Whether each account code has a file of its own, besides Master.csv.");
    private static final Option<Boolean> NEW_COLUMNS =
            Option.bool("newcdrcolumns", false, "Whether there are columns for peeraccount, linkedid and sequence.");

    static final OptionSet SECTION = OptionSet.of(
            FILE,
            "csv",
            "Call detail records in cdr-csv/Master.csv; without this section there are none.",
            GMT,
            UNIQUE_ID,
            USER_FIELD,
            ACCOUNTS,
            NEW_COLUMNS);

    static CsvOptions read(ConfigFile file) {
        OptionValues values = SECTION.bind(file);
        return new CsvOptions(
                values.get(GMT),
                values.get(UNIQUE_ID),
                values.get(USER_FIELD),
                values.get(ACCOUNTS),
                values.get(NEW_COLUMNS),
                values.problems());
    }
}
