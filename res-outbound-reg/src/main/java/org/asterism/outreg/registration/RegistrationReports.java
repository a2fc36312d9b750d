package org.asterism.outreg.registration;

import java.util.List;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.asterism.core.registration.RegistrationAnswer;
import org.asterism.core.registration.RegistrationDecision;
import org.asterism.outreg.config.RegistrationSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people and the manager interface of registrations, in Asterisk's words. Any thread. */
final class RegistrationReports {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationReports.class);

    /** What Asterisk calls no response where a number is needed. */
    private static final int TIMED_OUT = 408;

    private final EventBus events;

    /**
     * @param events where {@code Registry} events go
     */
    RegistrationReports(EventBus events) {
        this.events = events;
    }

    /** A request has its final answer, or none. */
    void concluded(
            RegistrationSettings settings, RegistrationAnswer answer, RegistrationDecision decision, String status) {
        if (answer.kind() != RegistrationAnswer.Kind.GRANTED) {
            failed(settings, answer, decision);
        }
        events.publish(Event.of(
                "Registry",
                EventClass.SYSTEM,
                "ChannelType",
                "PJSIP",
                "Username",
                settings.clientUri(),
                "Domain",
                settings.serverUri(),
                "Status",
                status));
    }

    private static void failed(
            RegistrationSettings settings, RegistrationAnswer answer, RegistrationDecision decision) {
        String server = settings.serverUri();
        String client = settings.clientUri();
        long seconds = Math.ceilDiv(Math.max(0, decision.waitMillis()), 1000L);
        switch (decision.rule()) {
            case RETRY_AFTER, TEMPORARY, UNSENT -> {
                if (answer.code() == 0) {
                    LOG.warn(
                            "No response received from '{}' on registration attempt to '{}', retrying in '{}'",
                            server,
                            client,
                            seconds);
                } else {
                    LOG.warn(
                            "Temporal response '{}' received from '{}' on registration attempt to '{}', retrying in"
                                    + " '{}'",
                            answer.code(),
                            server,
                            client,
                            seconds);
                }
            }
            case RETRIES_EXHAUSTED ->
                LOG.warn(
                        "Maximum retries reached when attempting outbound registration to '{}' with client '{}',"
                                + " stopping registration attempt",
                        server,
                        client);
            case FORBIDDEN ->
                LOG.warn(
                        "403 Forbidden fatal response received from '{}' on registration attempt to '{}', retrying in"
                                + " '{}' seconds",
                        server,
                        client,
                        seconds);
            case FATAL ->
                LOG.warn(
                        "'{}' fatal response received from '{}' on registration attempt to '{}', retrying in '{}'"
                                + " seconds",
                        answer.code() == 0 ? TIMED_OUT : answer.code(),
                        server,
                        client,
                        seconds);
            case AUTH_PERMANENT, FATAL_EXHAUSTED, PERMANENT -> {
                if (answer.code() == 0) {
                    LOG.warn("Fatal registration attempt to '{}', stopping outbound registration", server);
                } else {
                    LOG.warn(
                            "Fatal response '{}' received from '{}' on registration attempt to '{}', stopping outbound"
                                    + " registration",
                            answer.code(),
                            server,
                            client);
                }
            }
            case GRANTED, RELEASED, FOLLOW_UP, SUPERSEDED, REMOVED ->
                LOG.debug("'{}' at '{}': {}, {}", client, server, answer.summary(), decision.rule());
        }
    }

    /** A challenge cannot be answered. */
    void unanswerable(RegistrationSettings settings, List<String> problems) {
        problems.forEach(problem -> LOG.info("Outbound registration '{}': {}", settings.id(), problem));
        LOG.warn(
                "Failed to create authenticated REGISTER request to server '{}' from client '{}'",
                settings.serverUri(),
                settings.clientUri());
    }

    /** A request could not even be sent. */
    void unsent(RegistrationSettings settings, String why) {
        LOG.info("Outbound registration '{}': {}", settings.id(), why);
    }

    /** A name in {@code outbound_auth} stands for nothing. */
    void missingAuth(RegistrationSettings settings, String auth) {
        LOG.info("Couldn't find auth '{}'. Cannot authenticate, outbound registration '{}'", auth, settings.id());
    }
}
