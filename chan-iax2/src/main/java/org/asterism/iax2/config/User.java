package org.asterism.iax2.config;

import java.util.List;
import org.asterism.core.channel.CallerId;
import org.asterism.core.security.AccessList;
import org.asterism.iax2.wire.IaxCodec;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may call us: the user half of a section. Never printed as a whole, because it holds secrets.
 *
 * @param name                 matched against USERNAME
 * @param secrets              any of them is good; empty for none
 * @param dbSecret             {@code family/key} of a secret in AstDB, empty for none
 * @param authMethods          {@link org.asterism.iax2.wire.AuthMethods} bits offered to the user
 * @param inKeys               names of RSA public keys
 * @param contexts             contexts the user may call, the first by default; {@code *} for any; never empty
 * @param anyExplicitContext   whether the section named contexts at all: if not, callers may not name one
 * @param access               addresses the user may call from
 * @param callerId             overrides what the caller says, or {@code null}
 * @param variables            {@code NAME=value} set on each call
 * @param codecs               codecs permitted, most wanted first
 * @param codecPriority        whose order counts
 * @param accountCode          account of the calls
 * @param language             language of prompts, empty to take the caller's
 * @param maxAuthRequests      open challenges, 0 for no limit
 * @param callToken            whether calls must carry a call token
 * @param forceEncryption      refuse calls that are not encrypted
 */
public record User(
        String name,
        List<String> secrets,
        String dbSecret,
        int authMethods,
        List<String> inKeys,
        List<String> contexts,
        boolean anyExplicitContext,
        AccessList access,
        @Nullable CallerId callerId,
        List<String> variables,
        List<IaxCodec> codecs,
        CodecPriority codecPriority,
        String accountCode,
        String language,
        int maxAuthRequests,
        CallTokenRequirement callToken,
        boolean forceEncryption) {
    /** {@return whether the user must prove who he is} */
    public boolean needsAuthentication() {
        return !secrets.isEmpty() || !dbSecret.isEmpty() || !inKeys.isEmpty();
    }

    /**
     * Whether a call that names a context may be this user's.
     *
     * @param context CALLED_CONTEXT, empty when there is none
     * @return whether the user may go there
     */
    public boolean mayCall(String context) {
        return context.isEmpty() || (anyExplicitContext && (contexts.contains(context) || contexts.contains("*")));
    }

    /** {@return the context of calls that name none} */
    public String defaultContext() {
        return contexts.getFirst();
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "user " + name;
    }
}
