package org.asterism.outreg.sip;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.asterism.core.log.Verbose;
import org.asterism.core.security.AccessList;
import org.asterism.outreg.sip.transport.Hop;

/** {@code pjsip set logger}: whole messages as verbose lines. Any thread. */
public final class MessageLog {
    private static final State OFF = new State(false, List.of(), Set.of(), true);

    private volatile State state = OFF;

    private record State(boolean on, List<AccessList> hosts, Set<String> methods, boolean verbose) {
        State {
            hosts = List.copyOf(hosts);
            methods = Set.copyOf(methods);
        }

        boolean shows(InetAddress address) {
            return hosts.isEmpty() || hosts.stream().anyMatch(each -> each.allows(address));
        }
    }

    /** Creates a log that is switched off. */
    public MessageLog() {}

    /** Shows everything. */
    public synchronized void on() {
        state = new State(true, List.of(), Set.of(), state.verbose);
    }

    /** Shows nothing. */
    public synchronized void off() {
        state = new State(false, List.of(), Set.of(), state.verbose);
    }

    /**
     * Shows messages to and from a network.
     *
     * @param network an address, or one with a prefix length
     * @param more    besides those shown so far, and not instead of them
     * @throws IllegalArgumentException it is no network
     */
    public synchronized void host(String network, boolean more) {
        List<AccessList> hosts = new ArrayList<>(more ? state.hosts : List.of());
        hosts.add(AccessList.NOBODY.with(true, network));
        state = new State(true, hosts, more ? state.methods : Set.of(), state.verbose);
    }

    /**
     * Shows messages of a method.
     *
     * @param method such as {@code REGISTER}
     * @param more   besides those shown so far, and not instead of them
     */
    public synchronized void method(String method, boolean more) {
        Set<String> methods = new TreeSet<>(more ? state.methods : Set.of());
        methods.add(method);
        state = new State(true, state.hosts, methods, state.verbose);
    }

    /**
     * Whether anything is shown at the console.
     *
     * @param verbose yes or no
     */
    public synchronized void verbose(boolean verbose) {
        state = new State(state.on, state.hosts, state.methods, verbose);
    }

    void sent(Hop hop, byte[] raw) {
        if (state.on) {
            say("Transmitting", "to", hop, raw);
        }
    }

    void received(Hop hop, byte[] raw) {
        if (state.on) {
            say("Received", "from", hop, raw);
        }
    }

    private void say(String verb, String preposition, Hop hop, byte[] raw) {
        State current = state;
        String text = new String(raw, StandardCharsets.UTF_8);
        if (!current.verbose || !current.shows(hop.remote().getAddress()) || !isOfMethod(current.methods, text)) {
            return;
        }
        String kind = text.startsWith("SIP/") ? "response" : "request";
        List<String> lines = new ArrayList<>();
        lines.add("<--- " + verb + " SIP " + kind + " (" + raw.length + " bytes) " + preposition + " " + hop + " --->");
        lines.addAll(List.of(text.replace("\r\n", "\n").split("\n", -1)));
        Verbose.sayLines(0, lines);
    }

    private static boolean isOfMethod(Set<String> methods, String text) {
        if (methods.isEmpty()) {
            return true;
        }
        for (String method : methods) {
            if (text.startsWith(method + " ") || (text.startsWith("SIP/") && hasCseq(text, method))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCseq(String text, String method) {
        for (String line : text.split("\r?\n", -1)) {
            if (line.isEmpty()) {
                return false;
            }
            if (line.regionMatches(true, 0, "CSeq", 0, 4)) {
                return line.stripTrailing().endsWith(" " + method);
            }
        }
        return false;
    }
}
