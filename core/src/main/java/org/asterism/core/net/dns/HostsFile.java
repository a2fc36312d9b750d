package org.asterism.core.net.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of {@code /etc/hosts} (hosts(5)), read again when the file has changed. Any thread may use it. */
public final class HostsFile {

    private static final FileTime NEVER = FileTime.fromMillis(Long.MIN_VALUE);

    private final Path file;
    private FileTime readAt = NEVER;
    private Map<String, List<InetAddress>> names = Map.of();

    /**
     * Creates a reader.
     *
     * @param file the file; it need not exist
     */
    public HostsFile(Path file) {
        this.file = file;
    }

    /**
     * Looks a name up.
     *
     * @param name in any case
     * @return its addresses in the order of the file, none if it is not there
     */
    public synchronized List<InetAddress> lookUp(String name) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            if (!modified.equals(readAt)) {
                names = parse(Files.readAllLines(file, StandardCharsets.UTF_8));
                readAt = modified;
            }
        } catch (IOException _) {
            names = Map.of();
            readAt = NEVER;
        }
        return names.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    private static Map<String, List<InetAddress>> parse(List<String> lines) {
        Map<String, List<InetAddress>> result = new HashMap<>();
        for (String line : lines) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            try {
                InetAddress address = InetAddress.ofLiteral(words[0]);
                for (int i = 1; i < words.length; i++) {
                    List<InetAddress> known =
                            result.computeIfAbsent(words[i].toLowerCase(Locale.ROOT), _ -> new ArrayList<>());
                    if (!known.contains(address)) {
                        known.add(address);
                    }
                }
            } catch (IllegalArgumentException _) {
                // Not a line that says an address.
            }
        }
        result.replaceAll((_, addresses) -> List.copyOf(addresses));
        return result;
    }
}
