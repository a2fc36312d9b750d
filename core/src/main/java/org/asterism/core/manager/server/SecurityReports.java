package org.asterism.core.manager.server;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.asterism.core.log.LogLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Tells of log-ins and refusals: as events of class security, and as lines of level SECURITY in the log. No password, challenge
 * or digest is ever among the fields.
 */
final class SecurityReports {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityReports.class);
    private static final Marker MARKER = MarkerFactory.getMarker(LogLevel.SECURITY_MARKER);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final EventBus events;

    SecurityReports(EventBus events) {
        this.events = events;
    }

    /** Tells of something that was done under a name, which may be nobody's. */
    void report(ManagerSession session, String what, String account, String... more) {
        boolean good = what.equals("SuccessfulAuth") || what.equals("ChallengeSent");
        List<String> fields = new ArrayList<>(List.of(
                "EventTV", TIME.format(Instant.now()),
                "Severity", good ? "Informational" : "Error",
                "Service", "AMI",
                "EventVersion", "1",
                "AccountID", printable(account),
                "SessionID", "0x%x".formatted(session.number()),
                "LocalAddress", address(session.local()),
                "RemoteAddress", address(session.remote())));
        for (String each : more) {
            fields.add(printable(each));
        }
        fields.add("SessionTV");
        fields.add(TIME.format(session.began()));
        Event event = Event.of(what, EventClass.SECURITY, fields.toArray(new String[0]));
        events.publish(event);
        if (LOG.isInfoEnabled(MARKER)) {
            LOG.info(
                    MARKER,
                    "SecurityEvent=\"{}\",{}",
                    what,
                    event.fields().stream()
                            .map(field -> field.name() + "=\"" + field.value().replace("\"", "\\\"") + "\"")
                            .collect(Collectors.joining(",")));
        }
    }

    /** What a stranger sent, without what would move a terminal's cursor, and not endlessly long. */
    static String printable(String text) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "..." : text;
        return shown.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String address(InetSocketAddress address) {
        String family = address.getAddress() instanceof Inet4Address ? "IPV4" : "IPV6";
        return family + "/TCP/" + address.getAddress().getHostAddress() + "/" + address.getPort();
    }
}
