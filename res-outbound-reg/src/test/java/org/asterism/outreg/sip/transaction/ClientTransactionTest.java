package org.asterism.outreg.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.time.TimerWheel;
import org.asterism.outreg.sip.message.SipMessage;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipResponse;
import org.junit.jupiter.api.Test;

class ClientTransactionTest {
    private static final long START = 1_000_000;
    private static final boolean UDP = false;
    private static final boolean TCP = true;

    private final Recorder recorder = new Recorder();
    private long nowMs = START;

    private final class Recorder implements ClientTransaction.User {
        private final List<String> log = new ArrayList<>();
        private boolean broken;

        private void note(String what) {
            log.add((nowMs - START) + " " + what);
        }

        @Override
        public boolean transmit(SipMessage message) {
            note(message.startLine().split(" ")[0]);
            return !broken;
        }

        @Override
        public void onResponse(SipResponse response) {
            note(String.valueOf(response.status()));
        }

        @Override
        public void onTimeout() {
            note("timeout");
        }

        @Override
        public void onTransportFailure() {
            note("broken");
        }
    }

    static SipRequest request(String method) {
        return SipRequest.builder(method, "sip:registrar.example")
                .header("Via", "SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bK1")
                .header("Route", "<sip:proxy.example;lr>")
                .header("From", "<sip:alice@registrar.example>;tag=1")
                .header("To", "<sip:alice@registrar.example>")
                .header("Call-ID", "c1")
                .header("CSeq", "7 " + method)
                .build();
    }

    private ClientTransaction start(String method, boolean reliable) {
        ClientTransaction transaction =
                new ClientTransaction(request(method), reliable, Timings.of(500, 32_000), recorder);
        transaction.start(nowMs);
        return transaction;
    }

    private void run(ClientTransaction transaction, long forMs) {
        long end = nowMs + forMs;
        while (transaction.deadlineMs() <= end) {
            nowMs = transaction.deadlineMs();
            transaction.onDeadline(nowMs);
        }
        nowMs = end;
    }

    private void answer(ClientTransaction transaction, int status) {
        transaction.onResponse(
                nowMs,
                SipResponse.to(transaction.request(), status, "Whatever")
                        .toTag("t")
                        .build());
    }

    @Test
    void shouldRetransmitAsAsteriskDoesAndGiveUpAfterTimerF() {
        ClientTransaction transaction = start("REGISTER", UDP);

        run(transaction, 60_000);

        assertThat(recorder.log)
                .containsExactly(
                        "0 REGISTER",
                        "500 REGISTER",
                        "1500 REGISTER",
                        "3500 REGISTER",
                        "7500 REGISTER",
                        "11500 REGISTER",
                        "15500 REGISTER",
                        "19500 REGISTER",
                        "23500 REGISTER",
                        "27500 REGISTER",
                        "31500 REGISTER",
                        "32000 timeout");
        assertThat(transaction.state()).isEqualTo(ClientTransaction.State.TERMINATED);
        assertThat(transaction.deadlineMs()).isEqualTo(TimerWheel.NO_DEADLINE);
    }

    @Test
    void shouldRetransmitEveryT2AfterTryingAndStillGiveUpAfterTimerF() {
        ClientTransaction transaction = start("REGISTER", UDP);
        run(transaction, 700);
        answer(transaction, 100);

        run(transaction, 60_000);

        assertThat(recorder.log)
                .startsWith("0 REGISTER", "500 REGISTER", "700 100", "4700 REGISTER", "8700 REGISTER")
                .endsWith("28700 REGISTER", "32000 timeout");
    }

    @Test
    void shouldSendOnceOverAReliableTransport() {
        ClientTransaction transaction = start("REGISTER", TCP);

        run(transaction, 60_000);

        assertThat(recorder.log).containsExactly("0 REGISTER", "32000 timeout");
    }

    @Test
    void shouldHandOnAFinalResponseOnceAndSwallowItsRepetitionsForTimerK() {
        ClientTransaction transaction = start("REGISTER", UDP);
        nowMs += 100;
        answer(transaction, 200);
        answer(transaction, 200);

        assertThat(transaction.state()).isEqualTo(ClientTransaction.State.COMPLETED);
        run(transaction, 5000);

        assertThat(transaction.state()).isEqualTo(ClientTransaction.State.TERMINATED);
        assertThat(recorder.log).containsExactly("0 REGISTER", "100 200");
    }

    @Test
    void shouldEndAtOnceWithAFinalResponseOverAReliableTransport() {
        ClientTransaction transaction = start("REGISTER", TCP);
        answer(transaction, 403);

        assertThat(transaction.state()).isEqualTo(ClientTransaction.State.TERMINATED);
    }

    @Test
    void shouldDoubleTheIntervalsOfAnInviteWithoutBound() {
        ClientTransaction transaction = start("INVITE", UDP);

        run(transaction, 60_000);

        assertThat(recorder.log)
                .containsExactly(
                        "0 INVITE",
                        "500 INVITE",
                        "1500 INVITE",
                        "3500 INVITE",
                        "7500 INVITE",
                        "15500 INVITE",
                        "31500 INVITE",
                        "32000 timeout");
    }

    @Test
    void shouldAcknowledgeEachCopyOfARefusalOfAnInvite() {
        ClientTransaction transaction = start("INVITE", UDP);
        answer(transaction, 180);
        run(transaction, 20_000);
        answer(transaction, 486);
        answer(transaction, 486);
        run(transaction, 32_000);

        assertThat(recorder.log).containsExactly("0 INVITE", "0 180", "20000 ACK", "20000 486", "20000 ACK");
        assertThat(transaction.state()).isEqualTo(ClientTransaction.State.TERMINATED);
    }

    @Test
    void shouldMakeTheAckOfTheInvitesPartsAndTheResponsesTo() {
        SipRequest invite = request("INVITE");
        SipRequest ack = AckRequest.to(
                invite, SipResponse.to(invite, 486, "Busy Here").toTag("x").build());

        assertThat(ack.topVia()).isEqualTo(invite.topVia());
        assertThat(ack.to().tag()).isEqualTo("x");
        assertThat(ack.cseq()).hasToString("7 ACK");
        assertThat(ack.lines("Route")).containsExactly("<sip:proxy.example;lr>");
        assertThat(ack.uri()).isEqualTo(invite.uri());
    }

    @Test
    void shouldNotRetransmitARingingInviteButGiveItUpAfterTimerC() {
        ClientTransaction transaction = start("INVITE", UDP);
        answer(transaction, 180);

        run(transaction, 200_000);

        assertThat(recorder.log).containsExactly("0 INVITE", "0 180", "181000 timeout");
    }

    @Test
    void shouldHandOnFurtherSuccessesOfAnInvite() {
        ClientTransaction transaction = start("INVITE", UDP);
        answer(transaction, 200);
        run(transaction, 1000);
        answer(transaction, 200);
        answer(transaction, 486);
        run(transaction, 32_000);

        assertThat(recorder.log).containsExactly("0 INVITE", "0 200", "1000 200");
        assertThat(transaction.state()).isEqualTo(ClientTransaction.State.TERMINATED);
    }

    @Test
    void shouldTellOnceThatTheTransportIsBroken() {
        recorder.broken = true;
        ClientTransaction transaction = start("REGISTER", TCP);
        transaction.onTransportFailure();
        answer(transaction, 200);
        run(transaction, 60_000);

        assertThat(recorder.log).containsExactly("0 REGISTER", "0 broken");
    }

    @Test
    void shouldSayNothingOnceItIsAbandoned() {
        ClientTransaction transaction = start("REGISTER", UDP);
        transaction.abandon();
        answer(transaction, 200);
        run(transaction, 60_000);

        assertThat(recorder.log).containsExactly("0 REGISTER");
    }
}
