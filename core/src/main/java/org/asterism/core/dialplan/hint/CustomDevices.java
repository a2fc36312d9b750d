package org.asterism.core.dialplan.hint;

import org.asterism.core.channel.DeviceState;

/** Devices whose state the dialplan sets itself: {@code Custom:…}. Any thread. */
public interface CustomDevices {
    /**
     * The state of such a device.
     *
     * @param name what follows {@code Custom:}
     * @return its state, {@link DeviceState#UNKNOWN} when none was ever set
     */
    DeviceState state(String name);
}
