package org.asterism.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // rules (p: permit, d: deny) | address | let in
                "                                        | 192.0.2.1    | true",
                "d 192.0.2.0/24                          | 192.0.2.1    | false",
                "d 192.0.2.0/24                          | 192.0.3.1    | true",
                "d 0.0.0.0/0 p 192.0.2.0/255.255.255.0   | 192.0.2.255  | true",
                "d 0.0.0.0/0 p 192.0.2.0/255.255.255.0   | 192.0.3.0    | false",
                "p 192.0.2.7 d 0.0.0.0/0                 | 192.0.2.7    | false",
                "d 0.0.0.0/0.0.0.0 p 192.0.2.7           | 192.0.2.7    | true",
                "d 0.0.0.0/0 p 10.0.0.0/8,!10.1.0.0/16   | 10.2.0.1     | true",
                "d 0.0.0.0/0 p 10.0.0.0/8,!10.1.0.0/16   | 10.1.0.1     | false",
                "d 0.0.0.0/0                             | 2001:db8::1  | true",
                "d ::/0 p 2001:db8::/32                  | 2001:db8::1  | true",
                "d ::/0 p 2001:db8::/32                  | 2001:db9::1  | false",
                "d 10.0.0.1/31                           | 10.0.0.0     | false",
            })
    void shouldLetTheLastMatchingRuleDecide(String rules, String address, boolean letIn) {
        AccessList list = AccessList.EVERYBODY;
        String[] words = rules == null ? new String[0] : rules.trim().split("\\s+");
        for (int i = 0; i + 1 < words.length; i += 2) {
            list = list.with(words[i].equals("p"), words[i + 1]);
        }

        assertThat(list.allows(InetAddress.ofLiteral(address))).isEqualTo(letIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.net", "192.0.2.1/33", "192.0.2.1/x", "::1/129", "192.0.2.1/ffff::", "1.2.3"})
    void shouldSayWhatIsExpected(String text) {
        assertThatThrownBy(() -> AccessList.EVERYBODY.with(true, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2.0/24");
    }

    @Test
    void shouldKeepEverybodyOut() {
        assertThat(AccessList.NOBODY.allows(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
        assertThat(AccessList.NOBODY.allows(InetAddress.ofLiteral("::1"))).isFalse();
    }
}
