package org.asterism.iax2.config;

import java.net.InetSocketAddress;
import java.util.List;
import org.asterism.core.security.AccessList;
import org.asterism.iax2.wire.IaxCodec;

/**
 * What {@code [general]} says, defaults filled in.
 *
 * @param bindAddresses        where to listen; the first is the default source
 * @param delayReject          hold refusals back for a second
 * @param srvLookup            look up SRV records
 * @param accountCode          account of calls
 * @param language             language of prompts, empty to take the caller's
 * @param codecs               codecs permitted, most wanted first
 * @param codecPriority        whose order counts
 * @param authMethods          {@link org.asterism.iax2.wire.AuthMethods} bits, 0 when not set
 * @param forceEncryption      refuse what is not encrypted
 * @param minRegExpireSeconds  shortest registration granted
 * @param maxRegExpireSeconds  longest registration granted
 * @param authDebug            log failed authentication
 * @param tos                  the TOS byte of sent packets
 * @param regContext           contexts for extensions of registered peers
 * @param autokillMs           give up a call without any answer after twice this, 0 for never
 * @param calltokenOptional    addresses that need no call token
 * @param maxCallNumbers       calls per remote address
 * @param maxNonvalidated      calls without a call token
 * @param callTokenExpiryMs    how long a call token is good
 * @param shrinkCallerId       remove punctuation from caller numbers
 * @param pingMs               between PINGs
 * @param lagrqMs              between LAGRQs
 * @param maxAuthRequests      open challenges per user, 0 for no limit
 */
public record GeneralSettings(
        List<InetSocketAddress> bindAddresses,
        boolean delayReject,
        boolean srvLookup,
        String accountCode,
        String language,
        List<IaxCodec> codecs,
        CodecPriority codecPriority,
        int authMethods,
        boolean forceEncryption,
        int minRegExpireSeconds,
        int maxRegExpireSeconds,
        boolean authDebug,
        int tos,
        List<String> regContext,
        int autokillMs,
        AccessList calltokenOptional,
        int maxCallNumbers,
        int maxNonvalidated,
        int callTokenExpiryMs,
        boolean shrinkCallerId,
        int pingMs,
        int lagrqMs,
        int maxAuthRequests) {}
