package org.asterism.outreg.registration;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.asterism.core.registration.RegistrationPacer;
import org.asterism.outreg.config.AuthSettings;
import org.asterism.outreg.sip.SipStack;
import org.asterism.outreg.sip.digest.Authenticator;
import org.jspecify.annotations.Nullable;

/**
 * What all registrations share.
 *
 * @param stack         sends requests
 * @param random        draws names and delays; must not be foreseeable
 * @param authenticator answers challenges
 * @param auths         the auth object of a name, null when there is none
 * @param pacer         spreads first requests and retries
 * @param reports       tells people
 * @param ended         takes a registration that has left for good
 */
record Surroundings(
        SipStack stack,
        RandomGenerator random,
        Authenticator authenticator,
        Function<String, @Nullable AuthSettings> auths,
        RegistrationPacer pacer,
        RegistrationReports reports,
        Consumer<OutboundRegistration> ended) {
    long nowMs() {
        return stack.loop().nowMs();
    }

    Identifiers identifiers() {
        return new Identifiers(random);
    }

    /** {@return the names of the transports that are bound} */
    List<String> transports() {
        return stack.transports().stream().map(each -> each.name()).toList();
    }
}
