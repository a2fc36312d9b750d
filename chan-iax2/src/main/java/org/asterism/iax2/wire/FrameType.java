package org.asterism.iax2.wire;

/**
 * Types of full frames (RFC 5456 section 8.2; 12 is Asterisk's). Constants instead of an enum because voice frames
 * pass here.
 */
public final class FrameType {
    /** End of a DTMF digit, or the whole digit from peers that send no {@link #DTMF_BEGIN}; subclass = ASCII digit. */
    public static final int DTMF_END = 1;
    /** Audio; subclass = codec bit. */
    public static final int VOICE = 2;
    /** Video; subclass = codec bit and {@link Subclass#VIDEO_MARK}. */
    public static final int VIDEO = 3;
    /** Call progress and mid-call signals; subclass = {@link ControlCommand}. */
    public static final int CONTROL = 4;
    /** Not transmitted. */
    public static final int NULL = 5;
    /** The protocol itself; subclass = {@link IaxCommand}, payload = information elements. */
    public static final int IAX = 6;
    /** Text message. */
    public static final int TEXT = 7;
    /** Image; subclass = codec bit. */
    public static final int IMAGE = 8;
    /** HTML command. */
    public static final int HTML = 9;
    /** Comfort noise; subclass = level in -dBov. */
    public static final int COMFORT_NOISE = 10;
    /** Modem over IP. */
    public static final int MODEM = 11;
    /** Beginning of a DTMF digit; subclass = ASCII digit. */
    public static final int DTMF_BEGIN = 12;

    private static final String[] LABELS = {
        "(0?)", "DTMF_E ", "VOICE  ", "VIDEO  ", "CONTROL", "NULL   ", "IAX    ", "TEXT   ", "IMAGE  ", "HTML   ",
        "CNG    ", "MODEM  ", "DTMF_B "
    };

    private FrameType() {}

    /** Whether the number is a type that may cross the wire. */
    public static boolean isKnown(int type) {
        return type >= DTMF_END && type <= DTMF_BEGIN;
    }

    /** The type as Asterisk's debug output prints it: padded to seven characters, {@code (n?)} for an unknown number. */
    public static String label(int type) {
        return type >= 0 && type < LABELS.length ? LABELS[type] : "(" + type + "?)";
    }
}
