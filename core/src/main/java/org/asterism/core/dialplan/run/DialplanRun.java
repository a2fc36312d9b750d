package org.asterism.core.dialplan.run;

import java.util.List;
import java.util.function.Predicate;
import org.asterism.core.NamedRegistry;
import org.asterism.core.channel.AbsoluteTimeout;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.ChannelRedirected;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.SubroutineStack;
import org.asterism.core.dialplan.plan.DialplanSearch;
import org.asterism.core.log.Verbose;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one channel through the dialplan, on the channel's own thread. */
final class DialplanRun {
    private static final Logger LOG = LoggerFactory.getLogger(DialplanRun.class);
    private static final String FALLBACK_CONTEXT = "default";
    private static final int MAX_STEPS_AFTER_HANGUP = 10_000;

    private final ActiveDialplan dialplan;
    private final Channel channel;
    private final Continuation continuation;
    private final StepPacer pacer = new StepPacer();

    DialplanRun(ActiveDialplan dialplan, Channel channel) {
        this.dialplan = dialplan;
        this.channel = channel;
        this.continuation = new Continuation(dialplan, channel);
    }

    /** Runs from the channel's position on until the call is over, then extension h, and hangs up. */
    void callInDialplan() {
        guarded(() -> goOn(beginning()));
    }

    private void goOn(@Nullable DialplanPosition from) {
        DialplanPosition next = from;
        while (next != null) {
            channel.position(next);
            next = continuation.after(steps(_ -> true));
        }
    }

    /** Runs one application, and hangs up. */
    void callOfApplication(String application, String arguments) {
        guarded(() -> {
            try {
                if (!dialplan.execute(channel, application, arguments)) {
                    LOG.warn("No such application '{}'", application);
                }
            } catch (ChannelHungUp | AbsoluteTimeout e) {
                LOG.debug("{}", e.getMessage());
            } catch (ChannelRedirected e) {
                LOG.debug("{}", e.getMessage());
                goOn(channel.takeRedirection());
            } catch (ApplicationFailed e) {
                LOG.warn("{}", e.getMessage());
            }
        });
    }

    /** Runs a subroutine until it returns; the channel is then where it was. */
    boolean subroutine(DialplanPosition position, List<String> arguments) throws ApplicationFailed {
        if (dialplan.find(position, channel.callerId().number()) == null) {
            throw new ApplicationFailed("Gosub attempted to reach non-existent destination '%s,%s,%d'"
                    .formatted(position.context(), position.extension(), position.priority()));
        }
        DialplanPosition before = channel.position();
        SubroutineStack stack = SubroutineStack.of(channel);
        int depth = stack.depth();
        stack.enter(before, arguments);
        channel.position(position);
        try {
            Ending ending = steps(_ -> stack.depth() > depth);
            return switch (ending) {
                case RETURNED -> true;
                case NO_STEP -> {
                    LOG.warn(
                            "A subroutine of {} ended at {} without Return",
                            channel,
                            channel.position().display());
                    yield false;
                }
                case OVER -> throw new ChannelHungUp(channel.name());
                case OUT_OF_TIME -> throw new AbsoluteTimeout(channel.name());
                case REDIRECTED -> throw new ChannelRedirected(channel.name());
                case FAILED -> throw new ApplicationFailed("A subroutine failed");
            };
        } finally {
            while (stack.depth() > depth) {
                stack.leave();
            }
            channel.position(before);
        }
    }

    private void guarded(Runnable call) {
        try {
            call.run();
            channel.hangingUp();
            hangupExtension();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error(
                    "The dialplan run of {} at {} broke off",
                    channel,
                    channel.position().display(),
                    e);
        } finally {
            channel.hangup(HangupCause.NORMAL_CLEARING);
        }
    }

    private DialplanPosition beginning() {
        DialplanPosition start = channel.position();
        if (start.priority() < 1) {
            start = new DialplanPosition(start.context(), start.extension(), 1);
        }
        if (exists(start)) {
            return start;
        }
        String place = "%s,%s,%d".formatted(start.context(), start.extension(), start.priority());
        Verbose.say(2, "Starting %s at %s failed so falling back to exten 's'".formatted(channel, place));
        DialplanPosition fallback = new DialplanPosition(start.context(), "s", 1);
        if (!exists(fallback)) {
            Verbose.say(
                    2, "Starting %s at %s still failed so falling back to context 'default'".formatted(channel, place));
            fallback = new DialplanPosition(FALLBACK_CONTEXT, "s", 1);
        }
        return fallback;
    }

    /** Runs step after step while {@code goOn} says so. */
    private Ending steps(Predicate<Channel> goOn) {
        while (goOn.test(channel)) {
            DialplanPosition at = channel.position();
            DialplanSearch.Found found = dialplan.find(at, channel.callerId().number());
            if (found == null) {
                return Ending.NO_STEP;
            }
            Ending ending = step(at, found);
            if (ending != null) {
                return ending;
            }
            if (channel.hungUp()) {
                return Ending.OVER;
            }
            if (channel.absoluteTimeoutLeft() < 0) {
                channel.absoluteTimeout(0);
                return Ending.OUT_OF_TIME;
            }
            if (channel.redirected()) {
                return Ending.REDIRECTED;
            }
            pacer.step(channel.name());
        }
        return Ending.RETURNED;
    }

    /** Runs one step; null when the next one may follow. An application that moved the channel has given it a new position. */
    @SuppressWarnings("ReferenceEquality")
    private @Nullable Ending step(DialplanPosition at, DialplanSearch.Found found) {
        String name = found.priority().application();
        NamedRegistry.Entry<Application> entry = dialplan.application(name);
        if (entry == null) {
            LOG.warn(
                    "No application '{}' for extension ({}, {}, {})",
                    name,
                    at.context(),
                    at.extension(),
                    at.priority());
            return spawned(at, Ending.OVER);
        }
        try {
            String arguments = dialplan.substitute(channel, found.priority().arguments());
            channel.beginApplication(entry.name(), arguments);
            if (Verbose.isOn(3)) {
                Verbose.say(
                        3,
                        "Executing [%s@%s:%d] %s(\"%s\", \"%s\") in new stack"
                                .formatted(
                                        at.extension(), at.context(), at.priority(), entry.name(), channel, arguments));
            }
            dialplan.run(entry, channel, arguments);
        } catch (ChannelHungUp _) {
            return spawned(at, Ending.OVER);
        } catch (AbsoluteTimeout _) {
            return exists(new DialplanPosition(at.context(), "T", 1))
                    ? Ending.OUT_OF_TIME
                    : spawned(at, Ending.OUT_OF_TIME);
        } catch (ChannelRedirected _) {
            return Ending.REDIRECTED;
        } catch (ApplicationFailed e) {
            LOG.warn("{}", e.getMessage());
            return spawned(at, Ending.FAILED);
        } finally {
            channel.application("", "");
        }
        if (channel.position() == at) {
            channel.position(new DialplanPosition(at.context(), at.extension(), at.priority() + 1));
        }
        return null;
    }

    private Ending spawned(DialplanPosition at, Ending ending) {
        if (Verbose.isOn(2)) {
            Verbose.say(
                    2,
                    "Spawn extension (%s, %s, %d) exited non-zero on '%s'"
                            .formatted(at.context(), at.extension(), at.priority(), channel));
        }
        return ending;
    }

    /** Runs extension h on the channel, whose call is over: whatever waits there ends at once. */
    private void hangupExtension() {
        DialplanPosition at = new DialplanPosition(channel.position().context(), "h", 1);
        if (channel.position().context().isEmpty() || !exists(at)) {
            return;
        }
        channel.absoluteTimeout(0);
        channel.requestHangup(HangupCause.NONE);
        channel.position(at);
        for (int i = 0; i < MAX_STEPS_AFTER_HANGUP; i++) {
            at = channel.position();
            DialplanSearch.Found found = dialplan.find(at, channel.callerId().number());
            if (found == null || step(at, found) != null) {
                return;
            }
            pacer.step(channel.name());
        }
        LOG.warn(
                "Extension h of context '{}' was ended after {} steps: is it going round in a loop?",
                at.context(),
                MAX_STEPS_AFTER_HANGUP);
    }

    private boolean exists(DialplanPosition position) {
        return dialplan.find(position, channel.callerId().number()) != null;
    }
}
