package org.asterism.core.manager.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.asterism.core.NamedRegistry;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.log.Verbose;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.DeclaredAction;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.manager.config.ClassList;
import org.asterism.core.manager.config.EventFilter;
import org.asterism.core.manager.config.ManagerUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions that are about the client's session itself: logging in and out, which events it gets, what it may do. */
final class SessionActions {
    /** What may be asked without having logged in. */
    static final Set<String> BEFORE_LOGIN = Set.of("login", "challenge", "logoff");

    private static final Logger LOG = LoggerFactory.getLogger(SessionActions.class);
    private static final long REFUSAL_DELAY_NS = 1_000_000_000L;

    private final ManagerServer server;
    private final NamedRegistry<ManagerAction> actions;
    private final SecurityReports security;

    SessionActions(ManagerServer server, NamedRegistry<ManagerAction> actions, SecurityReports security) {
        this.server = server;
        this.actions = actions;
        this.security = security;
    }

    List<ManagerAction> all() {
        return List.of(
                action("Challenge", "Generate Challenge for MD5 Auth.", """
                    Gives a challenge to log in with: the Key of Login is the MD5 digest, in hexadecimal, of the challenge
                    followed by the secret. Headers: AuthType, which must be MD5.\
                    """, Set.of(), this::challenge),
                action("Login", "Login Manager.", """
                    Logs in. Headers: Username; Secret, or AuthType: MD5 and Key after a Challenge; Events: on, off or the
                    classes of events to be sent.\
                    """, Set.of(), this::login),
                action("Logoff", "Logoff Manager.", "Ends the session.", Set.of(), SessionActions::logoff),
                action("Events", "Control Event Flow.", """
                    Chooses which events are sent. Headers: EventMask: on, off, or classes of events between
                    commas.\
                    """, Set.of(), this::events),
                action(
                        "Filter",
                        "Dynamically add filters for the current manager session.",
                        """
                        Adds an event filter as eventfilter of manager.conf does. Headers: Operation: Add; MatchCriteria, what
                        stands between the parentheses of eventfilter(...); Filter, what stands after its equals
                        sign.\
                        """,
                        Set.of(EventClass.SYSTEM),
                        SessionActions::filter),
                action(
                        "ListCommands",
                        "List available manager commands.",
                        "Lists the actions that the user may carry out.",
                        Set.of(),
                        this::listCommands));
    }

    private static ManagerAction action(
            String name,
            String synopsis,
            String description,
            Set<EventClass> privileges,
            BiConsumer<ManagerSession, ActionRequest> body) {
        return new DeclaredAction(name, synopsis, description, privileges, request -> {
            if (request.client() instanceof ManagerSession session) {
                body.accept(session, request);
            } else {
                request.error("This action needs a session");
            }
        });
    }

    private void challenge(ManagerSession session, ActionRequest request) {
        if (!request.get("AuthType").equalsIgnoreCase("MD5")) {
            request.error("Must specify AuthType");
            return;
        }
        request.respond("Challenge", session.newChallenge());
        security.report(session, "ChallengeSent", session.userName());
    }

    private void login(ManagerSession session, ActionRequest request) {
        if (session.user() != null) {
            request.success("Already authenticated");
            return;
        }
        String name = request.get("Username");
        ManagerUser user = server.configuration().user(name);
        boolean proven = proves(session, request, user);
        String shown = SecurityReports.printable(name);
        if (user == null || !proven) {
            refuse(session, request, shown, user == null ? "InvalidAccountID" : "InvalidPassword");
            return;
        }
        if (!user.addresses().allows(session.remote().getAddress())) {
            LOG.info("{} failed to pass IP ACL as '{}'", session.host(), shown);
            refuse(session, request, shown, "FailedACL");
            return;
        }
        String mask = request.get("Events");
        session.events().mask(mask.isEmpty() ? EnumSet.allOf(EventClass.class) : mask(mask));
        if (!server.admit(session, user)) {
            security.report(session, "SessionLimit", name);
            LockSupport.parkNanos(REFUSAL_DELAY_NS);
            request.error("Login Already In Use");
            session.end();
            return;
        }
        if (user.displayConnects()) {
            Verbose.say(2, "Manager '" + shown + "' logged on from " + session.host());
        }
        server.wantsChanged();
        request.to(session::welcome).success("Authentication accepted");
        Event booted = server.fullyBooted();
        if (booted != null) {
            server.deliver(session, booted);
        }
        security.report(session, "SuccessfulAuth", user.name(), "UsingPassword", "0");
    }

    /** As long for names that nobody has as for others. */
    private static boolean proves(ManagerSession session, ActionRequest request, @Nullable ManagerUser user) {
        String secret = user == null ? "" : user.secret();
        String given = request.get("Secret");
        if (request.get("AuthType").equalsIgnoreCase("MD5")) {
            String challenge = session.takeChallenge();
            secret = md5((challenge == null ? "" : challenge) + secret);
            given = request.get("Key").strip().toLowerCase(Locale.ROOT);
            return same(secret, given)
                    && challenge != null
                    && user != null
                    && !user.secret().isEmpty();
        }
        return same(secret, given) && !secret.isEmpty();
    }

    /** Compares digests, so that the time says nothing of how much is right, or how long it is. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(digest("SHA-256", expected), digest("SHA-256", given));
    }

    private static String md5(String text) {
        return HexFormat.of().formatHex(digest("MD5", text));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    private void refuse(ManagerSession session, ActionRequest request, String name, String why) {
        LOG.info("{} failed to authenticate as '{}'", session.host(), name);
        security.report(session, why, name);
        LockSupport.parkNanos(REFUSAL_DELAY_NS);
        request.error("Authentication failed");
        session.end();
    }

    private static void logoff(ManagerSession session, ActionRequest request) {
        request.answer("Goodbye", "Message", "Thanks for all the fish.");
        session.end();
    }

    private void events(ManagerSession session, ActionRequest request) {
        String text = request.get("EventMask");
        if (text.isBlank()) {
            request.error("Invalid event mask");
            return;
        }
        Set<EventClass> mask = mask(text);
        session.events().mask(mask);
        server.wantsChanged();
        request.respond("Events", mask.isEmpty() ? "Off" : "On");
    }

    /** {@code on} and its like, {@code off} and its like, Asterisk's bits as a number, or classes between commas. */
    private static Set<EventClass> mask(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        Set<EventClass> all = EnumSet.allOf(EventClass.class);
        return switch (word) {
            case "on", "yes", "true", "y", "t" -> all;
            case "off", "no", "false", "n", "f" -> Set.of();
            default -> {
                if (!word.matches("\\d{1,9}")) {
                    yield ClassList.parse(word).classes();
                }
                int bits = Integer.parseInt(word);
                all.removeIf(each -> (bits >> MaskBits.of(each) & 1) == 0);
                yield all;
            }
        };
    }

    private static void filter(ManagerSession session, ActionRequest request) {
        if (!request.get("Operation").equalsIgnoreCase("Add")) {
            request.error("Unknown operation");
            return;
        }
        EventFilter filter;
        try {
            filter = EventFilter.parse(request.get("MatchCriteria"), request.get("Filter"));
        } catch (IllegalArgumentException e) {
            request.error(String.valueOf(e.getMessage()));
            return;
        }
        if (session.events().add(filter)) {
            request.success("Success");
        } else {
            request.error("A session may have " + EventSelection.MAX_FILTERS + " filters at most");
        }
    }

    private void listCommands(ManagerSession session, ActionRequest request) {
        List<String> fields = new ArrayList<>();
        for (NamedRegistry.Entry<ManagerAction> entry : actions.all()) {
            ManagerAction action = entry.item();
            if (ActionDispatcher.mayRun(session, action)) {
                fields.add(action.name());
                fields.add(action.synopsis() + "  (Priv: " + EventClass.describe(action.privileges()) + ")");
            }
        }
        request.respond(fields.toArray(new String[0]));
    }
}
