package org.asterism.apps.cdr;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.asterism.core.cdr.CallDetailRecords;
import org.asterism.core.cdr.RecordField;
import org.asterism.core.channel.AmaFlags;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DeclaredFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code func_cdr}: CDR and CDR_PROP. */
@ModuleInfo(name = "func_cdr", description = "Call Detail Record (CDR) dialplan functions", requires = "cdr")
public final class RecordFunctionsModule implements LoadableModule {
    private static final Logger LOG = LoggerFactory.getLogger(RecordFunctionsModule.class);

    private static final Documentation CDR = new Documentation(
            "Gets or sets a CDR variable.",
            "CDR(name[,options])",
            "Fields that the call itself makes can only be read; accountcode, amaflags and userfield can be set, and so"
                    + " can variables of any other name, which go with the record.",
            List.of(
                    "name - clid, src, dst, dcontext, channel, dstchannel, lastapp, lastdata, start, answer, end,"
                            + " duration, billsec, disposition, amaflags, accountcode, uniqueid, userfield, linkedid,"
                            + " peeraccount, sequence, or one of your own",
                    "options - f for durations with a fraction; u for times as seconds since 1970, and words as"
                            + " numbers"));
    private static final Documentation CDR_PROP = new Documentation(
            "Set a property on a channel's CDR.",
            "CDR_PROP(name)",
            "Can only be set.",
            List.of("name - disable: 1 for no record of this channel's call, 0 for one after all"));

    @Override
    public void load(ModuleContext context) {
        CallDetailRecords records =
                Objects.requireNonNull(context.pbx().services().find(CallDetailRecords.class), "cdr");
        context.register(new DeclaredFunction(
                "CDR",
                CDR,
                (channel, text) -> read(records, required("CDR", channel), text),
                (channel, text, value) -> write(records, required("CDR", channel), text, value)));
        context.register(new DeclaredFunction(
                "CDR_PROP",
                CDR_PROP,
                null,
                (channel, text, value) -> property(records, required("CDR_PROP", channel), text, value)));
    }

    private static String read(CallDetailRecords records, Channel channel, String text) {
        ArgumentList arguments = ArgumentList.of(text, 2);
        String options = arguments.get(1);
        RecordField.Format format = options.contains("u")
                ? RecordField.Format.RAW
                : options.contains("f") ? RecordField.Format.FRACTION : RecordField.Format.PLAIN;
        String value = records.value(channel, arguments.get(0).strip(), format);
        return value == null ? "" : value;
    }

    private static void write(CallDetailRecords records, Channel channel, String text, String value)
            throws FunctionFailed {
        String name = ArgumentList.of(text, 2).get(0).strip();
        if (RecordField.readOnly(name)) {
            throw new FunctionFailed("Attempt to set the '" + name + "' read-only variable!");
        }
        switch (name.toLowerCase(Locale.ROOT)) {
            case "accountcode" -> {
                deprecated(name);
                channel.accountCode(value);
            }
            case "amaflags" -> {
                deprecated(name);
                channel.amaFlags(amaFlags(value));
            }
            default -> records.set(channel, name, value);
        }
    }

    private static void deprecated(String name) {
        LOG.warn("Using the CDR function to set '{}' is deprecated. Please use the CHANNEL function instead.", name);
    }

    private static AmaFlags amaFlags(String value) throws FunctionFailed {
        AmaFlags flags = AmaFlags.parse(value);
        if (flags == null) {
            throw new FunctionFailed("CDR(amaflags) is omit, billing or documentation, not '" + value + "'");
        }
        return flags;
    }

    private static void property(CallDetailRecords records, Channel channel, String text, String value)
            throws FunctionFailed {
        if (!text.strip().equalsIgnoreCase("disable")) {
            throw new FunctionFailed("CDR_PROP(" + text + ") is not supported: only disable is");
        }
        records.disable(
                channel,
                List.of("1", "yes", "true", "on", "y", "t")
                        .contains(value.strip().toLowerCase(Locale.ROOT)));
    }

    private static Channel required(String name, @Nullable Channel channel) throws FunctionFailed {
        if (channel == null) {
            throw new FunctionFailed(name + " needs a channel, and there is none here");
        }
        return channel;
    }
}
