package org.asterism.core.net.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom to ask and how (resolv.conf(5)).
 *
 * @param servers       in the order to ask; none means that there is no DNS here
 * @param searchDomains appended to names with few dots
 * @param dots          names with at least this many dots are tried as they are first
 * @param timeoutMs     for one server's answer
 * @param attempts      how often to go through the servers
 */
public record DnsSettings(
        List<InetSocketAddress> servers, List<String> searchDomains, int dots, int timeoutMs, int attempts) {

    /** Asks nobody. */
    public static final DnsSettings NONE = new DnsSettings(List.of(), List.of(), 1, 0, 0);

    private static final int DNS_PORT = 53;
    private static final int MAX_SERVERS = 3;
    private static final int MAX_SEARCH_DOMAINS = 6;
    private static final int MAX_DOTS = 15;
    private static final int DEFAULT_TIMEOUT_S = 2;
    private static final int MAX_TIMEOUT_S = 5;
    private static final int DEFAULT_ATTEMPTS = 2;
    private static final int MAX_ATTEMPTS = 5;
    private static final int MS_PER_S = 1000;

    /** Keeps the lists from changing. */
    public DnsSettings {
        servers = List.copyOf(servers);
        searchDomains = List.copyOf(searchDomains);
    }

    /**
     * Reads a file in the format of {@code /etc/resolv.conf}.
     *
     * @param file the file
     * @return its settings, {@link #NONE} if it cannot be read
     */
    public static DnsSettings read(Path file) {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return NONE;
        }
    }

    /**
     * Reads the lines of such a file. What is not understood is passed over, as every resolver does.
     *
     * @param lines without line ends
     * @return the settings
     */
    public static DnsSettings parse(List<String> lines) {
        List<InetSocketAddress> servers = new ArrayList<>();
        List<String> search = new ArrayList<>();
        int dots = 1;
        int timeout = DEFAULT_TIMEOUT_S;
        int attempts = DEFAULT_ATTEMPTS;
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            for (int i = 1; i < words.length; i++) {
                switch (words[0]) {
                    case "nameserver" -> addServer(servers, words[i]);
                    case "search", "domain" -> {
                        if (i == 1) {
                            search.clear();
                        }
                        if (search.size() < MAX_SEARCH_DOMAINS) {
                            search.add(words[i]);
                        }
                    }
                    case "options" -> {
                        dots = option(words[i], "ndots:", dots, MAX_DOTS);
                        timeout = Math.max(1, option(words[i], "timeout:", timeout, MAX_TIMEOUT_S));
                        attempts = Math.max(1, option(words[i], "attempts:", attempts, MAX_ATTEMPTS));
                    }
                    default -> {
                        // A comment, or a keyword of a platform's own.
                    }
                }
            }
        }
        return new DnsSettings(servers, search, dots, timeout * MS_PER_S, attempts);
    }

    private static void addServer(List<InetSocketAddress> servers, String address) {
        try {
            if (servers.size() < MAX_SERVERS) {
                servers.add(new InetSocketAddress(InetAddress.ofLiteral(address), DNS_PORT));
            }
        } catch (IllegalArgumentException _) {
            // A server whose address cannot be read cannot be asked; the others can.
        }
    }

    private static int option(String word, String key, int otherwise, int most) {
        if (!word.startsWith(key)) {
            return otherwise;
        }
        try {
            return Math.clamp(Integer.parseInt(word.substring(key.length())), 0, most);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
