package org.asterism.core.channel;

import java.util.List;
import java.util.function.Consumer;
import org.asterism.core.Pbx;
import org.asterism.core.log.Verbose;
import org.jspecify.annotations.Nullable;

/** Places calls that the switch begins by itself: {@code channel originate} and its like. */
public final class Origination {
    private final Pbx pbx;

    /**
     * @param pbx the switch
     */
    public Origination(Pbx pbx) {
        this.pbx = pbx;
    }

    /**
     * Calls somebody and waits for the answer. The calling thread looks after the channel until it hands it to the dialplan.
     *
     * @param technology such as {@code IAX2}
     * @param resource   the dial string after {@code Tech/}
     * @param callerId   who is said to call
     * @param timeoutMs  how long to wait for the answer, in milliseconds
     * @return the answered channel
     * @throws CallFailed it was not answered; the channel is gone
     */
    public Channel call(String technology, String resource, CallerId callerId, long timeoutMs) throws CallFailed {
        return call(technology, resource, callerId, timeoutMs, _ -> {});
    }

    /**
     * Calls somebody, with variables and the like, and waits for the answer.
     *
     * @param technology such as {@code IAX2}
     * @param resource   the dial string after {@code Tech/}
     * @param callerId   who is said to call
     * @param timeoutMs  how long to wait for the answer, in milliseconds
     * @param prepare    sets what the channel is to have before it is dialled
     * @return the answered channel
     * @throws CallFailed it was not answered; the channel is gone
     */
    public Channel call(
            String technology, String resource, CallerId callerId, long timeoutMs, Consumer<Channel> prepare)
            throws CallFailed {
        if (!pbx.acceptsCalls()) {
            throw new CallFailed(HangupCause.CONGESTION, "no new calls are accepted now");
        }
        ChannelTechnology found = pbx.technologies().find(technology);
        if (found == null) {
            throw new CallFailed(
                    HangupCause.CHANNEL_NOT_IMPLEMENTED,
                    "there is no channel technology '" + technology + "'; its module may not be loaded");
        }
        Channel channel = found.request(new DialRequest(resource, null, callerId, List.of(), new Mailbox()));
        try {
            prepare.accept(channel);
            channel.application("AppDial2", "(Outgoing Line)");
            channel.dial();
            pbx.channels().dialBegan(null, channel, resource);
            Verbose.say(3, "Called " + resource);
            awaitAnswer(channel, timeoutMs);
            pbx.channels().dialEnded(null, channel, DialStatus.ANSWER);
        } catch (ChannelHungUp | AbsoluteTimeout _) {
            int cause = channel.hangupCause() == HangupCause.NONE ? HangupCause.NO_ANSWER : channel.hangupCause();
            failed(channel, cause);
            throw new CallFailed(cause, HangupCause.text(cause));
        } catch (CallFailed e) {
            failed(channel, e.hangupCause());
            throw e;
        }
        Verbose.say(3, "Channel " + channel.name() + " was answered");
        return channel;
    }

    private void failed(Channel channel, int cause) {
        pbx.channels().dialEnded(null, channel, DialStatus.ofCause(cause));
        channel.hangup(cause);
    }

    /** Waits for the event, not for the state: when it comes, everybody has been told of the new state. */
    private static void awaitAnswer(Channel channel, long timeoutMs) throws CallFailed {
        long deadline = System.nanoTime() + timeoutMs * 1_000_000L;
        while (true) {
            long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            @Nullable ChannelEvent event = channel.await(Math.max(0, left));
            if (event == null && channel.state() != ChannelState.UP) {
                throw new CallFailed(HangupCause.NO_ANSWER, "no answer within " + timeoutMs / 1000 + " s");
            }
            if (event == null || event.kind() == ChannelEvent.Kind.ANSWERED) {
                return;
            }
            Indication indication = event.indication();
            if (indication == Indication.BUSY) {
                throw new CallFailed(HangupCause.USER_BUSY, HangupCause.text(HangupCause.USER_BUSY));
            }
            if (indication == Indication.CONGESTION) {
                throw new CallFailed(HangupCause.CONGESTION, HangupCause.text(HangupCause.CONGESTION));
            }
        }
    }
}
