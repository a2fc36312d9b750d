package org.asterism.outreg.config;

import java.util.List;
import org.asterism.core.config.OptionValues;

/**
 * A section {@code type=registration}.
 *
 * @param id            the name of the section
 * @param serverUri     {@code server_uri} as written
 * @param clientUri     {@code client_uri} as written
 * @param outboundProxy {@code outbound_proxy} as written, empty for none
 * @param transport     the name of a transport, empty for any
 * @param expiration    seconds to ask for
 * @param outboundAuth  names of auth objects
 * @param contact       what Contact looks like
 * @param retry         when there is another attempt
 * @param extensions    extensions of SIP
 */
public record RegistrationSettings(
        String id,
        String serverUri,
        String clientUri,
        String outboundProxy,
        String transport,
        long expiration,
        List<String> outboundAuth,
        Contact contact,
        Retry retry,
        Extensions extensions)
        implements PjsipObject {
    /**
     * What Contact looks like.
     *
     * @param user         its user part, empty for {@code s}
     * @param headerParams put behind it, without the first semicolon; empty for none
     * @param line         whether it is marked
     * @param endpoint     the endpoint of calls to it, empty without {@code line}
     */
    public record Contact(String user, String headerParams, boolean line, String endpoint) {}

    /**
     * When there is another attempt; all intervals in seconds.
     *
     * @param maxRandomInitialDelay  the first attempt is made after 1 s and less than this more
     * @param interval               after a temporary failure
     * @param forbiddenInterval      after a 403
     * @param fatalInterval          after any other failure
     * @param maxRetries             how many, -1 for no end
     * @param authRejectionPermanent whether refused credentials are a fatal failure
     * @param backoff                whether waits double
     * @param intervalMax            what doubled waits never exceed
     */
    public record Retry(
            long maxRandomInitialDelay,
            long interval,
            long forbiddenInterval,
            long fatalInterval,
            long maxRetries,
            boolean authRejectionPermanent,
            boolean backoff,
            long intervalMax) {}

    /**
     * Extensions of SIP.
     *
     * @param path               whether {@code Supported} names path
     * @param outbound           whether {@code Supported} names outbound
     * @param mediasec           whether security is negotiated (RFC 3329)
     * @param securityMechanisms what is offered then
     * @param userAgent          {@code User-Agent}, empty for the general one
     */
    public record Extensions(
            boolean path, boolean outbound, boolean mediasec, List<String> securityMechanisms, String userAgent) {
        /** Copies the list. */
        public Extensions {
            securityMechanisms = List.copyOf(securityMechanisms);
        }
    }

    /** Copies the list. */
    public RegistrationSettings {
        outboundAuth = List.copyOf(outboundAuth);
    }

    static RegistrationSettings of(String id, OptionValues values) {
        return new RegistrationSettings(
                id,
                values.get(RegistrationOptions.SERVER_URI),
                values.get(RegistrationOptions.CLIENT_URI),
                values.get(RegistrationOptions.OUTBOUND_PROXY),
                values.get(RegistrationOptions.TRANSPORT),
                values.get(RegistrationOptions.EXPIRATION),
                values.get(RegistrationOptions.OUTBOUND_AUTH),
                new Contact(
                        values.get(RegistrationOptions.CONTACT_USER),
                        values.get(RegistrationOptions.CONTACT_HEADER_PARAMS),
                        values.get(RegistrationOptions.LINE),
                        values.get(RegistrationOptions.ENDPOINT)),
                new Retry(
                        values.get(RegistrationOptions.MAX_RANDOM_INITIAL_DELAY),
                        values.get(RegistrationOptions.RETRY_INTERVAL),
                        values.get(RegistrationOptions.FORBIDDEN_RETRY_INTERVAL),
                        values.get(RegistrationOptions.FATAL_RETRY_INTERVAL),
                        values.get(RegistrationOptions.MAX_RETRIES),
                        values.get(RegistrationOptions.AUTH_REJECTION_PERMANENT),
                        values.get(RegistrationOptions.RETRY_BACKOFF),
                        values.get(RegistrationOptions.RETRY_INTERVAL_MAX)),
                new Extensions(
                        values.get(RegistrationOptions.SUPPORT_PATH),
                        values.get(RegistrationOptions.SUPPORT_OUTBOUND),
                        values.get(RegistrationOptions.SECURITY_NEGOTIATION).equals("mediasec"),
                        values.get(RegistrationOptions.SECURITY_MECHANISMS),
                        values.get(RegistrationOptions.USER_AGENT)));
    }

    @Override
    public List<Parameter> parameters() {
        return new ParameterList()
                .add(RegistrationOptions.SERVER_URI, serverUri)
                .add(RegistrationOptions.CLIENT_URI, clientUri)
                .add(RegistrationOptions.OUTBOUND_PROXY, outboundProxy)
                .add(RegistrationOptions.TRANSPORT, transport)
                .add(RegistrationOptions.EXPIRATION, expiration)
                .add(RegistrationOptions.OUTBOUND_AUTH, outboundAuth)
                .add(RegistrationOptions.CONTACT_USER, contact.user())
                .add(RegistrationOptions.CONTACT_HEADER_PARAMS, contact.headerParams())
                .add(RegistrationOptions.LINE, contact.line())
                .add(RegistrationOptions.ENDPOINT, contact.endpoint())
                .add(RegistrationOptions.MAX_RANDOM_INITIAL_DELAY, retry.maxRandomInitialDelay())
                .add(RegistrationOptions.RETRY_INTERVAL, retry.interval())
                .add(RegistrationOptions.FORBIDDEN_RETRY_INTERVAL, retry.forbiddenInterval())
                .add(RegistrationOptions.FATAL_RETRY_INTERVAL, retry.fatalInterval())
                .add(RegistrationOptions.MAX_RETRIES, retry.maxRetries())
                .add(RegistrationOptions.AUTH_REJECTION_PERMANENT, retry.authRejectionPermanent())
                .addIfSet(RegistrationOptions.RETRY_BACKOFF, retry.backoff())
                .addIfSet(RegistrationOptions.RETRY_INTERVAL_MAX, retry.intervalMax())
                .add(RegistrationOptions.SUPPORT_PATH, extensions.path())
                .add(RegistrationOptions.SUPPORT_OUTBOUND, extensions.outbound())
                .add(RegistrationOptions.SECURITY_NEGOTIATION, extensions.mediasec() ? "mediasec" : "no")
                .addIfSet(RegistrationOptions.SECURITY_MECHANISMS, extensions.securityMechanisms())
                .add(RegistrationOptions.USER_AGENT, extensions.userAgent())
                .sorted();
    }
}
