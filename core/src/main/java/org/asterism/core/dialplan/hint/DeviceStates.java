package org.asterism.core.dialplan.hint;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.asterism.core.Pbx;
import org.asterism.core.channel.ChannelTechnology;
import org.asterism.core.channel.DeviceState;

/** What is known of devices, asked of their technologies each time. Any thread. */
public final class DeviceStates {
    private static final String CUSTOM = "Custom";

    private DeviceStates() {}

    /**
     * The state of one device.
     *
     * @param pbx    the switch
     * @param device such as {@code IAX2/alice} or {@code Custom:lamp}
     * @return its state
     */
    public static DeviceState of(Pbx pbx, String device) {
        int slash = device.indexOf('/');
        int colon = device.indexOf(':');
        if (colon > 0 && (slash < 0 || colon < slash)) {
            CustomDevices custom = pbx.services().find(CustomDevices.class);
            return custom == null || !device.substring(0, colon).equalsIgnoreCase(CUSTOM)
                    ? DeviceState.UNKNOWN
                    : custom.state(device.substring(colon + 1));
        }
        ChannelTechnology technology = slash <= 0 ? null : pbx.technologies().find(device.substring(0, slash));
        return technology == null ? DeviceState.INVALID : technology.deviceState(device.substring(slash + 1));
    }

    /**
     * The state of devices taken together, as a hint does: one that rings or speaks outweighs idle ones.
     *
     * @param pbx  the switch
     * @param hint devices joined with {@code &}; presence providers behind a comma do not count
     * @return their state
     */
    public static DeviceState ofHint(Pbx pbx, String hint) {
        int comma = hint.indexOf(',');
        Set<DeviceState> states = EnumSet.noneOf(DeviceState.class);
        for (String device : (comma < 0 ? hint : hint.substring(0, comma)).split("&")) {
            if (!device.isBlank()) {
                states.add(of(pbx, device.strip()));
            }
        }
        return together(states);
    }

    private static DeviceState together(Collection<DeviceState> states) {
        boolean rings = states.contains(DeviceState.RINGING) || states.contains(DeviceState.RINGINUSE);
        boolean speaks = states.contains(DeviceState.INUSE) || states.contains(DeviceState.RINGINUSE);
        if (rings) {
            return speaks ? DeviceState.RINGINUSE : DeviceState.RINGING;
        }
        if (speaks) {
            return DeviceState.INUSE;
        }
        if (states.size() == 1) {
            return states.iterator().next();
        }
        if (states.contains(DeviceState.ONHOLD) || states.contains(DeviceState.BUSY)) {
            return DeviceState.INUSE;
        }
        if (states.contains(DeviceState.NOT_INUSE)) {
            return DeviceState.NOT_INUSE;
        }
        return states.contains(DeviceState.UNAVAILABLE) ? DeviceState.UNAVAILABLE : DeviceState.UNKNOWN;
    }

    /**
     * The word for the state of an extension with a hint, as {@code core show hints} prints it.
     *
     * @param state the state of its devices
     * @return such as {@code Idle} or {@code InUse&Ringing}
     */
    public static String extensionLabel(DeviceState state) {
        return switch (state) {
            case UNKNOWN, NOT_INUSE -> "Idle";
            case INUSE -> "InUse";
            case BUSY -> "Busy";
            case INVALID, UNAVAILABLE -> "Unavailable";
            case RINGING -> "Ringing";
            case RINGINUSE -> "InUse&Ringing";
            case ONHOLD -> "Hold";
        };
    }
}
