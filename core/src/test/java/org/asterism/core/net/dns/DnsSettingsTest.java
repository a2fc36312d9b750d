package org.asterism.core.net.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnsSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadWhatResolvConfSays() {
        DnsSettings settings = DnsSettings.parse(List.of(
                "# made by somebody",
                "nameserver 127.0.0.53",
                "nameserver ::1 ",
                "nameserver nonsense",
                "domain first.example",
                "search a.example b.example",
                "options ndots:2 timeout:1 attempts:3 edns0 timeout:x"));

        assertThat(settings.servers())
                .containsExactly(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.53"), 53),
                        new InetSocketAddress(InetAddress.ofLiteral("::1"), 53));
        assertThat(settings.searchDomains()).containsExactly("a.example", "b.example");
        assertThat(settings.dots()).isEqualTo(2);
        assertThat(settings.timeoutMs()).isEqualTo(1000);
        assertThat(settings.attempts()).isEqualTo(3);
    }

    @Test
    void shouldAskNobodyWhereThereIsNoServer() throws IOException {
        assertThat(DnsSettings.read(folder.resolve("missing"))).isEqualTo(DnsSettings.NONE);
        assertThat(DnsSettings.parse(List.of("search example.org")).servers()).isEmpty();
    }

    @Test
    void shouldReadTheHostsFileAgainWhenItHasChanged() throws IOException {
        Path file = folder.resolve("hosts");
        HostsFile hosts = new HostsFile(file);
        assertThat(hosts.lookUp("pbx")).isEmpty();

        Files.writeString(file, "127.0.0.9 pbx.local PBX # ours\n::1 pbx\nnonsense pbx\n\n");
        assertThat(hosts.lookUp("Pbx"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.9", "0:0:0:0:0:0:0:1");
        assertThat(hosts.lookUp("ours")).isEmpty();

        Files.writeString(file, "127.0.0.10 pbx\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(hosts.lookUp("pbx")).containsExactly(InetAddress.ofLiteral("127.0.0.10"));
    }
}
