package org.asterism.outreg.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.outreg.sip.message.SipResponse;
import org.junit.jupiter.api.Test;

class ServerTransactionTest {
    private final List<String> log = new ArrayList<>();
    private long nowMs;

    private final ServerTransaction.User user = new ServerTransaction.User() {
        @Override
        public boolean transmit(SipResponse response) {
            log.add(nowMs + " " + response.status());
            return true;
        }

        @Override
        public void onTimeout() {
            log.add(nowMs + " timeout");
        }
    };

    private ServerTransaction begin(String method, boolean reliable) {
        return new ServerTransaction(
                nowMs, ClientTransactionTest.request(method), reliable, Timings.of(500, 32_000), user);
    }

    private void respond(ServerTransaction transaction, int status) {
        transaction.respond(
                nowMs, SipResponse.to(transaction.request(), status, "x").build());
    }

    private void run(ServerTransaction transaction, long forMs) {
        long end = nowMs + forMs;
        while (transaction.deadlineMs() <= end) {
            nowMs = transaction.deadlineMs();
            transaction.onDeadline(nowMs);
        }
        nowMs = end;
    }

    @Test
    void shouldRepeatTheResponseForEachCopyOfTheRequestUntilTimerJ() {
        ServerTransaction transaction = begin("REGISTER", false);
        transaction.onRetransmission();
        respond(transaction, 100);
        transaction.onRetransmission();
        respond(transaction, 200);
        transaction.onRetransmission();
        respond(transaction, 403);
        run(transaction, 32_000);

        assertThat(log).containsExactly("0 100", "0 100", "0 200", "0 200");
        assertThat(transaction.state()).isEqualTo(ServerTransaction.State.TERMINATED);
    }

    @Test
    void shouldEndWithTheResponseOverAReliableTransport() {
        ServerTransaction transaction = begin("REGISTER", true);
        respond(transaction, 200);

        assertThat(transaction.state()).isEqualTo(ServerTransaction.State.TERMINATED);
    }

    @Test
    void shouldNotWaitForEverForAnAnswer() {
        ServerTransaction transaction = begin("REGISTER", false);
        run(transaction, 60_000);

        assertThat(log).containsExactly("32000 timeout");
    }

    @Test
    void shouldSayThatAnInviteIsBeingTriedAndRepeatARefusalUntilItIsAcknowledged() {
        ServerTransaction transaction = begin("INVITE", false);
        run(transaction, 1000);
        respond(transaction, 404);
        run(transaction, 4000);
        transaction.onAck(nowMs);
        transaction.onAck(nowMs);
        run(transaction, 10_000);

        assertThat(log).containsExactly("200 100", "1000 404", "1500 404", "2500 404", "4500 404");
        assertThat(transaction.state()).isEqualTo(ServerTransaction.State.TERMINATED);
    }

    @Test
    void shouldGiveUpARefusalThatNobodyAcknowledges() {
        ServerTransaction transaction = begin("INVITE", true);
        respond(transaction, 404);
        run(transaction, 60_000);

        assertThat(log).containsExactly("0 404", "32000 timeout");
    }

    @Test
    void shouldNotRepeatUnaskedWhatIsRefusedAtOnce() {
        ServerTransaction transaction = begin("INVITE", false);
        respond(transaction, 404);
        run(transaction, 10_000);
        transaction.onRetransmission();
        run(transaction, 30_000);

        assertThat(log).containsExactly("0 404", "10000 404", "32000 timeout");
    }

    @Test
    void shouldLetItsUserRepeatSuccesses() {
        ServerTransaction transaction = begin("INVITE", false);
        respond(transaction, 200);
        transaction.onRetransmission();
        respond(transaction, 200);
        respond(transaction, 404);
        run(transaction, 40_000);

        assertThat(log).containsExactly("0 200", "0 200");
    }
}
