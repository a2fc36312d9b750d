package org.asterism.core.bridge;

import java.util.List;
import java.util.UUID;
import org.asterism.core.channel.Channel;

/** A bridge that is running, as the console and the manager interface list it. Any thread. */
public final class Bridge {
    private static final String UNKNOWN = "<unknown>";

    private final String id = UUID.randomUUID().toString();
    private final String type;
    private final String technology;
    private final List<Channel> channels;
    private final long startedNanos = System.nanoTime();

    Bridge(String type, String technology, List<Channel> channels) {
        this.type = type;
        this.technology = technology;
        this.channels = List.copyOf(channels);
    }

    /** {@return the UUID in log lines and listings} */
    public String id() {
        return id;
    }

    /** {@return {@code basic} for two parties} */
    public String type() {
        return type;
    }

    /** {@return {@code simple_bridge} for two parties} */
    public String technology() {
        return technology;
    }

    /** {@return who is in it} */
    public List<Channel> channels() {
        return channels;
    }

    /**
     * The fields by which the manager interface describes it.
     *
     * @param inside how many are in it
     * @return names and values in turn
     */
    public List<String> fields(int inside) {
        return List.of(
                "BridgeUniqueid", id,
                "BridgeType", type,
                "BridgeTechnology", technology,
                "BridgeCreator", UNKNOWN,
                "BridgeName", UNKNOWN,
                "BridgeNumChannels", String.valueOf(inside),
                "BridgeVideoSourceMode", "none");
    }

    /** {@return whole seconds since it began} */
    public long ageSeconds() {
        return (System.nanoTime() - startedNanos) / 1_000_000_000L;
    }
}
