package org.asterism.bench.perf.client;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of legs that send mini frames without any call: for relays that only rewrite call numbers, such as the floor program. The legs
 * of a pair have neighbouring call numbers, the first of them even.
 */
public final class RawCalls implements Population, CallLeg.Observer {
    private final List<CallLeg> legs = new ArrayList<>();
    private final Pace pace;
    private int begun;
    private boolean over;

    /**
     * Legs that do not talk yet.
     *
     * @param exchange  where they run
     * @param callers   where the first leg of each pair is
     * @param farEnd    where the second is
     * @param count     how many pairs
     * @param perSecond how many pairs begin in a second
     */
    public RawCalls(Exchange exchange, Sources callers, Sources farEnd, int count, double perSecond) {
        pace = new Pace(perSecond);
        for (int i = 0; i < count; i++) {
            legs.add(leg(exchange, callers, i));
            legs.add(leg(exchange, farEnd, i));
        }
    }

    private CallLeg leg(Exchange exchange, Sources from, int i) {
        return new CallLeg(exchange, i, from.outbox(i), from.address(i), true, exchange.newStream(), this);
    }

    @Override
    public void step(long nowNs, boolean leaving) {
        if (leaving) {
            if (!over) {
                legs.forEach(CallLeg::hushRaw);
            }
            over = true;
            return;
        }
        for (int due = pace.due(nowNs); due > 0 && begun < legs.size(); due--) {
            legs.get(begun++).talkRaw();
            legs.get(begun++).talkRaw();
        }
    }

    @Override
    public boolean ready() {
        return begun == legs.size();
    }

    @Override
    public boolean finished() {
        return over;
    }

    @Override
    public void onAnswer(CallLeg leg) {
        // Nobody answers.
    }

    @Override
    public void onEnd(CallLeg leg) {
        // Nothing to wait for.
    }
}
