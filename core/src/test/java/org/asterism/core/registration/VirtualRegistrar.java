package org.asterism.core.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.asterism.core.registration.RegistrationAnswer.Kind;
import org.jspecify.annotations.Nullable;

/** A machine on a virtual clock with a scripted other side: notes what leaves when. */
final class VirtualRegistrar {
    /** What left, and when. */
    record Sent(long atMillis, RegistrationOrder order) {
        @Override
        public String toString() {
            return order + "@" + atMillis;
        }
    }

    /** Asterisk's defaults, without the random delay before the first request. */
    static final RetryPolicy PROMPT =
            RetryPolicy.DEFAULT.draft().maxRandomInitialDelaySeconds(0).build();

    final RegistrationMachine machine;
    final List<Sent> sent = new ArrayList<>();
    /** The answer to a request, or null for silence until {@link #silenceMillis}. */
    Function<Sent, @Nullable RegistrationAnswer> script;

    long latencyMillis;
    long silenceMillis = 32_000;
    long now;
    private long answerAt = RegistrationMachine.NEVER;
    private @Nullable RegistrationAnswer answer;

    VirtualRegistrar(RetryPolicy policy, Function<Sent, @Nullable RegistrationAnswer> script) {
        this.machine = new RegistrationMachine(policy, new Random(1), null);
        this.script = script;
        machine.start(0);
    }

    static RegistrationAnswer refused(Kind kind, int code) {
        return RegistrationAnswer.refused(kind, code, "");
    }

    static RegistrationAnswer granted(long seconds) {
        return RegistrationAnswer.granted(200, "OK", seconds);
    }

    /** Carries out what the machine orders. */
    void carryOut(RegistrationOrder order) {
        if (order == RegistrationOrder.NOTHING) {
            return;
        }
        Sent request = new Sent(now, order);
        sent.add(request);
        RegistrationAnswer next = script.apply(request);
        answer = next == null ? RegistrationAnswer.none("") : next;
        answerAt = now + (next == null ? silenceMillis : latencyMillis);
    }

    /** Lets time pass. */
    void runUntil(long untilMillis) {
        while (true) {
            long next = Math.min(machine.deadlineMillis(), answerAt);
            if (next > untilMillis) {
                now = untilMillis;
                return;
            }
            now = Math.max(now, next);
            if (answerAt <= now && answer != null) {
                answerAt = RegistrationMachine.NEVER;
                carryOut(machine.answer(now, answer));
            } else {
                carryOut(machine.tick(now));
            }
        }
    }

    /** {@return when REGISTERs left, in ms} */
    List<Long> registers() {
        return times(RegistrationOrder.REGISTER);
    }

    /** {@return when requests of a kind left, in ms} */
    List<Long> times(RegistrationOrder order) {
        return sent.stream()
                .filter(each -> each.order() == order)
                .map(Sent::atMillis)
                .toList();
    }
}
