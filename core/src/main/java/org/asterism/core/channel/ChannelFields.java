package org.asterism.core.channel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel as manager events and listings describe it: names and values in turn, in Asterisk's order. */
public final class ChannelFields {
    private static final String UNKNOWN = "<unknown>";

    private ChannelFields() {}

    /**
     * Describes a channel.
     *
     * @param channel which
     * @param prefix  put before each name: {@code Dest} for the called party, else empty
     * @param more    further names and values, which follow
     * @return names and values in turn
     */
    public static String[] of(Channel channel, String prefix, String... more) {
        List<String> fields = new ArrayList<>();
        add(fields, channel, prefix);
        fields.addAll(List.of(more));
        return fields.toArray(new String[0]);
    }

    /**
     * Describes both parties of a call that is being placed.
     *
     * @param caller who calls, {@code null} when the switch does
     * @param called who is called
     * @param more   further names and values, which follow
     * @return names and values in turn
     */
    public static String[] ofBoth(@Nullable Channel caller, Channel called, String... more) {
        List<String> fields = new ArrayList<>();
        if (caller != null) {
            add(fields, caller, "");
        }
        add(fields, called, "Dest");
        fields.addAll(List.of(more));
        return fields.toArray(new String[0]);
    }

    private static void add(List<String> fields, Channel channel, String prefix) {
        DialplanPosition position = channel.position();
        fields.addAll(List.of(
                prefix + "Channel", channel.name(),
                prefix + "ChannelState", String.valueOf(channel.state().number()),
                prefix + "ChannelStateDesc", channel.state().label(),
                prefix + "CallerIDNum", known(channel.callerId().number()),
                prefix + "CallerIDName", known(channel.callerId().name()),
                prefix + "ConnectedLineNum", known(channel.connectedLine().number()),
                prefix + "ConnectedLineName", known(channel.connectedLine().name()),
                prefix + "Language", channel.language(),
                prefix + "AccountCode", channel.accountCode(),
                prefix + "Context", position.context(),
                prefix + "Exten", position.extension(),
                prefix + "Priority", String.valueOf(Math.max(1, position.priority())),
                prefix + "Uniqueid", channel.uniqueId(),
                prefix + "Linkedid", channel.linkedId()));
    }

    /** {@return a name or number of a party as events show it} */
    public static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }
}
