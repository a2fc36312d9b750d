package org.asterism.apps.functions;

import java.util.Locale;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_callerid}: CALLERID and CONNECTEDLINE. */
@ModuleInfo(name = "func_callerid", description = "Party ID related dialplan functions (Caller-ID, Connected-line)")
public final class CallerIdModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of(
                        "CALLERID(datatype)",
                        "Gets or sets Caller*ID data on the channel.",
                        "The presentation is one for name and number.",
                        "all - \"name\" <number>",
                        "name - the name",
                        "num - the number",
                        "ani - the billing number",
                        "dnid - the number that was dialled",
                        "rdnis - the redirecting number",
                        "pres - whether it may be shown, such as allowed or prohib; also num-pres and name-pres",
                        "num-valid, name-valid - 1 when it is known")
                .ofChannel(
                        (channel, type) -> read("CALLERID", channel.callerId(), type),
                        (channel, type, value) ->
                                channel.callerId(changed("CALLERID", channel.callerId(), type, value))));
        context.register(FunctionDraft.of(
                        "CONNECTEDLINE(datatype)",
                        "Gets or sets Connected Line data on the channel.",
                        "Who is at the other end.",
                        "all - \"name\" <number>",
                        "name - the name",
                        "num - the number",
                        "pres - whether it may be shown")
                .ofChannel(
                        (channel, type) -> read("CONNECTEDLINE", channel.connectedLine(), type),
                        CallerIdModule::changeConnectedLine));
    }

    private static void changeConnectedLine(Channel channel, String type, String value) throws FunctionFailed {
        channel.connectedLine(changed("CONNECTEDLINE", channel.connectedLine(), type, value));
    }

    private static String read(String function, CallerId id, String text) throws FunctionFailed {
        return switch (type(text)) {
            case "all" -> "\"" + id.name() + "\" <" + id.number() + ">";
            case "name" -> id.name();
            case "num", "number" -> id.number();
            case "ani", "ani-num" -> id.ani();
            case "dnid", "dnid-num" -> id.dnid();
            case "rdnis" -> id.rdnis();
            case "pres", "num-pres", "name-pres" -> Presentation.word(id.presentation());
            case "num-valid" -> id.number().isEmpty() ? "0" : "1";
            case "name-valid" -> id.name().isEmpty() ? "0" : "1";
            default -> throw unknown(function, text);
        };
    }

    private static CallerId changed(String function, CallerId id, String text, String value) throws FunctionFailed {
        return switch (type(text)) {
            case "all" -> {
                CallerId parsed = CallerId.parse(value);
                yield shown(id.withName(parsed.name()).withNumber(parsed.number()));
            }
            case "name" -> shown(id.withName(value));
            case "num", "number" -> shown(id.withNumber(value));
            case "ani", "ani-num" -> id.withAni(value);
            case "dnid", "dnid-num" -> id.withDnid(value);
            case "rdnis" -> id.withRdnis(value);
            case "pres", "num-pres", "name-pres" -> {
                Integer bits = Presentation.bits(value);
                if (bits == null) {
                    throw new FunctionFailed(function + ": unknown presentation '" + value + "'");
                }
                yield id.withPresentation(bits);
            }
            default -> throw unknown(function, text);
        };
    }

    /** A caller that is named now may be shown, where nothing else was said. */
    private static CallerId shown(CallerId id) {
        return id.presentation() == CallerId.NOT_AVAILABLE && !(id.name() + id.number()).isEmpty()
                ? id.withPresentation(0)
                : id;
    }

    private static String type(String text) {
        return ArgumentList.of(text).get(0).strip().toLowerCase(Locale.ROOT);
    }

    private static FunctionFailed unknown(String function, String type) {
        return new FunctionFailed("Unknown " + function + " data type '" + type + "'");
    }
}
