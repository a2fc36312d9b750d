package org.asterism.registrar;

import org.asterism.core.location.RegistrationRequest;
import org.asterism.core.location.RegistrationRequest.PeerPolicy;
import org.asterism.core.location.RegistrationRequest.Proof;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.testing.StateMachineChapter;
import org.junit.jupiter.api.Test;

class RegistrarStateMachineTest {
    @Test
    void shouldBeDocumented() {
        StateMachineChapter chapter = StateMachineChapter.of(
                "IAX2 registrar: RegistrarTransaction",
                "What the registrar makes of a request, RFC 5456 figure 1 from its side,"
                    + " `registrar.RegistrarTransaction`. It keeps nothing between requests: whether a challenge was"
                    + " made travels in the second one.");
        for (boolean challenged : new boolean[] {false, true}) {
            for (PeerPolicy peer : PeerPolicy.values()) {
                for (Proof proof : Proof.values()) {
                    for (boolean release : new boolean[] {false, true}) {
                        RegistrationRequest request = request(peer, proof, challenged, release);
                        chapter.transition(
                                challenged ? "CHALLENGED" : "NEW",
                                (release ? "release" : "register") + " (peer " + peer + ", proof " + proof + ")",
                                RegistrarTransaction.decide(request).name());
                    }
                }
            }
        }
        chapter.assertCurrent();
    }

    private static RegistrationRequest request(PeerPolicy peer, Proof proof, boolean challenged, boolean release) {
        return new RegistrationRequest(
                "IAX2", "phone", peer, proof, challenged, release, 60, 60, 3600, PeerAddress.of("127.0.0.1", 4569));
    }
}
