package org.asterism.iax2.channel;

import java.util.Map;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.Indication;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.CallObserver;
import org.asterism.iax2.wire.ControlCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a channel what happens to its call. Lives on the shard's thread; what it calls only queues. */
final class ChannelObserver implements CallObserver {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelObserver.class);

    private final Channel channel;

    ChannelObserver(Channel channel) {
        this.channel = channel;
    }

    @Override
    public void onAnswered(Call call) {
        channel.legEvents().onAnswered();
    }

    @Override
    public void onControl(Call call, ControlCommand control, String text) {
        Indication indication = indication(control);
        if (indication != null) {
            channel.legEvents().onIndication(indication, text.isEmpty() ? null : text);
        }
    }

    private static @Nullable Indication indication(ControlCommand control) {
        return switch (control) {
            case RINGING -> Indication.RINGING;
            case PROCEEDING -> Indication.PROCEEDING;
            case PROGRESS -> Indication.PROGRESS;
            case BUSY -> Indication.BUSY;
            case CONGESTION -> Indication.CONGESTION;
            case HOLD -> Indication.HOLD;
            case UNHOLD -> Indication.UNHOLD;
            case FLASH -> Indication.FLASH;
            case RADIO_KEY -> Indication.RADIO_KEY;
            case RADIO_UNKEY -> Indication.RADIO_UNKEY;
            case VIDEO_UPDATE -> Indication.VIDEO_UPDATE;
            case STOP_INDICATIONS -> Indication.STOP;
            default -> null;
        };
    }

    /** The control frame that says what an indication means. */
    static ControlCommand control(Indication indication) {
        return switch (indication) {
            case RINGING -> ControlCommand.RINGING;
            case PROCEEDING -> ControlCommand.PROCEEDING;
            case PROGRESS -> ControlCommand.PROGRESS;
            case BUSY -> ControlCommand.BUSY;
            case CONGESTION -> ControlCommand.CONGESTION;
            case HOLD -> ControlCommand.HOLD;
            case UNHOLD -> ControlCommand.UNHOLD;
            case FLASH -> ControlCommand.FLASH;
            case RADIO_KEY -> ControlCommand.RADIO_KEY;
            case RADIO_UNKEY -> ControlCommand.RADIO_UNKEY;
            case VIDEO_UPDATE -> ControlCommand.VIDEO_UPDATE;
            case STOP -> ControlCommand.STOP_INDICATIONS;
        };
    }

    @Override
    public void onDigitBegin(Call call, char digit) {
        channel.legEvents().onDigitBegin(digit);
    }

    @Override
    public void onDigitEnd(Call call, char digit) {
        channel.legEvents().onDigitEnd(digit);
    }

    @Override
    public void onText(Call call, String text) {
        channel.legEvents().onText(text);
    }

    @Override
    public void onVariables(Call call, Map<String, String> variables) {
        IaxVariables.set(channel, variables);
    }

    @Override
    public void onMediaEnded(Call call, int number) {
        channel.legEvents().onMediaEnded(number);
    }

    @Override
    public void onEnded(Call call, int cause, String why) {
        LOG.debug("{} ended by its far end with cause {}: {}", call.name(), cause, why);
        channel.legEvents().onHangup(cause);
    }
}
