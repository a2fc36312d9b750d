package org.asterism.outreg.sip.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionValues;
import org.asterism.core.security.AccessList;
import org.asterism.outreg.sip.config.TransportSettings.TcpKeepAlive;
import org.asterism.outreg.sip.message.HostPort;
import org.asterism.outreg.sip.message.Protocol;
import org.jspecify.annotations.Nullable;

/** Makes {@link TransportSettings} of a section. */
final class TransportReader {
    private final ConfigSection section;
    private final OptionValues values;
    private final List<ConfigProblem> problems;
    private boolean usable = true;

    TransportReader(ConfigSection section, List<ConfigProblem> problems) {
        this.section = section;
        this.values = TransportOptions.SET.bind(section);
        this.problems = problems;
    }

    /** {@return the settings, or null when the section cannot be used} */
    @Nullable
    TransportSettings read() {
        problems.addAll(values.problems());
        usable = values.problems().stream().noneMatch(each -> each.severity() == ConfigProblem.Severity.ERROR);
        Protocol protocol = values.get(TransportOptions.PROTOCOL);
        InetSocketAddress bind = bind(protocol);
        List<String> nets = localNets();
        TlsSettings tls = protocol == Protocol.TLS ? tls() : null;
        if (bind == null || !usable) {
            problems.add(ConfigProblem.error(
                    section.file(),
                    section.line(),
                    section.where() + ": transport '" + section.name() + "' is not used because of the errors above"));
            return null;
        }
        return new TransportSettings(
                section.name(),
                protocol,
                bind,
                values.get(TransportOptions.EXTERNAL_ADDRESS).trim(),
                values.get(TransportOptions.EXTERNAL_PORT),
                nets,
                values.get(TransportOptions.TOS),
                tls,
                keepAlive(),
                values.get(TransportOptions.ALLOW_RELOAD),
                values);
    }

    private @Nullable InetSocketAddress bind(Protocol protocol) {
        ConfigEntry entry = values.entry(TransportOptions.BIND);
        if (entry == null) {
            problems.add(ConfigProblem.error(
                    section.file(),
                    section.line(),
                    section.where() + ": transport '" + section.name()
                            + "' has no bind; write bind = 0.0.0.0 or another address of this machine"));
            return null;
        }
        String text = values.get(TransportOptions.BIND).trim();
        try {
            // An IPv6 address without a port may come without brackets.
            boolean bare = text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
            HostPort hostPort = HostPort.parse(bare ? "[" + text + "]" : text);
            return new InetSocketAddress(
                    InetAddress.ofLiteral(hostPort.bareHost()), hostPort.portOr(protocol.defaultPort()));
        } catch (IllegalArgumentException _) {
            fail(
                    entry,
                    "bind must be an address such as 192.0.2.1, 192.0.2.1:5060 or [2001:db8::1]:5060, not '" + text
                            + "'");
            return null;
        }
    }

    private List<String> localNets() {
        List<String> nets = new ArrayList<>();
        for (OptionValues.Written<String> line : values.written(TransportOptions.LOCAL_NET)) {
            String net = line.value().trim();
            try {
                AccessList.NOBODY.with(true, net);
                nets.add(net);
            } catch (IllegalArgumentException _) {
                fail(line.entry(), "local_net must be a network such as 192.168.0.0/16, not '" + net + "'");
            }
        }
        return nets;
    }

    private TlsSettings tls() {
        List<Option<String>> files = List.of(
                TransportOptions.CERT_FILE,
                TransportOptions.PRIV_KEY_FILE,
                TransportOptions.CA_LIST_FILE,
                TransportOptions.CA_LIST_PATH);
        for (Option<String> option : files) {
            String name = values.get(option);
            ConfigEntry entry = values.entry(option);
            if (entry != null && !name.isEmpty() && !Files.isReadable(Path.of(name))) {
                fail(entry, option.name() + " " + name + " is missing or cannot be read");
            }
        }
        return new TlsSettings(
                values.get(TransportOptions.CERT_FILE),
                values.get(TransportOptions.PRIV_KEY_FILE),
                values.get(TransportOptions.PASSWORD),
                values.get(TransportOptions.CA_LIST_FILE),
                values.get(TransportOptions.CA_LIST_PATH),
                values.get(TransportOptions.METHOD),
                values.get(TransportOptions.CIPHER),
                values.get(TransportOptions.VERIFY_SERVER),
                values.get(TransportOptions.VERIFY_CLIENT),
                values.get(TransportOptions.REQUIRE_CLIENT_CERT),
                values.get(TransportOptions.WILDCARDS));
    }

    private @Nullable TcpKeepAlive keepAlive() {
        return values.get(TransportOptions.KEEPALIVE)
                ? new TcpKeepAlive(
                        values.get(TransportOptions.KEEPALIVE_IDLE),
                        values.get(TransportOptions.KEEPALIVE_INTERVAL),
                        values.get(TransportOptions.KEEPALIVE_PROBES))
                : null;
    }

    private void fail(ConfigEntry entry, String message) {
        problems.add(ConfigProblem.error(entry, message));
        usable = false;
    }
}
