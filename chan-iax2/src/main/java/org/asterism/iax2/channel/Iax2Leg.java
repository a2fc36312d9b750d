package org.asterism.iax2.channel;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.asterism.core.channel.CallLeg;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.Indication;
import org.asterism.core.media.MediaPort;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.CallObserver;
import org.asterism.iax2.call.CallRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The IAX2 half of a channel: takes what the switch wants to the shard's thread. Safe for any thread. */
final class Iax2Leg implements CallLeg {
    private static final Logger LOG = LoggerFactory.getLogger(Iax2Leg.class);

    private static final int GOODBYE_ATTEMPTS = 100;
    private static final long GOODBYE_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Call call;
    /** Until the call is placed. */
    private volatile @Nullable Outgoing outgoing;

    /**
     * What an outgoing leg needs.
     *
     * @param channel  whose leg it is
     * @param request  makes what the call says, at the moment it is placed
     * @param observer is told what happens to it
     */
    record Outgoing(Channel channel, Supplier<CallRequest> request, CallObserver observer) {}

    /**
     * @param call     the call
     * @param outgoing how to place it, null for an incoming one
     */
    Iax2Leg(Call call, @Nullable Outgoing outgoing) {
        this.call = call;
        this.outgoing = outgoing;
    }

    Call iaxCall() {
        return call;
    }

    private void inShard(Runnable command) {
        if (!call.dialog().shard().mediaLoop().execute(command)) {
            LOG.warn("{}: the IAX2 shard is closed or overloaded, a command is lost", call.name());
        }
    }

    @Override
    public void call() {
        Outgoing placing = outgoing;
        if (placing != null) {
            outgoing = null;
            CallRequest request = placing.request().get();
            // As chan_iax2: it counts as ringing from here on, and nothing that the far end does can come before that.
            placing.channel().state(ChannelState.RINGING);
            inShard(() -> call.place(request, placing.observer()));
        }
    }

    @Override
    public void answer() {
        inShard(call::answer);
    }

    @Override
    public void indicate(Indication indication, @Nullable String text) {
        inShard(() -> call.signals().send(ChannelObserver.control(indication), text));
    }

    @Override
    public void beginDigit(char digit) {
        inShard(() -> call.signals().beginDigit(digit));
    }

    @Override
    public void endDigit(char digit, int durationMs) {
        inShard(() -> call.signals().endDigit(digit));
    }

    @Override
    public void sendText(String text) {
        inShard(() -> call.signals().sendText(text));
    }

    @Override
    public void hangup(int cause) {
        Runnable command = () -> call.hangup(cause);
        if (!call.dialog().shard().mediaLoop().execute(command)) {
            // A goodbye that is lost would leave a call that nobody ends.
            Thread.ofVirtual().name("iax2-hangup").start(() -> hangupLater(command));
        }
    }

    private void hangupLater(Runnable command) {
        for (int i = 0; i < GOODBYE_ATTEMPTS; i++) {
            LockSupport.parkNanos(GOODBYE_PAUSE_NS);
            if (call.dialog().shard().mediaLoop().execute(command)) {
                return;
            }
        }
        LOG.warn("{}: the IAX2 shard is closed or overloaded, the call could not be hung up", call.name());
    }

    @Override
    public MediaPort media() {
        return call.media();
    }
}
