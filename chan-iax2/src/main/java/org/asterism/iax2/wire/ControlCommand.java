package org.asterism.iax2.wire;

import org.jspecify.annotations.Nullable;

/**
 * Subclasses of CONTROL frames (RFC 5456 section 8.3 and Asterisk's numbers), with Asterisk 22's rule of what may
 * cross the wire. What may not is neither sent nor believed: it is acknowledged and dropped.
 */
public enum ControlCommand {
    /** The other side's leg has hung up; the IAX command HANGUP follows. */
    HANGUP(1, "HANGUP ", WireRule.ALLOWED),
    /** Local ring. */
    RING(2, "RING   ", WireRule.ALLOWED),
    /** The called party is being alerted. */
    RINGING(3, "RINGING", WireRule.ALLOWED),
    /** The called party has answered. */
    ANSWER(4, "ANSWER ", WireRule.ALLOWED),
    /** The called party is busy: hang-up cause 17. */
    BUSY(5, "BUSY   ", WireRule.ALLOWED),
    /** Take the line off hook. */
    TAKE_OFF_HOOK(6, "TKOFFHK", WireRule.ALLOWED),
    /** The line is off hook. */
    OFF_HOOK(7, "OFFHOOK", WireRule.ALLOWED),
    /** No circuit: hang-up cause 34. */
    CONGESTION(8, "CONGSTN", WireRule.ALLOWED),
    /** Hook flash. */
    FLASH(9, "FLASH  ", WireRule.ALLOWED),
    /** Wink. */
    WINK(10, "WINK   ", WireRule.ALLOWED),
    /** Channel option; its data is opaque and may be ignored. */
    OPTION(11, "OPTION ", WireRule.ALLOWED),
    /** Key the transmitter of a radio. */
    RADIO_KEY(12, "RDKEY  ", WireRule.ALLOWED),
    /** Unkey the transmitter of a radio. */
    RADIO_UNKEY(13, "RDUNKEY", WireRule.ALLOWED),
    /** Early media is there. */
    PROGRESS(14, "PROGRES", WireRule.ALLOWED),
    /** The call is being routed. */
    PROCEEDING(15, "PROCDNG", WireRule.ALLOWED),
    /** Hold; the payload may name a music class. */
    HOLD(16, "HOLD   ", WireRule.ALLOWED),
    /** End of hold. */
    UNHOLD(17, "UNHOLD ", WireRule.ALLOWED),
    /** Send a complete picture. */
    VIDEO_UPDATE(18, "VIDUPDT", WireRule.ALLOWED),
    /** Obsolete. */
    T38(19, "T38    ", WireRule.BLOCKED),
    /** The source of media changed. */
    SOURCE_UPDATE(20, "SRCUPDT", WireRule.BLOCKED),
    /** Status of a transfer. */
    TRANSFER(21, "TXFER  ", WireRule.BLOCKED),
    /** New identity of the connected party; needs the peer's {@code connectedline} option. */
    CONNECTED_LINE(22, "CNLINE ", WireRule.CONNECTED_LINE),
    /** The call was diverted; needs the peer's {@code connectedline} option. */
    REDIRECTING(23, "REDIR  ", WireRule.CONNECTED_LINE),
    /** Negotiation of T.38, in the sender's native layout. */
    T38_PARAMETERS(24, "T38PARM", WireRule.ALLOWED),
    /** Call completion. */
    CALL_COMPLETION(25, "CC ERR!", WireRule.BLOCKED),
    /** The source of media changed and with it its timestamps. */
    SOURCE_CHANGE(26, "SRCCHG ", WireRule.BLOCKED),
    /** Run an action on reading. */
    READ_ACTION(27, "READACT", WireRule.BLOCKED),
    /** Advice of charge. */
    ADVICE_OF_CHARGE(28, "AOC    ", WireRule.ALLOWED),
    /** End of the frame queue. */
    END_OF_QUEUE(29, "ENDOFQ ", WireRule.BLOCKED),
    /** The number is incomplete. */
    INCOMPLETE(30, "INCOMPL", WireRule.ALLOWED),
    /** Malicious call identification. */
    MALICIOUS_CALL(31, "MCID   ", WireRule.ALLOWED),
    /** New RTP address. */
    UPDATE_RTP_PEER(32, "UPDRTPP", WireRule.BLOCKED),
    /** Technology-specific cause code. */
    PRIVATE_CAUSE_CODE(33, "PCAUSEC", WireRule.BLOCKED),
    /** A masquerade is about to happen. */
    MASQUERADE_NOTIFY(34, "(34?)", WireRule.BLOCKED),
    /** Ask for other streams. */
    STREAM_TOPOLOGY_REQUEST(35, "(35?)", WireRule.BLOCKED),
    /** Streams have changed. */
    STREAM_TOPOLOGY_CHANGED(36, "(36?)", WireRule.BLOCKED),
    /** The source of streams has changed. */
    STREAM_TOPOLOGY_SOURCE_CHANGED(37, "(37?)", WireRule.BLOCKED),
    /** Stop ring-back and other tones: {@link Subclass#NONE}. Asterisk sends it after nearly every ANSWER. */
    STOP_INDICATIONS(Subclass.RAW_NONE, "(255?)", WireRule.ALLOWED);

    private enum WireRule {
        ALLOWED,
        BLOCKED,
        CONNECTED_LINE
    }

    private static final @Nullable ControlCommand[] BY_NUMBER = new ControlCommand[256];

    static {
        for (ControlCommand command : values()) {
            BY_NUMBER[command.number] = command;
        }
    }

    private final int number;
    private final String label;
    private final WireRule rule;

    ControlCommand(int number, String label, WireRule rule) {
        this.number = number;
        this.label = label;
        this.rule = rule;
    }

    /**
     * The command with that number.
     *
     * @param number subclass byte, 0..255.
     * @return null if nobody has assigned it.
     */
    public static @Nullable ControlCommand of(int number) {
        return BY_NUMBER[number & 0xFF];
    }

    /** The subclass byte on the wire. */
    public int number() {
        return number;
    }

    /** The name as Asterisk's debug output prints it, padded to seven characters. */
    public String label() {
        return label;
    }

    /** As {@link #label()}, with {@code (n?)} for a number that is no command. */
    public static String label(int number) {
        ControlCommand command = of(number);
        return command == null ? "(" + number + "?)" : command.label;
    }

    /**
     * Whether this may be sent to, and believed from, a peer.
     *
     * @param identityAllowed whether the peer's {@code connectedline} option permits this direction.
     */
    public boolean isAllowedOnWire(boolean identityAllowed) {
        return rule == WireRule.ALLOWED || (identityAllowed && rule == WireRule.CONNECTED_LINE);
    }
}
