package org.asterism.iax2.engine;

/**
 * Answers requests that need no dialog: REGREQ and REGREL (RFC 5456 section 6.1). Called on the shard's thread, must not block.
 *
 * <p>First requests have proved their address by a call token, unless the configuration does not ask for one. Requests with a
 * destination call number, those that answer a challenge, carry no token: the challenge is the proof.
 */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Answers a request, now or later. Nothing is kept of it: a request that comes again because the answer was lost is answered
     * again.
     *
     * @param request valid during this call
     */
    void onRequest(StatelessRequest request);
}
