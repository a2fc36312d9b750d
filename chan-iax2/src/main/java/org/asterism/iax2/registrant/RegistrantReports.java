package org.asterism.iax2.registrant;

import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.asterism.core.log.Verbose;
import org.asterism.iax2.config.RegisterLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people and the manager interface of registrations, as chan_iax2 does. */
public final class RegistrantReports implements RegistrantListener {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrantReports.class);

    private final EventBus events;

    /**
     * @param events where Registry events go
     */
    public RegistrantReports(EventBus events) {
        this.events = events;
    }

    @Override
    public void onRegistered(RegisterLine line, String host, String perceived, int messages) {
        Verbose.say(
                3, "Registered IAX2 to '" + host + "', who sees us as " + perceived + " with " + messages(messages));
        publish(line, host, "Registered");
    }

    @Override
    public void onRejected(RegisterLine line, String host, String cause) {
        LOG.info("Registration of '{}' rejected: '{}' from: '{}'", line.user(), cause, host);
        publish(line, host, "Rejected", "Cause", cause);
    }

    @Override
    public void onTrouble(RegisterLine line, String host, RegistrantState state, String why) {
        switch (state) {
            case TIMEOUT -> LOG.info("Registration of '{}' timed out: no answer from {}", line.user(), host);
            case NO_AUTHENTICATION ->
                LOG.warn(
                        "Registration of '{}' with {} needs proof that {} does not give: write the secret or [key]"
                                + " into it, or auth=plaintext into [general] if the secret may be sent in clear",
                        line.user(),
                        host,
                        line.where());
            default -> LOG.warn("Registration of '{}' of {} cannot be sent: {}", line.user(), line.where(), why);
        }
    }

    private void publish(RegisterLine line, String host, String status, String... more) {
        String[] fields = new String[8 + more.length];
        fields[0] = "ChannelType";
        fields[1] = "IAX2";
        fields[2] = "Username";
        fields[3] = line.user();
        fields[4] = "Domain";
        fields[5] = host;
        fields[6] = "Status";
        fields[7] = status;
        System.arraycopy(more, 0, fields, 8, more.length);
        events.publish(Event.of("Registry", EventClass.SYSTEM, fields));
    }

    private static String messages(int count) {
        if (count <= 0) {
            return "no messages waiting";
        }
        int fresh = count & 0xFF;
        int old = count >> 8;
        return fresh > 0 && old > 0
                ? fresh + " new and " + old + " old messages waiting"
                : fresh > 0 ? fresh + " new messages waiting" : old + " old messages waiting";
    }
}
