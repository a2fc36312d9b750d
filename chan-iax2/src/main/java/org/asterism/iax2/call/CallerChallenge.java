package org.asterism.iax2.call;

import org.asterism.iax2.config.User;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.Challenge;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The challenge that a caller is to answer (RFC 5456 section 6.2.7). It counts against {@code maxauthreq} of the name it is for from its
 * beginning until it is answered or the call ends; a name that no user has is challenged like others. Shard's thread.
 */
final class CallerChallenge {
    private static final Logger LOG = LoggerFactory.getLogger(CallerChallenge.class);

    private final Call call;
    private final IncomingCalls calls;
    private String text = "";
    private @Nullable String countedName;

    CallerChallenge(Call call, IncomingCalls calls) {
        this.call = call;
        this.calls = calls;
    }

    /** Whether it waits for an answer. */
    boolean isOpen() {
        return !text.isEmpty();
    }

    /**
     * Draws a challenge and counts it.
     *
     * @param asked what the caller wants
     * @param found who he says he is, null if that is nobody
     * @return false if there are as many for that name as may be
     */
    boolean begin(NewCall asked, @Nullable User found) {
        String name = found == null ? asked.userName() : found.name();
        int limit = found == null ? calls.service().maxAuthRequests() : found.maxAuthRequests();
        if (!calls.challengeBegins(name, limit)) {
            LOG.warn(
                    "{} challenges of {} are open: call from {} refused",
                    limit,
                    name,
                    call.dialog().remote());
            return false;
        }
        countedName = name;
        text = Challenge.next(call.dialog().shard().random());
        return true;
    }

    /** Sends it. */
    void send(NewCall asked, @Nullable User found) {
        int methods = found == null || found.authMethods() == 0 ? AuthMethods.MD5 : found.authMethods();
        Dialog dialog = call.dialog();
        ElementWriter list = dialog.compose().u16(InformationElement.AUTH_METHODS, methods);
        if ((methods & (AuthMethods.MD5 | AuthMethods.RSA)) != 0) {
            list.text(InformationElement.CHALLENGE, text);
        }
        // The name the caller gave, not the one we found: he need not learn who may call without a name.
        dialog.send(IaxCommand.AUTHREQ, list.text(InformationElement.USERNAME, asked.userName()));
    }

    /** {@return the challenge, which may be answered once; it does not count any more} */
    String take() {
        String asked = text;
        text = "";
        over();
        return asked;
    }

    /** It does not count any more. May be called again. */
    void over() {
        String name = countedName;
        if (name != null) {
            countedName = null;
            calls.challengeEnds(name);
        }
    }
}
