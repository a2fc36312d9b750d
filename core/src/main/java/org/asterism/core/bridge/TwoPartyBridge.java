package org.asterism.core.bridge;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelEvent;
import org.asterism.core.channel.Indication;
import org.asterism.core.log.Verbose;
import org.asterism.core.sound.AudioPlayer;
import org.asterism.core.sound.MusicOnHold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins two channels until one of them hangs up: audio, digits, text and control events pass between them. Runs on the thread of
 * one of them, the owner; the other's events are delivered to the owner's mailbox meanwhile.
 */
public final class TwoPartyBridge {
    /** The key that ends the call, where that is allowed: {@code disconnect} in Asterisk's {@code features.conf}. */
    private static final char HANGUP_KEY = '*';

    private static final Logger LOG = LoggerFactory.getLogger(TwoPartyBridge.class);

    private final Pbx pbx;
    private final BridgedParty owner;
    private final BridgedParty peer;
    private final BridgeOptions options;
    private final Bridge bridge;
    private final BridgeAudio audio;
    private final BridgeClock clock;
    private final BridgeReports reports;

    /**
     * @param pbx     the switch
     * @param owner   the channel whose thread calls {@link #run}
     * @param peer    the other one, which no thread looks after
     * @param options what else it does
     */
    public TwoPartyBridge(Pbx pbx, Channel owner, Channel peer, BridgeOptions options) {
        this.pbx = pbx;
        this.owner = new BridgedParty(owner);
        this.peer = new BridgedParty(peer);
        this.options = options;
        this.bridge = new Bridge("basic", "simple_bridge", List.of(owner, peer));
        this.audio = new BridgeAudio(owner.leg().media(), peer.leg().media());
        this.clock = new BridgeClock(options);
        this.reports = new BridgeReports(pbx.events(), bridge);
    }

    /**
     * Joins the parties and returns when the peer is gone or the time is over; both channels are still to be hung up then.
     *
     * @return why it ended
     * @throws org.asterism.core.channel.ChannelHungUp   the owner's call is over
     * @throws org.asterism.core.channel.AbsoluteTimeout the owner's time is over
     * @throws org.asterism.core.channel.ChannelRedirected the owner is wanted elsewhere in the dialplan
     */
    public BridgeEnd run() {
        enter();
        try {
            return pass();
        } finally {
            leave();
        }
    }

    private void enter() {
        peer.channel().mailbox(owner.channel().mailbox());
        pbx.bridges().began(bridge);
        reports.created();
        joined(owner.channel(), peer.channel());
        joined(peer.channel(), owner.channel());
        audio.flow(true, true);
        clock.start();
    }

    private void joined(Channel channel, Channel other) {
        channel.bridgeId(bridge.id());
        channel.variables().set("BRIDGEPEER", other.name());
        pbx.channels().bridged(channel, other);
        reports.entered(channel);
        say(channel, "joined");
    }

    private void leave() {
        audio.flow(false, false);
        for (BridgedParty party : List.of(owner, peer)) {
            if (party.onHold) {
                endMusic(party);
            } else if (party.warned) {
                party.leg().media().play(null, 0);
            }
            pbx.channels().unbridged(party.channel());
            party.channel().bridgeId(null);
            reports.left(party.channel());
            say(party.channel(), "left");
        }
        reports.destroyed();
        pbx.bridges().ended(bridge, audio.dropped());
        if (audio.dropped() > 0) {
            LOG.warn("Bridge {} dropped {} audio frames", bridge.id(), audio.dropped());
        }
    }

    private void say(Channel channel, String what) {
        if (Verbose.isOn(3)) {
            Verbose.say(
                    3,
                    "Channel " + channel.name() + " " + what + " '" + bridge.technology() + "' " + bridge.type()
                            + "-bridge <" + bridge.id() + ">");
        }
    }

    private BridgeEnd pass() {
        while (true) {
            if (peer.channel().hungUp()) {
                return BridgeEnd.PEER_HUNG_UP;
            }
            if (peer.channel().redirected()) {
                return BridgeEnd.PEER_REDIRECTED;
            }
            if (clock.over()) {
                return BridgeEnd.TIME_OVER;
            }
            if (clock.warningDue()) {
                warn();
            }
            ChannelEvent event = owner.channel().await(clock.nextMs());
            if (event != null) {
                BridgeEnd end = handle(event);
                if (end != null) {
                    return end;
                }
            }
        }
    }

    private @Nullable BridgeEnd handle(ChannelEvent event) {
        if (event.channel() == owner.channel()) {
            return handle(event, owner, peer, options.ownerMayHangUp() ? BridgeEnd.OWNER_PRESSED_KEY : null);
        }
        if (event.channel() == peer.channel()) {
            return handle(event, peer, owner, options.peerMayHangUp() ? BridgeEnd.PEER_PRESSED_KEY : null);
        }
        return null; // a channel that lost the race to answer
    }

    /** Passes what one party did on to the other; {@code keyEnds} is what its hang-up key does, where it has one. */
    private @Nullable BridgeEnd handle(
            ChannelEvent event, BridgedParty from, BridgedParty to, @Nullable BridgeEnd keyEnds) {
        boolean key = keyEnds != null && event.value() == HANGUP_KEY;
        switch (event.kind()) {
            case DIGIT_BEGIN -> {
                if (!key) {
                    to.beginDigit((char) event.value());
                }
            }
            case DIGIT_END -> {
                if (key) {
                    return keyEnds;
                }
                to.endDigit((char) event.value());
            }
            case TEXT -> to.leg().sendText(event.text() == null ? "" : event.text());
            case INDICATION -> indicate(event, to);
            case MEDIA_ENDED -> endWarning(from, event.value());
            case HANGUP -> {
                return BridgeEnd.PEER_HUNG_UP;
            }
            case ANSWERED, WAKE -> {}
        }
        return null;
    }

    private void indicate(ChannelEvent event, BridgedParty to) {
        Indication indication = event.indication();
        if (indication == Indication.HOLD) {
            hold(to, event.text());
        } else if (indication == Indication.UNHOLD) {
            unhold(to);
        } else if (indication != null) {
            to.leg().indicate(indication, event.text());
        }
    }

    private void hold(BridgedParty held, @Nullable String musicClass) {
        MusicOnHold music = pbx.services().find(MusicOnHold.class);
        if (held.onHold) {
            return;
        }
        if (music == null) {
            held.leg().indicate(Indication.HOLD, musicClass);
            return;
        }
        held.onHold = true;
        held.warned = false;
        flow();
        music.start(held.channel(), musicClass);
    }

    private void unhold(BridgedParty held) {
        if (held.onHold) {
            held.onHold = false;
            endMusic(held);
            flow();
        } else {
            held.leg().indicate(Indication.UNHOLD, null);
        }
    }

    private void endMusic(BridgedParty held) {
        MusicOnHold music = pbx.services().find(MusicOnHold.class);
        if (music != null) {
            music.stop(held.channel());
        }
    }

    private void warn() {
        BridgeOptions.LimitWarning warning = clock.warned();
        warn(owner, warning.toOwner(), warning.sound());
        warn(peer, warning.toPeer(), warning.sound());
        flow();
    }

    private void warn(BridgedParty party, boolean wanted, String sound) {
        if (wanted && party.hearsOther()) {
            int number = new AudioPlayer(party.channel(), pbx.sounds()).start(sound);
            party.warned = number != 0;
            party.warningNumber = number;
        }
    }

    private void endWarning(BridgedParty party, int number) {
        if (party.warned && party.warningNumber == number) {
            party.warned = false;
            flow();
        }
    }

    private void flow() {
        audio.flow(owner.hearsOther(), peer.hearsOther());
    }
}
