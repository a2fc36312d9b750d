package org.asterism.apps.cdr;

import java.util.List;
import java.util.Objects;
import org.asterism.core.cdr.CallDetailRecords;
import org.asterism.core.cdr.RecordFork;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.OptionLetters;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_forkcdr}: ForkCDR. */
@ModuleInfo(name = "app_forkcdr", description = "Fork The CDR into 2 separate entities", requires = "cdr")
public final class ForkModule implements LoadableModule {
    private static final Documentation DOCUMENTATION = new Documentation(
            "Forks the current Call Data Record for this channel.",
            "ForkCDR([options])",
            "A second record of the call begins; both are written when the call ends.",
            List.of(
                    "a - the second one counts as answered now, where the call was answered",
                    "e - the first one ends",
                    "r - the second one begins now, and counts as answered now where the call was answered",
                    "v - the second one does not take over user field and variables"));

    @Override
    public void load(ModuleContext context) {
        CallDetailRecords records =
                Objects.requireNonNull(context.pbx().services().find(CallDetailRecords.class), "cdr");
        context.register(new DeclaredApplication("ForkCDR", DOCUMENTATION, (channel, text) -> {
            OptionLetters letters = OptionLetters.parse("ForkCDR", "aerv", text);
            records.fork(
                    channel, new RecordFork(letters.has('e'), letters.has('r'), letters.has('a'), !letters.has('v')));
        }));
    }
}
