package org.asterism.iax2.config;

import java.util.List;
import org.asterism.core.channel.CallerId;
import org.asterism.core.security.AccessList;
import org.asterism.iax2.wire.IaxCodec;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may register with us and whom we may call: the peer half of a section. Never printed as a whole, because it holds
 * secrets.
 *
 * @param name            what Dial and USERNAME call it
 * @param host            address or name; empty for a dynamic peer and for one without an address
 * @param dynamic         whether it registers
 * @param port            port of {@code host} or {@code defaultIp}
 * @param defaultIp       address while it is not registered, empty for none
 * @param secret          shared secret, empty for none
 * @param authMethods     {@link org.asterism.iax2.wire.AuthMethods} bits: what registrations may use, and what we answer with
 * @param inKeys          names of RSA public keys for registrations
 * @param outKey          name of the RSA private key for calls to it, empty for none
 * @param userName        USERNAME of calls to it, empty for none
 * @param context         context of the section
 * @param peerContext     CALLED_CONTEXT of calls to it, empty for none
 * @param access          addresses it may register from
 * @param callerId        sent back in REGACK, or {@code null}
 * @param qualify         whether and how it is checked
 * @param trunk           whether it asks for trunk frames
 * @param encryption      whether it asks for encryption
 * @param forceEncryption no call without encryption
 * @param sendAni         send the ANI
 * @param mailboxes       mailboxes whose messages are counted
 * @param description     text in listings
 * @param maxCallNumbers  calls at a time, 0 for the general limit
 * @param callToken       whether registrations must carry a call token
 * @param codecs          codecs permitted, most wanted first
 * @param regExtensions   extensions made in regcontext
 */
public record Peer(
        String name,
        String host,
        boolean dynamic,
        int port,
        String defaultIp,
        String secret,
        int authMethods,
        List<String> inKeys,
        String outKey,
        String userName,
        String context,
        String peerContext,
        AccessList access,
        @Nullable CallerId callerId,
        Qualify qualify,
        boolean trunk,
        boolean encryption,
        boolean forceEncryption,
        boolean sendAni,
        List<String> mailboxes,
        String description,
        int maxCallNumbers,
        CallTokenRequirement callToken,
        List<IaxCodec> codecs,
        List<String> regExtensions) {
    /**
     * How a peer is checked with POKE.
     *
     * @param maxMs       longest good round trip; 0 when it is not checked
     * @param smoothing   average the last two round trips
     * @param okEveryMs   between checks while it answers
     * @param notOkEveryMs between checks while it does not
     */
    public record Qualify(int maxMs, boolean smoothing, int okEveryMs, int notOkEveryMs) {
        /** {@return whether it is checked at all} */
        public boolean isOn() {
            return maxMs > 0;
        }
    }

    /** {@return whether it must prove who it is to register} */
    public boolean needsAuthentication() {
        return !secret.isEmpty() || !inKeys.isEmpty();
    }

    /** {@return the name, or name and user name, as listings show it} */
    public String display() {
        return userName.isEmpty() ? name : name + "/" + userName;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "peer " + name;
    }
}
