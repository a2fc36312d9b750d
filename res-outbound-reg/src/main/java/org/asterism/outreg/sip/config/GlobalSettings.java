package org.asterism.outreg.sip.config;

import java.time.Duration;
import java.util.List;
import org.asterism.outreg.sip.digest.Algorithm;

/**
 * The {@code type=system} and {@code type=global} sections of pjsip.conf, as far as the stack and its users need them.
 *
 * @param t1                  {@code timer_t1}: estimate of a round trip, in ms; the first retransmission waits so long
 * @param transactionTimeout  {@code timer_b}: after this a request without an answer is given up, in ms
 * @param userAgent           {@code user_agent}
 * @param maxForwards         {@code max_forwards}
 * @param keepAliveInterval   {@code keep_alive_interval} of TCP and TLS connections, zero for none
 * @param defaultRealm        {@code default_realm}
 * @param algorithmsUac       {@code default_auth_algorithms_uac}
 * @param algorithmsUas       {@code default_auth_algorithms_uas}
 * @param debug               {@code debug}: {@code yes}, {@code no} or the host whose messages are logged
 */
public record GlobalSettings(
        int t1,
        int transactionTimeout,
        String userAgent,
        int maxForwards,
        Duration keepAliveInterval,
        String defaultRealm,
        List<Algorithm> algorithmsUac,
        List<Algorithm> algorithmsUas,
        String debug) {
    /** Keeps the lists from changing. */
    public GlobalSettings {
        algorithmsUac = List.copyOf(algorithmsUac);
        algorithmsUas = List.copyOf(algorithmsUas);
    }
}
