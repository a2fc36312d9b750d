package org.asterism.iax2.wire;

import org.jspecify.annotations.Nullable;

/** Commands of IAX frames (RFC 5456 section 8.4 and Asterisk's additions) with what the transport has to know of each. */
public enum IaxCommand {
    /** Asks for a call (RFC 5456 section 6.2.2). */
    NEW(1, "NEW    "),
    /** Asks for a PONG on an established call (6.7.2). */
    PING(2, "PING   "),
    /** Answers PING and POKE; carries the receiver report (6.7.3). */
    PONG(3, "PONG   "),
    /** Acknowledges a frame that nothing else acknowledged (6.9.1). */
    ACK(4, "ACK    "),
    /** Ends a call (6.2.5). */
    HANGUP(5, "HANGUP "),
    /** Refuses a call (6.2.4). */
    REJECT(6, "REJECT "),
    /** Accepts a call and names its codec (6.2.3). */
    ACCEPT(7, "ACCEPT "),
    /** Challenges the caller (6.2.7). */
    AUTHREQ(8, "AUTHREQ"),
    /** Answers AUTHREQ (6.2.6). */
    AUTHREP(9, "AUTHREP"),
    /** The call does not exist (6.9.2). */
    INVAL(10, "INVAL  "),
    /** Asks for a LAGRP (6.7.4). */
    LAGRQ(11, "LAGRQ  "),
    /** Echoes the timestamp of LAGRQ (6.7.5). */
    LAGRP(12, "LAGRP  "),
    /** Asks for a registration (6.1.2). */
    REGREQ(13, "REGREQ "),
    /** Challenges a registrant (6.1.3). */
    REGAUTH(14, "REGAUTH"),
    /** Grants a registration (6.1.4). */
    REGACK(15, "REGACK "),
    /** Refuses a registration (6.1.5). */
    REGREJ(16, "REGREJ "),
    /** Releases a registration (6.1.6). */
    REGREL(17, "REGREL "),
    /** Asks for everything from ISeqno on to be sent again (6.9.3). */
    VNAK(18, "VNAK   "),
    /** Asks whether a number exists (6.8.1). */
    DPREQ(19, "DPREQ  "),
    /** Answers DPREQ (6.8.2). */
    DPREP(20, "DPREP  "),
    /** Dials on a call that was opened without a number (6.8.3). */
    DIAL(21, "DIAL   "),
    /** Asks an end to talk to the other end directly (6.5.2). */
    TXREQ(22, "TXREQ  "),
    /** Probes the direct path (6.5.3). */
    TXCNT(23, "TXCNT  "),
    /** Answers TXCNT (6.5.4). */
    TXACC(24, "TXACC  "),
    /** The direct path works (6.5.5). */
    TXREADY(25, "TXREADY"),
    /** Leave the middle peer (6.5.6). */
    TXREL(26, "TXREL  "),
    /** The direct path does not work (6.5.8). */
    TXREJ(27, "TXREJ  "),
    /** Stop sending media (6.4.4). */
    QUELCH(28, "QUELCH "),
    /** Send media again (6.4.5). */
    UNQUELCH(29, "UNQUELCH"),
    /** Asks for a PONG outside any call (6.7.1). */
    POKE(30, "POKE   "),
    /** Never implemented by anybody. */
    PAGE(31, "PAGE   "),
    /** Message waiting; not implemented by Asterisk (6.9.4). */
    MWI(32, "MWI    "),
    /** The command is not known (6.9.5). */
    UNSUPPORT(33, "UNSPRTD"),
    /** Call another number instead (6.4.6). */
    TRANSFER(34, "TRANSFR"),
    /** Configures a device; Asterisk assignment. */
    PROVISION(35, "PROVISN"),
    /** Asks for a block of firmware; Asterisk assignment. */
    FWDOWNL(36, "FWDWNLD"),
    /** A block of firmware; Asterisk assignment. */
    FWDATA(37, "FWDATA "),
    /** Send media, but not signalling, to the other end directly (6.5.7). */
    TXMEDIA(38, "TXMEDIA"),
    /** New key of the sending direction; Asterisk assignment. */
    RTKEY(39, "RTKEY  "),
    /** Prove your address first (RFC 5457, Asterisk). */
    CALLTOKEN(40, "CTOKEN ");

    private static final @Nullable IaxCommand[] BY_NUMBER = new IaxCommand[256];

    static {
        for (IaxCommand command : values()) {
            BY_NUMBER[command.number] = command;
        }
    }

    private final int number;
    private final String label;

    IaxCommand(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /**
     * The command with that number.
     *
     * @param number subclass byte, 0..255.
     * @return null if nobody has assigned it: answer UNSUPPORT.
     */
    public static @Nullable IaxCommand of(int number) {
        return BY_NUMBER[number & 0xFF];
    }

    /** The subclass on the wire. */
    public int number() {
        return number;
    }

    /** The name as Asterisk's debug output prints it, padded to seven characters. */
    public String label() {
        return label;
    }

    /** As {@link #label()}, with {@code Unknown} for a number that is no command. */
    public static String label(int number) {
        IaxCommand command = of(number);
        return command == null ? "Unknown" : command.label;
    }

    /**
     * Whether a frame with this command has a place in the sequence: the receiver counts it in its ISeqno and owes an
     * acknowledgement. ACK, INVAL, VNAK, TXCNT and TXACC have none (RFC 5456 section 7).
     */
    public boolean isSequenced() {
        return switch (this) {
            case ACK, INVAL, VNAK, TXCNT, TXACC -> false;
            default -> true;
        };
    }

    /** Whether a frame with this command is processed although its OSeqno is not the expected one. */
    public boolean isAcceptedOutOfOrder() {
        return switch (this) {
            case ACK, INVAL, VNAK, TXCNT, TXACC, TXREADY, TXREL, UNQUELCH -> true;
            default -> false;
        };
    }

    /**
     * Whether the timestamp is copied from the frame this one answers, so that it says nothing about the sender's
     * clock and must not move the receiver's reference.
     */
    public boolean echoesTimestamp() {
        return this == ACK || this == PONG || this == LAGRP;
    }
}
