package org.asterism.core.net.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsMessageTest {

    private static final int ID = 0x5E55;
    private static final String NAME = "pbx.example.org";

    @Test
    void shouldWriteAQuestionAsRfc1035Does() throws IOException {
        assertThat(HexFormat.of().formatHex(DnsMessage.query(ID, "Pbx.Example.", RecordType.AAAA)))
                .isEqualTo("5e5501000001000000000000" + "03706278" + "076578616d706c65" + "00" + "001c0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm.org"})
    void shouldRefuseWhatIsNoDomainName(String name) {
        assertThatThrownBy(() -> DnsMessage.query(ID, name, RecordType.A)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldReadAddressesAndTheLeastTimeToLive() throws IOException {
        DnsAnswer answer =
                read(new DnsResponses().address(NAME, 300, "192.0.2.1").address("PBX.example.ORG", 60, "192.0.2.2"));

        assertThat(answer.addresses())
                .containsExactly(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("192.0.2.2"));
        assertThat(answer.ttlSeconds()).isEqualTo(60);
    }

    @Test
    void shouldFollowAliasesInAnyOrderAndIgnoreOtherNames() throws IOException {
        DnsAnswer answer = read(new DnsResponses()
                .address("c.example.org", 300, "192.0.2.3")
                .address("evil.example.org", 1, "192.0.2.66")
                .alias("b.example.org", 20, "c.example.org")
                .alias(NAME, 300, "b.example.org"));

        assertThat(answer.addresses()).containsExactly(InetAddress.ofLiteral("192.0.2.3"));
        assertThat(answer.ttlSeconds()).isEqualTo(20);
    }

    @Test
    void shouldEndInALoopOfAliases() throws IOException {
        assertThat(read(new DnsResponses().alias(NAME, 1, "b.org").alias("b.org", 1, NAME))
                        .addresses())
                .isEmpty();
    }

    @Test
    void shouldReadServices() throws IOException {
        byte[] query = DnsMessage.query(ID, "_iax._udp.example.org", RecordType.SRV);
        byte[] response = new DnsResponses()
                .service("_iax._udp.example.org", 77, 10, 20, 4569, "pbx.example.org")
                .to(query);

        DnsAnswer answer = DnsMessage.read(ByteBuffer.wrap(response), ID, "_iax._udp.example.org", RecordType.SRV);
        assertThat(answer.services()).containsExactly(new ServiceRecord(10, 20, 4569, "pbx.example.org"));
        assertThat(answer.ttlSeconds()).isEqualTo(77);
    }

    @Test
    void shouldTellTheKindsOfNo() throws IOException {
        assertThat(read(new DnsResponses().code(3)).status()).isEqualTo(DnsAnswer.Status.NO_SUCH_NAME);
        assertThat(read(new DnsResponses().code(2)).status()).isEqualTo(DnsAnswer.Status.FAILED);
        assertThat(read(new DnsResponses().truncated()).status()).isEqualTo(DnsAnswer.Status.TRUNCATED);
        assertThat(read(new DnsResponses()).addresses()).isEmpty();
    }

    @Test
    void shouldReadCompressedNamesButNoPointersAhead() throws IOException {
        byte[] back = {(byte) 0xC0, 12};
        byte[] ahead = {(byte) 0xC0, 60};
        byte[] data = {(byte) 192, 0, 2, 7};

        assertThat(read(new DnsResponses().raw(back, 1, 5, data)).addresses())
                .containsExactly(InetAddress.ofLiteral("192.0.2.7"));
        assertThatThrownBy(() -> read(new DnsResponses().raw(ahead, 1, 5, data)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldRefuseTheAnswerToAnotherQuestion() throws IOException {
        byte[] response = new DnsResponses().to(DnsMessage.query(ID, "other.example.org", RecordType.A));

        assertThatThrownBy(() -> DnsMessage.read(ByteBuffer.wrap(response), ID, NAME, RecordType.A))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> DnsMessage.read(ByteBuffer.wrap(response), ID + 1, "other.example.org", RecordType.A))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldAnswerDamagedMessagesWithNothingWorseThanAnException(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] query = DnsMessage.query(ID, NAME, RecordType.A);
        byte[] whole = new DnsResponses()
                .alias(NAME, 1, "b.example.org")
                .address("b.example.org", 1, "192.0.2.3")
                .to(query);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = whole.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            ByteBuffer message = ByteBuffer.wrap(damaged, 0, random.nextInt(damaged.length + 1));
            try {
                assertThat(DnsMessage.read(message, ID, NAME, RecordType.A)).isNotNull();
            } catch (IOException e) {
                assertThat(e).as("seed %d", seed).hasMessageMatching("(?s).+");
            }
        }
    }

    private static DnsAnswer read(DnsResponses response) throws IOException {
        byte[] query = DnsMessage.query(ID, NAME, RecordType.A);
        return DnsMessage.read(ByteBuffer.wrap(response.to(query)), ID, NAME, RecordType.A);
    }
}
