package org.asterism.apps.dial;

import org.asterism.core.Pbx;
import org.asterism.core.bridge.BridgeEnd;
import org.asterism.core.bridge.TwoPartyBridge;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelHungUp;
import org.asterism.core.channel.ChannelRedirected;
import org.asterism.core.channel.DialStatus;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.DigitSender;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Mailbox;

/** A call that was answered, until one of its parties is gone. Caller's thread. */
final class AnsweredCall {
    private final Pbx pbx;
    private final Channel caller;
    private final Fork fork;
    private final Channel called;
    private final DialOptions options;
    private final DialTimes times;

    AnsweredCall(Pbx pbx, Channel caller, Fork fork, DialOptions options, DialTimes times) {
        this.pbx = pbx;
        this.caller = caller;
        this.fork = fork;
        this.called = fork.channel();
        this.options = options;
        this.times = times;
    }

    /**
     * Joins the parties; returns when the caller is to go on in the dialplan.
     *
     * @throws ChannelHungUp the caller's call is over
     */
    void run() {
        times.answered();
        caller.variables().set("DIALEDPEERNAME", called.name());
        caller.variables().set("DIALEDPEERNUMBER", fork.destination().resource());
        try {
            sendDigits(called, options.digitsForCalled());
            caller.answer();
            sendDigits(caller, options.digitsForCaller());
            BridgeEnd end = new TwoPartyBridge(pbx, caller, called, options.bridge()).run();
            ended(end);
        } catch (ChannelHungUp callerGone) {
            if (options.calledGoesOn() && !called.hungUp()) {
                sendCalledOn(afterDial());
            }
            throw callerGone;
        } catch (ChannelRedirected callerLeaves) {
            leave();
            throw callerLeaves;
        } finally {
            times.ended();
        }
    }

    private void sendDigits(Channel to, String digits) {
        DigitSender.send(caller, to, digits, DigitSender.DEFAULT_DIGIT_MS, DigitSender.DEFAULT_GAP_MS);
    }

    /** The called party goes where it is wanted; else its call is over. */
    private void leave() {
        DialplanPosition wanted = called.takeRedirection();
        if (wanted == null || called.hungUp()) {
            fork.end(HangupCause.NORMAL_CLEARING, DialStatus.ANSWER);
        } else {
            sendCalledOn(wanted);
        }
    }

    private void ended(BridgeEnd end) {
        int cause = end == BridgeEnd.PEER_HUNG_UP && called.hangupCause() != HangupCause.NONE
                ? called.hangupCause()
                : HangupCause.NORMAL_CLEARING;
        caller.hangupCause(cause);
        leave();
        if (caller.redirected()) {
            throw new ChannelRedirected(caller.name());
        }
        // The caller's own key ends its wait for the other, not its call.
        if (!options.goesOn() && end != BridgeEnd.OWNER_PRESSED_KEY) {
            caller.requestHangup(cause);
            throw new ChannelHungUp(caller.name());
        }
    }

    private DialplanPosition afterDial() {
        DialplanPosition here = caller.position();
        String[] place = options.calledGoesOnAt().split("[\\^,]");
        return place.length == 3 && place[2].matches("\\d{1,9}")
                ? new DialplanPosition(place[0], place[1], Integer.parseInt(place[2]))
                : new DialplanPosition(here.context(), here.extension(), here.priority() + 1);
    }

    private void sendCalledOn(DialplanPosition next) {
        fork.release();
        called.mailbox(new Mailbox());
        called.position(next);
        pbx.dialplan().start(called);
    }
}
