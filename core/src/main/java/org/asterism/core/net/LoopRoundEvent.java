package org.asterism.core.net;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * Told to Java Flight Recorder when an event loop was held up: {@code +org.asterism.LoopRound#enabled=true}. Off unless a recording
 * asks for it, and nothing is measured then.
 */
@Name(LoopRoundEvent.NAME)
@Label("Loop Held Up")
@Category({"Asterism", "Event Loop"})
@Description("A round of an event loop, or a nap between two, that took a millisecond longer than it should")
@Enabled(false)
@StackTrace(false)
final class LoopRoundEvent extends Event {
    static final String NAME = "org.asterism.LoopRound";

    @Label("Loop")
    String loop = "";

    @Label("Nap")
    @Description("Whether it was a nap that ended late, else a round of work")
    boolean nap;

    @Label("Held Up")
    @Description("How long the round took, or how late the nap ended")
    @Timespan(Timespan.NANOSECONDS)
    long heldUp;

    @Label("Run Delay")
    @Description("How much of it the thread was ready to run and the system had no core for it")
    @Timespan(Timespan.NANOSECONDS)
    long runDelay;

    @Label("Stolen")
    @Description("How much of it the host of this virtual machine ran others on the thread's core")
    @Timespan(Timespan.NANOSECONDS)
    long stolen;
}
