package org.asterism.apps.cdr;

import java.util.List;
import java.util.Objects;
import org.asterism.core.cdr.CallDetailRecords;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.OptionLetters;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code app_cdr}: ResetCDR. */
@ModuleInfo(name = "app_cdr", description = "Reset the CDR of a channel", requires = "cdr")
public final class ResetModule implements LoadableModule {
    private static final Documentation DOCUMENTATION = new Documentation(
            "Resets the Call Data Record.",
            "ResetCDR([options])",
            "The call is recorded as if it had begun now, and as if it had been answered now where it was answered.",
            List.of("v - keep the variables of the record"));

    @Override
    public void load(ModuleContext context) {
        CallDetailRecords records =
                Objects.requireNonNull(context.pbx().services().find(CallDetailRecords.class), "cdr");
        context.register(new DeclaredApplication(
                "ResetCDR",
                DOCUMENTATION,
                (channel, text) -> records.reset(
                        channel, OptionLetters.parse("ResetCDR", "v", text).has('v'))));
    }
}
