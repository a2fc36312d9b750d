package org.asterism.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.testing.AllocationMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessListTest {
    /** Left: what is written; right: what a real Asterisk 22 lists for it with "acl show", bar IPv6's short forms. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        permit | 10.0.0.0/8,!10.1.0.0/16,192.168.1.1 | [allow - 10.0.0.0/255.0.0.0,  deny - 10.1.0.0/255.255.0.0, allow - 192.168.1.1/255.255.255.255]
        permit | 10.0.0.0/255.0.255.0                | [allow - 10.0.0.0/255.0.255.0]
        permit | 10.0.0.0/0.0.0.255                  | [allow - 0.0.0.0/0.0.0.255]
        permit | 10.1.2.3/8                          | [allow - 10.0.0.0/255.0.0.0]
        permit | 10.0.0.0/ 8                         | [allow - 10.0.0.0/255.0.0.0]
        permit | 10.0.0.0/08                         | [allow - 10.0.0.0/255.0.0.0]
        permit | 10.0.0.0/0                          | [allow - 0.0.0.0/0.0.0.0]
        permit | 1.2.3                               | [allow - 1.2.0.3/255.255.255.255]
        deny   | !10.0.0.0/8                         | [allow - 10.0.0.0/255.0.0.0]
        permit | [2001:db8::]/32                     | [allow - 2001:db8:0:0:0:0:0:0/ffff:ffff:0:0:0:0:0:0]
        permit | 2001:db8::/ffff:ffff::              | [allow - 2001:db8:0:0:0:0:0:0/ffff:ffff:0:0:0:0:0:0]
        permit | fe80::1%lo/64                       | [allow - fe80:0:0:0:0:0:0:0/ffff:ffff:ffff:ffff:0:0:0:0]
        deny   | ::/0                                | [ deny - 0:0:0:0:0:0:0:0/0:0:0:0:0:0:0:0]
        permit | ::ffff:10.0.0.0/8                   | [allow - 10.0.0.0/255.0.0.0]
        """)
    void shouldUnderstandWhatAsteriskDoes(String sense, String networks, String listed) {
        assertThat(list(sense + "=" + networks).describe()).hasToString(listed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10.0.0.1/33                | Invalid CIDR netmask: 33 (0 to 32)
        10.0.0.0/-1                | Invalid CIDR netmask: -1 (0 to 32)
        10.0.0.0/                  | Invalid CIDR netmask:  (0 to 32)
        ::1/129                    | Invalid CIDR netmask: 129 (0 to 128)
        ::ffff:10.0.0.0/104        | Invalid CIDR netmask: 104 (0 to 32)
        localhost/32               | Invalid IP address: localhost
        10.0.0.0/8,bogus           | Invalid IP address: bogus
        10.0.0.0/8,                | Invalid IP address: ''
        !!10.0.0.0/8               | Invalid IP address: !10.0.0.0
        10.0.0.0:5060/8            | Invalid IP address: 10.0.0.0:5060
        ::1/255.0.0.0              | Address and mask are not using same address scheme: 255.0.0.0
        10.0.0.0/255.0.0.256       | Invalid netmask: 255.0.0.256
        """)
    void shouldSayWhatIsWrong(String networks, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessList.EVERYBODY.with(true, networks))
                .withMessage(message.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        -                                               | 192.0.2.1          | true
        deny=0.0.0.0/0;permit=10.0.0.0/8                | 10.1.2.3           | true
        deny=0.0.0.0/0;permit=10.0.0.0/8                | 11.1.2.3           | false
        permit=10.0.0.0/8;deny=0.0.0.0/0                | 10.1.2.3           | false
        deny=0.0.0.0/0;permit=10.0.0.0/8,!10.9.0.0/16   | 10.9.2.3           | false
        deny=0.0.0.0/0;permit=10.0.0.0/8,!10.9.0.0/16   | 10.8.2.3           | true
        permit=10.0.0.0/8                               | 192.0.2.1          | true
        deny=0.0.0.0/0                                  | 2001:db8::1        | true
        deny=0.0.0.0/0                                  | ::ffff:192.0.2.1   | false
        deny=::/0                                       | 192.0.2.1          | true
        deny=::/0;permit=2001:db8::/32                  | 2001:db8:ffff::1   | true
        deny=::/0;permit=2001:db8::/32                  | 2001:db9::1        | false
        deny=::/0;permit=2001:db8::/126                 | 2001:db8::3        | true
        deny=::/0;permit=2001:db8::/126                 | 2001:db8::4        | false
        deny=10.0.0.0/255.0.255.0                       | 10.77.0.5          | false
        deny=10.0.0.0/255.0.255.0                       | 10.77.1.5          | true
        """)
    void shouldLetTheLastRuleThatCoversDecide(String rules, String address, boolean allowed) {
        AccessList list = rules == null ? AccessList.EVERYBODY : list(rules.split(";"));

        assertThat(list.allows(InetAddress.ofLiteral(address))).isEqualTo(allowed);
        if (address.startsWith("::ffff:")) {
            byte[] ipv4 = InetAddress.ofLiteral(address).getAddress();
            byte[] mapped = new byte[16];
            mapped[10] = mapped[11] = -1;
            System.arraycopy(ipv4, 0, mapped, 12, 4);
            assertThat(list.allows(mapped, 16)).isEqualTo(allowed);
        }
    }

    @Test
    void shouldAgreeWithComparingBitByBit() {
        Random random = new Random(4569);
        for (int round = 0; round < 20_000; round++) {
            int length = random.nextBoolean() ? 4 : 16;
            byte[] network = new byte[length];
            random.nextBytes(network);
            network[0] = 0x20; // else it could be a mapped address
            int bits = random.nextInt(length * 8 + 1);
            byte[] address = network.clone();
            int flipped = random.nextInt(length * 8);
            address[flipped / 8] ^= (byte) (0x80 >> flipped % 8);
            AccessList list = list("deny=" + text(network) + "/" + bits);

            assertThat(list.allows(address, length))
                    .as("round %d: %s/%d, bit %d differs", round, text(network), bits, flipped)
                    .isEqualTo(flipped < bits);
            assertThat(list.allows(network, length)).isFalse();
        }
    }

    @Test
    void shouldReadTheRulesOfASection() throws ConfigException {
        ConfigFile acl = ConfigFile.ofText("acl.conf", "[office]\npermit=192.0.2.0/24\n[odd]\npermit=192.0.2.0/99\n");
        ConfigFile iax = ConfigFile.ofText("iax.conf", """
            [all](!)
            deny=0.0.0.0/0.0.0.0
            [good](all)
            Permit=10.0.0.0/8, 10.2.0.0/16
            secret=x
            acl=office
            [bad](all)
            permit=10.0.0.0/64
            permit=10.0.0.0/8
            [unnamed](all)
            acl=office,nosuch
            [indirect](all)
            acl=odd
            """);
        List<ConfigProblem> problems = new ArrayList<>();
        AccessListReader reader = new AccessListReader(acl, problems::add);

        assertThat(reader.read(Objects.requireNonNull(iax.section("good"))).describe())
                .hasSize(4);
        assertThat(problems).isEmpty();

        for (String mistaken : List.of("bad", "unnamed", "indirect")) {
            AccessList list = reader.read(Objects.requireNonNull(iax.section(mistaken)));
            assertThat(list.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
            assertThat(list.allows(InetAddress.ofLiteral("::1"))).isFalse();
        }
        assertThat(problems)
                .extracting(ConfigProblem::message)
                .containsExactly(
                        "iax.conf:8: permit=10.0.0.0/64: Invalid CIDR netmask: 64 (0 to 32);"
                                + " nobody is let in until it is mended",
                        "iax.conf:11: acl=office,nosuch: acl.conf has no section [nosuch];"
                                + " nobody is let in until it is mended",
                        "iax.conf:13: acl=odd: acl.conf:4: Invalid CIDR netmask: 99 (0 to 32);"
                                + " nobody is let in until it is mended");
    }

    @Test
    void shouldDecideWithoutAllocating() {
        AccessList list = list("deny=0.0.0.0/0", "permit=10.0.0.0/8", "deny=::/0");
        byte[] ipv4 = InetAddress.ofLiteral("10.0.0.1").getAddress();
        byte[] ipv6 = InetAddress.ofLiteral("2001:db8::1").getAddress();
        assertThat(list.allows(ipv4, 4)).isTrue();
        assertThat(list.allows(ipv6, 16)).isFalse();
        assertThat(AllocationMeter.leastBytes(1_000, () -> {
                    list.allows(ipv4, 4);
                    list.allows(ipv6, 16);
                }))
                .isZero();
    }

    private static AccessList list(String... rules) {
        AccessList list = AccessList.EVERYBODY;
        for (String rule : rules) {
            int equals = rule.indexOf('=');
            list = list.with(rule.substring(0, equals).equals("permit"), rule.substring(equals + 1));
        }
        return list;
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
