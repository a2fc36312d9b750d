package org.asterism.iax2.channel;

import org.asterism.core.event.Event;
import org.asterism.core.event.EventBus;
import org.asterism.core.event.EventClass;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.registrant.RegistrantListener;
import org.asterism.iax2.registrant.RegistrantState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people and the manager interface how our registrations fare. Lives on the shard's thread. */
final class RegistrationNews implements RegistrantListener {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationNews.class);

    private final EventBus events;

    RegistrationNews(EventBus events) {
        this.events = events;
    }

    @Override
    public void onRegistered(RegisterLine line, String host, String perceived, int messages) {
        LOG.info("Registered IAX2 to '{}', who sees us at {} with {}", host, perceived, waiting(messages));
        events.publish(event(line, host, "Registered"));
    }

    private static String waiting(int messages) {
        if (messages < 0) {
            return "no messages waiting";
        }
        int fresh = messages & 0xFF;
        int old = messages >>> Byte.SIZE;
        return fresh > 1
                ? fresh + " new messages waiting"
                : fresh == 1
                        ? "1 new message waiting"
                        : old == 0 ? "no messages waiting" : old + " old message" + (old == 1 ? "" : "s") + " waiting";
    }

    @Override
    public void onRejected(RegisterLine line, String host, String cause) {
        LOG.info("Registration of '{}' rejected: '{}' from: '{}'", line.user(), cause, host);
        events.publish(event(line, host, "Rejected", "Cause", cause));
    }

    @Override
    public void onTrouble(RegisterLine line, String host, RegistrantState state) {
        switch (state) {
            case TIMEOUT -> LOG.info("IAX2 registration of '{}' with {} timed out, trying again", line.user(), host);
            case NO_AUTHENTICATION ->
                LOG.warn(
                        "I don't know how to authenticate {} to {}: the register line at {} has no secret or key for"
                                + " it",
                        line.user(),
                        host,
                        line.where());
            default -> LOG.warn("IAX2 registration of '{}': no address for {} now", line.user(), host);
        }
    }

    private static Event event(RegisterLine line, String host, String status, String... more) {
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
        return Event.of("Registry", EventClass.SYSTEM, fields);
    }
}
