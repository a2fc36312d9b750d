package org.asterism.apps.functions;

import java.util.Locale;
import org.asterism.core.channel.AmaFlags;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.expression.RegularExpression;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;

/** {@code func_channel}: CHANNEL, CHANNELS and CHANNEL_EXISTS. */
@ModuleInfo(name = "func_channel", description = "Channel information dialplan functions")
public final class ChannelModule implements LoadableModule {
    @Override
    public void load(ModuleContext context) {
        context.register(FunctionDraft.of(
                        "CHANNEL(item)",
                        "Gets/sets various pieces of information about the channel.",
                        "language, accountcode, amaflags and musicclass can be set.",
                        "name, uniqueid, linkedid, callid - what it is called",
                        "channeltype, state, context, exten - what it is doing",
                        "language, accountcode, amaflags, musicclass - for prompts, CDRs and music on hold",
                        "audioreadformat, audiowriteformat, audionativeformat - its audio")
                .ofChannel(ChannelModule::read, ChannelModule::write));
        context.register(FunctionDraft.of(
                        "CHANNELS([regular_expression])",
                        "Gets the list of channels, optionally filtering by a regular expression.",
                        "Separated with blanks.")
                .reading((_, text) -> {
                    try {
                        RegularExpression wanted = RegularExpression.of(text);
                        return String.join(
                                " ",
                                context.pbx().channels().all().stream()
                                        .map(Channel::name)
                                        .filter(name ->
                                                wanted.find(name, false) instanceof RegularExpression.Result.Some)
                                        .toList());
                    } catch (IllegalArgumentException e) {
                        throw new FunctionFailed(
                                "CHANNELS: '" + text + "' is no regular expression: " + e.getMessage());
                    }
                }));
        context.register(FunctionDraft.of(
                        "CHANNEL_EXISTS(name_or_uid)",
                        "Checks if the specified channel exists.",
                        "1 when it does, else 0.")
                .reading((_, text) -> context.pbx().channels().find(text.strip()) == null ? "0" : "1"));
    }

    private static String read(Channel channel, String item) throws FunctionFailed {
        return switch (item.strip().toLowerCase(Locale.ROOT)) {
            case "name" -> channel.name();
            case "uniqueid" -> channel.uniqueId();
            case "linkedid" -> channel.linkedId();
            case "callid" -> "[" + channel.callIdentifier() + "]";
            case "channeltype" -> channel.technology().name();
            case "state" -> channel.state().label();
            case "context" -> channel.position().context();
            case "exten" -> channel.position().extension();
            case "language" -> channel.language();
            case "accountcode" -> channel.accountCode();
            case "musicclass" -> channel.musicClass();
            case "amaflags" -> String.valueOf(channel.amaFlags().number());
            case "audioreadformat", "audiowriteformat" ->
                channel.leg().media().format().label();
            case "audionativeformat" -> "(" + channel.leg().media().format().label() + ")";
            default -> throw new FunctionFailed("Unknown or unavailable item requested: '" + item + "'");
        };
    }

    private static void write(Channel channel, String item, String value) throws FunctionFailed {
        switch (item.strip().toLowerCase(Locale.ROOT)) {
            case "language" -> channel.language(value);
            case "accountcode" -> channel.accountCode(value);
            case "musicclass" -> channel.musicClass(value);
            case "amaflags" -> {
                AmaFlags flags = AmaFlags.parse(value);
                if (flags == null) {
                    throw new FunctionFailed(
                            "CHANNEL(amaflags) is omit, billing or documentation, not '" + value + "'");
                }
                channel.amaFlags(flags);
            }
            default -> throw new FunctionFailed("CHANNEL(" + item + ") cannot be set");
        }
    }
}
