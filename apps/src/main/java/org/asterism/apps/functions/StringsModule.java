package org.asterism.apps.functions;

import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_strings}. */
@ModuleInfo(name = "func_strings", description = "String handling dialplan functions")
public final class StringsModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        TextFunctions.all(context.pbx()).forEach(context::register);
        QuotingFunctions.all().forEach(context::register);
        FieldFunctions.all(context.pbx()).forEach(context::register);
        HashFunctions.all(context.pbx()).forEach(context::register);
        TimeFunctions.all().forEach(context::register);
        new Formatting().all().forEach(context::register);
    }
}
