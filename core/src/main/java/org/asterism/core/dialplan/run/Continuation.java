package org.asterism.core.dialplan.run;

import org.asterism.core.NamedRegistry;
import org.asterism.core.channel.AbsoluteTimeout;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.ChannelRedirected;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.RaisedException;
import org.asterism.core.log.Verbose;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides where a call goes on when no step follows: extensions i, e, t and T, or the end. */
final class Continuation {
    private static final Logger LOG = LoggerFactory.getLogger(Continuation.class);
    private static final String TONE_SECONDS = "10";

    private final ActiveDialplan dialplan;
    private final Channel channel;

    Continuation(ActiveDialplan dialplan, Channel channel) {
        this.dialplan = dialplan;
        this.channel = channel;
    }

    /** Where the call goes on; null when it does not. */
    @Nullable
    DialplanPosition after(Ending ending) {
        DialplanPosition at = channel.position();
        return switch (ending) {
            case OVER, RETURNED -> null;
            case OUT_OF_TIME -> existing(new DialplanPosition(at.context(), "T", 1));
            case REDIRECTED -> channel.takeRedirection();
            case FAILED -> exception("ERROR");
            case NO_STEP -> afterLastStep(at);
        };
    }

    private @Nullable DialplanPosition afterLastStep(DialplanPosition at) {
        if (!exists(new DialplanPosition(at.context(), at.extension(), 1))) {
            return invalid(at);
        }
        if (dialplan.autoFallThrough()) {
            fallThrough();
            return channel.takeRedirection();
        }
        try {
            dialplan.collectExtension(channel, at.context(), "");
            return channel.position();
        } catch (ChannelHungUp _) {
            return null;
        } catch (AbsoluteTimeout _) {
            return existing(new DialplanPosition(at.context(), "T", 1));
        } catch (ChannelRedirected _) {
            return channel.takeRedirection();
        } catch (ApplicationFailed e) {
            LOG.warn("{}", e.getMessage());
            return null;
        }
    }

    private @Nullable DialplanPosition invalid(DialplanPosition at) {
        String place = "context,exten,priority=%s,%s,%d".formatted(at.context(), at.extension(), at.priority());
        DialplanPosition handler = existing(new DialplanPosition(at.context(), "i", 1));
        if (handler != null) {
            Verbose.say(3, "Channel '" + channel + "' sent to invalid extension: " + place);
            channel.variables().set("INVALID_EXTEN", at.extension());
            return handler;
        }
        handler = exception("INVALID");
        if (handler == null) {
            LOG.warn("Channel '{}' sent to invalid extension but no invalid handler: {}", channel, place);
        }
        return handler;
    }

    private @Nullable DialplanPosition exception(String reason) {
        DialplanPosition at = channel.position();
        DialplanPosition handler = existing(new DialplanPosition(at.context(), "e", 1));
        if (handler != null) {
            channel.attachments().put(RaisedException.class, new RaisedException(reason, at));
        }
        return handler;
    }

    private void fallThrough() {
        String status = channel.variables().get("DIALSTATUS");
        Verbose.say(
                3,
                "Auto fallthrough, channel '%s' status is '%s'"
                        .formatted(channel, status == null ? "UNKNOWN" : status));
        String application = switch (status == null ? "" : status) {
            case "BUSY" -> "Busy";
            case "CONGESTION", "CHANUNAVAIL" -> "Congestion";
            default -> "";
        };
        NamedRegistry.Entry<Application> tone = dialplan.application(application);
        try {
            if (tone != null) {
                // Not a step of the dialplan: listings and records keep the last one.
                dialplan.run(tone, channel, TONE_SECONDS);
            }
        } catch (ChannelHungUp | AbsoluteTimeout | ChannelRedirected e) {
            LOG.debug("{}", e.getMessage());
        } catch (ApplicationFailed e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private @Nullable DialplanPosition existing(DialplanPosition position) {
        return exists(position) ? position : null;
    }

    private boolean exists(DialplanPosition position) {
        return dialplan.find(position, channel.callerId().number()) != null;
    }
}
