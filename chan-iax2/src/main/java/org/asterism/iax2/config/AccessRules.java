package org.asterism.iax2.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.OptionValues;
import org.asterism.core.security.AccessList;
import org.asterism.core.security.AccessListReader;
import org.jspecify.annotations.Nullable;

/** Reads rules about addresses. What cannot be read keeps everybody out, because it may have been meant to. */
final class AccessRules {
    private final AccessListReader lists;
    private final List<ConfigProblem> problems;

    AccessRules(@Nullable ConfigFile acl, List<ConfigProblem> problems) {
        this.lists = new AccessListReader(acl, problems::add);
        this.problems = problems;
    }

    /** The {@code permit}, {@code deny} and {@code acl} lines of a section, in order. */
    AccessList of(ConfigSection section) {
        return lists.read(section);
    }

    /** The addresses of some lines and no others. */
    AccessList ranges(List<OptionValues.Written<String>> lines) {
        AccessList list = AccessList.NOBODY;
        for (OptionValues.Written<String> line : lines) {
            AccessList range = range(line.entry(), line.value());
            list = range == null ? list : list.with(true, line.value());
        }
        return list;
    }

    /** The addresses of one range and no others; null, and a problem, when it cannot be read. */
    @Nullable
    AccessList range(ConfigEntry entry, String text) {
        try {
            return AccessList.NOBODY.with(true, text);
        } catch (IllegalArgumentException e) {
            problems.add(ConfigProblem.error(entry, "'" + text + "': " + e.getMessage() + "; the line is not used"));
            return null;
        }
    }

    static InetAddress anyIpv4() {
        return InetAddress.ofLiteral("0.0.0.0");
    }

    /** Reads {@code addr}, {@code addr:port} or {@code [v6]:port}; null when the text is none of them. */
    static @Nullable InetSocketAddress socketAddress(String text, int defaultPort) {
        String address = text.trim();
        int port = defaultPort;
        int colon = address.startsWith("[")
                ? address.indexOf("]:") + 1
                : address.indexOf(':') == address.lastIndexOf(':') ? address.indexOf(':') : 0;
        try {
            if (colon > 0) {
                port = Integer.parseInt(address.substring(colon + 1));
                address = address.substring(0, colon);
            }
            if (port < 0 || port > 0xFFFF) {
                return null;
            }
            return new InetSocketAddress(
                    InetAddress.ofLiteral(address.replace("[", "").replace("]", "")), port);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
