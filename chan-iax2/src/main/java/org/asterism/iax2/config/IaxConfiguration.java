package org.asterism.iax2.config;

import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.config.ConfigProblem;
import org.jspecify.annotations.Nullable;

/** All of iax.conf: an immutable snapshot that is replaced as a whole on reload. Safe for any thread. */
public final class IaxConfiguration {
    private final GeneralSettings general;
    private final Map<String, User> users;
    private final Map<String, Peer> peers;
    private final PeerNames peerNames;
    private final boolean learnsTokens;
    private final List<RegisterLine> registrations;
    private final List<CallNumberLimit> callNumberLimits;
    private final List<ConfigProblem> problems;

    IaxConfiguration(
            GeneralSettings general,
            Map<String, User> users,
            Map<String, Peer> peers,
            List<RegisterLine> registrations,
            List<CallNumberLimit> callNumberLimits,
            List<ConfigProblem> problems) {
        this.general = general;
        this.users = new LinkedHashMap<>(users);
        this.peers = new LinkedHashMap<>(peers);
        this.peerNames = new PeerNames(this.peers.values());
        this.learnsTokens = this.peers.values().stream().anyMatch(peer -> peer.callToken() == CallTokenRequirement.AUTO)
                || this.users.values().stream().anyMatch(user -> user.callToken() == CallTokenRequirement.AUTO);
        this.registrations = List.copyOf(registrations);
        this.callNumberLimits = List.copyOf(callNumberLimits);
        this.problems = List.copyOf(problems);
    }

    /** {@return general settings} */
    public GeneralSettings general() {
        return general;
    }

    /** {@return all users, in the order of the file} */
    public Iterable<User> users() {
        return users.values();
    }

    /** {@return all peers, in the order of the file} */
    public Iterable<Peer> peers() {
        return peers.values();
    }

    /**
     * Finds a user.
     *
     * @param name its name, case-sensitive
     * @return the user, or {@code null}
     */
    public @Nullable User user(String name) {
        return users.get(name);
    }

    /**
     * Finds a peer.
     *
     * @param name its name, case-sensitive
     * @return the peer, or {@code null}
     */
    public @Nullable Peer peer(String name) {
        return peers.get(name);
    }

    /**
     * Finds a peer by its name as it lies in a frame; makes no object.
     *
     * @param memory holds the name in UTF-8
     * @param offset where it begins
     * @param length its length in bytes
     * @return the peer, or {@code null}
     */
    public @Nullable Peer peer(MemorySegment memory, long offset, int length) {
        return peerNames.find(memory, offset, length);
    }

    /** {@return whether a section has {@code requirecalltoken=auto}} */
    public boolean learnsTokens() {
        return learnsTokens;
    }

    /** {@return register lines, the last of the file first, as chan_iax2 lists them; then sections of type=registration} */
    public List<RegisterLine> registrations() {
        return registrations;
    }

    /**
     * How many calls an address may have at a time.
     *
     * @param address where calls come from
     * @return {@code [callnumberlimits]} where a line matches, the last one counting, else {@code maxcallnumbers}
     */
    public int maxCallNumbers(InetAddress address) {
        int limit = general.maxCallNumbers();
        for (CallNumberLimit each : callNumberLimits) {
            if (each.range().allows(address)) {
                limit = each.limit();
            }
        }
        return limit;
    }

    /**
     * Whose call this is, by name, address and context (Asterisk's order: a name decides; without one the user that fits best: no
     * secret and an ACL, then no secret, then an ACL, then the rest, the first of the file among equals).
     *
     * @param name    USERNAME, empty when there is none
     * @param address where the call comes from
     * @param context CALLED_CONTEXT, empty when there is none
     * @return the user, or {@code null} when the call is nobody's
     */
    public @Nullable User userFor(String name, InetAddress address, String context) {
        if (!name.isEmpty()) {
            User user = users.get(name);
            return user != null && fits(user, address, context) ? user : null;
        }
        User best = null;
        int bestScore = 0;
        for (User user : users.values()) {
            int score = (user.needsAuthentication() ? 1 : 3) + (user.access().isEmpty() ? 0 : 1);
            if (score > bestScore && fits(user, address, context)) {
                best = user;
                bestScore = score;
            }
        }
        return best;
    }

    /** {@return what the author of the file should know} */
    public List<ConfigProblem> problems() {
        return problems;
    }

    private static boolean fits(User user, InetAddress address, String context) {
        return user.access().allows(address) && user.mayCall(context);
    }
}
