package org.asterism.iax2.call;

import java.net.InetAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.asterism.iax2.config.User;
import org.jspecify.annotations.Nullable;

/** What incoming calls are let in by and connected to: configuration and dialplan. Called on the shard's thread, must not block. */
public interface CallService {
    /** {@return whether new calls are taken now} */
    boolean acceptsCalls();

    /** {@return whether refusals of those who could not prove who they are wait a second: {@code delayreject}} */
    boolean delaysRefusals();

    /** {@return whether punctuation is taken out of callers' numbers: {@code shrinkcallerid}} */
    boolean shrinksCallerId();

    /** {@return {@code maxauthreq} for names that no user has: they must look as if they had one} */
    int maxAuthRequests();

    /**
     * Whose call a NEW is.
     *
     * @param call   what it says
     * @param source where it comes from
     * @return the user, or null
     */
    @Nullable
    User userFor(NewCall call, InetAddress source);

    /**
     * Finds the secrets of a user, in the configuration or in AstDB.
     *
     * @param user   whose
     * @param shard  the call's thread, the caller of this
     * @param answer is given them by that thread, now or later
     */
    void secrets(User user, Executor shard, Consumer<List<String>> answer);

    /**
     * Finds a public key.
     *
     * @param name its name, one of {@code inkeys}
     * @return the key, or null
     */
    @Nullable
    PublicKey publicKey(String name);

    /**
     * Whether an extension exists.
     *
     * @param context   where
     * @param extension what
     * @param caller    the caller's number
     * @return whether a call to it would be connected
     */
    boolean exists(String context, String extension, String caller);

    /**
     * What DPREP says of a number (RFC 5456 section 8.6.19).
     *
     * @param context   where
     * @param extension the digits so far
     * @param caller    the caller's number
     * @return bits of DIALPLAN STATUS
     */
    int dialplanStatus(String context, String extension, String caller);

    /**
     * Connects a call.
     *
     * @param call     the call, accepted
     * @param accepted who and where to
     * @return is told what happens to it from now on
     */
    CallObserver begin(Call call, AcceptedCall accepted);
}
