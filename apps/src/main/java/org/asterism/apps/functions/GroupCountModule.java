package org.asterism.apps.functions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.dialplan.expression.RegularExpression;
import org.asterism.core.module.LoadableModule;
import org.asterism.core.module.ModuleContext;
import org.asterism.core.module.ModuleInfo;
import org.jspecify.annotations.Nullable;

/** {@code func_groupcount}: GROUP, GROUP_COUNT, GROUP_MATCH_COUNT and GROUP_LIST. */
@ModuleInfo(name = "func_groupcount", description = "Channel group dialplan functions")
public final class GroupCountModule implements LoadableModule {
    /** The groups of a channel, one a category; the category that was not named is the empty one. */
    private static final class Membership {
        private final Map<String, String> groups = new ConcurrentHashMap<>();
    }

    @Override
    public void load(ModuleContext context) {
        Pbx pbx = context.pbx();
        context.register(FunctionDraft.of(
                        "GROUP([category])",
                        "Gets or sets the channel group.",
                        "A channel is in one group of each category.",
                        "category - any name")
                .ofChannel(
                        (channel, category) -> groups(channel).getOrDefault(category.strip(), ""),
                        (channel, category, group) -> {
                            if (group.isEmpty()) {
                                groups(channel).remove(category.strip());
                            } else {
                                groups(channel).put(category.strip(), group);
                            }
                        }));
        context.register(FunctionDraft.of(
                        "GROUP_COUNT([groupname][@category])",
                        "Counts the number of channels in the specified group.",
                        "Without a name: of the group that the channel is in.")
                .reading((channel, text) -> {
                    String category = category(text);
                    String named = name(text);
                    String group = named.isEmpty() ? own(channel, category) : named;
                    return String.valueOf(group.isEmpty() ? 0 : count(pbx, category, group::equals));
                }));
        context.register(FunctionDraft.of(
                        "GROUP_MATCH_COUNT(groupmatch[@category])",
                        "Counts the number of channels in the groups matching the specified pattern.",
                        "",
                        "groupmatch - a regular expression")
                .reading((_, text) -> {
                    try {
                        RegularExpression wanted = RegularExpression.of(name(text));
                        return String.valueOf(count(
                                pbx,
                                category(text),
                                group -> wanted.find(group, false) instanceof RegularExpression.Result.Some));
                    } catch (IllegalArgumentException e) {
                        throw new FunctionFailed("GROUP_MATCH_COUNT: '" + name(text) + "': " + e.getMessage());
                    }
                }));
        context.register(FunctionDraft.of("GROUP_LIST()", "Gets a list of the groups set on a channel.", "")
                .ofChannel((channel, _) -> String.join(
                        " ",
                        new TreeMap<>(groups(channel))
                                .entrySet().stream()
                                        .map(each -> each.getKey().isEmpty()
                                                ? each.getValue()
                                                : each.getValue() + "@" + each.getKey())
                                        .toList())));
        context.register(new DeclaredCommand(
                "group show channels",
                "Display active channels with group(s)",
                "Usage: group show channels\n"
                        + "       Lists all currently active channels with channel group(s) specified.",
                request -> show(pbx, request)));
    }

    private static CliResult show(Pbx pbx, CliRequest request) {
        if (!request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        String row = "%-25s  %-20s  %-20s";
        request.printf(row, "Channel", "Group", "Category");
        int count = 0;
        List<Channel> channels = pbx.channels().all();
        for (Channel channel : channels) {
            for (Map.Entry<String, String> each : new TreeMap<>(groups(channel)).entrySet()) {
                request.printf(
                        row, channel.name(), each.getValue(), each.getKey().isEmpty() ? "(default)" : each.getKey());
                count++;
            }
        }
        request.println(count + " active channel" + (count == 1 ? "" : "s"));
        return CliResult.SUCCESS;
    }

    private static int count(Pbx pbx, String category, Predicate<String> wanted) {
        int count = 0;
        for (Channel channel : pbx.channels().all()) {
            Membership membership = channel.attachments().find(Membership.class);
            String group = membership == null ? null : membership.groups.get(category);
            if (group != null && wanted.test(group)) {
                count++;
            }
        }
        return count;
    }

    private static String own(@Nullable Channel channel, String category) {
        return channel == null ? "" : groups(channel).getOrDefault(category, "");
    }

    private static Map<String, String> groups(Channel channel) {
        return channel.attachments().get(Membership.class, Membership::new).groups;
    }

    private static String name(String text) {
        int at = text.lastIndexOf('@');
        return (at < 0 ? text : text.substring(0, at)).strip();
    }

    private static String category(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? "" : text.substring(at + 1).strip();
    }
}
