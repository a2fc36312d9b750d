package org.asterism.core.dialplan.builtin;

import java.util.List;
import org.asterism.core.dialplan.DeclaredFunction;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.RaisedException;

/** EXCEPTION: why a call is at extension e. */
final class ExceptionFunction {
    private ExceptionFunction() {}

    static DialplanFunction make() {
        Documentation documentation = new Documentation(
                "Retrieve the details of the current dialplan exception.",
                "EXCEPTION(field)",
                "Empty when there was none.",
                List.of(
                        "reason - ERROR, INVALID, RESPONSETIMEOUT, or what RaiseException was given",
                        "context, exten, priority - where the call was"));
        return new DeclaredFunction("EXCEPTION", documentation, (channel, field) -> {
            RaisedException raised =
                    channel == null ? null : channel.attachments().find(RaisedException.class);
            if (raised == null) {
                return "";
            }
            return switch (field.strip()) {
                case "reason" -> raised.reason();
                case "context" -> raised.at().context();
                case "exten" -> raised.at().extension();
                case "priority" -> String.valueOf(raised.at().priority());
                default ->
                    throw new FunctionFailed(
                            "EXCEPTION takes reason, context, exten or priority, but was given '" + field + "'");
            };
        });
    }
}
