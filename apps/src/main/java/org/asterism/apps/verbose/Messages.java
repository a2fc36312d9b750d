package org.asterism.apps.verbose;

import java.util.List;
import java.util.Locale;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.log.Verbose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verbose and Log. */
final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger("dialplan");
    private static final int MAX_LEVEL = 10;

    private Messages() {}

    static List<Application> applications() {
        return List.of(verbose(), log());
    }

    private static Application verbose() {
        Documentation documentation = new Documentation(
                "Send arbitrary text to verbose output.",
                "Verbose([level,]message)",
                "Consoles show it from that verbosity on.",
                List.of("level - 0 to 10, 0 unless it is given", "message - the text"));
        return new DeclaredApplication("Verbose", documentation, (_, text) -> {
            int comma = text.indexOf(',');
            int level = comma < 0 ? -1 : level(text.substring(0, comma).strip());
            Verbose.say(Math.max(0, level), level < 0 ? text : text.substring(comma + 1));
        });
    }

    private static Application log() {
        Documentation documentation = new Documentation(
                "Send arbitrary text to a selected log level.",
                "Log(level,message)",
                "The line tells where in the dialplan it comes from.",
                List.of("level - ERROR, WARNING, NOTICE, DEBUG or VERBOSE", "message - the text"));
        return new DeclaredApplication("Log", documentation, (channel, text) -> {
            int comma = text.indexOf(',');
            String level = (comma < 0 ? text : text.substring(0, comma)).strip().toUpperCase(Locale.ROOT);
            String message =
                    place(channel) + (comma < 0 ? "" : text.substring(comma + 1).strip());
            switch (level) {
                case "ERROR" -> LOG.error("{}", message);
                case "WARNING" -> LOG.warn("{}", message);
                case "NOTICE" -> LOG.info("{}", message);
                case "DEBUG" -> LOG.debug("{}", message);
                case "VERBOSE" -> Verbose.say(0, message);
                default -> LOG.error("Log: unknown level '{}'; it is ERROR, WARNING, NOTICE, DEBUG or VERBOSE", level);
            }
        });
    }

    private static String place(Channel channel) {
        DialplanPosition position = channel.position();
        return "Ext. " + position.extension() + ":" + position.priority() + " @ " + position.context() + ": ";
    }

    /** A verbosity, or -1 for what is none. */
    private static int level(String text) {
        return text.length() <= 2 && !text.isEmpty() && text.chars().allMatch(Character::isDigit)
                ? Math.min(MAX_LEVEL, Integer.parseInt(text))
                : -1;
    }
}
