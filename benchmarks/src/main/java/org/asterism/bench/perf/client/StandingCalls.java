package org.asterism.bench.perf.client;

import java.util.ArrayList;
import java.util.List;

/** Calls that are set up one after another, talk, and are hung up one after another. */
public final class StandingCalls implements Population, CallLeg.Observer {
    private final List<CallLeg> legs = new ArrayList<>();
    private final Sources sources;
    private final Pace up;
    private final Pace down;
    private int begun;
    private int settled;
    private int hungUp;
    private int over;

    /**
     * Calls that are not placed yet.
     *
     * @param exchange  where they run
     * @param sources   where each comes from
     * @param number    whom they call
     * @param count     how many
     * @param perSecond how many are begun or hung up in a second
     */
    public StandingCalls(Exchange exchange, Sources sources, String number, int count, double perSecond) {
        this.sources = sources;
        up = new Pace(perSecond);
        down = new Pace(perSecond);
        for (int i = 0; i < count; i++) {
            CallLeg leg =
                    new CallLeg(exchange, i, sources.outbox(i), sources.address(i), true, exchange.newStream(), this);
            leg.number = number;
            legs.add(leg);
        }
    }

    /**
     * Answers every call that the server places to us.
     *
     * @param exchange where they arrive
     */
    public static void answerAll(Exchange exchange) {
        CallLeg.Observer nobody = new CallLeg.Observer() {
            @Override
            public void onAnswer(CallLeg leg) {
                // It talks by itself.
            }

            @Override
            public void onEnd(CallLeg leg) {
                // The caller's end counts.
            }
        };
        exchange.farEnd((outbox, localAddress) ->
                new CallLeg(exchange, 0, outbox, localAddress, false, exchange.newStream(), nobody));
    }

    @Override
    public void step(long nowNs, boolean leaving) {
        if (leaving) {
            for (int due = down.due(nowNs); due > 0 && hungUp < legs.size(); due--) {
                legs.get(hungUp++).hangUp();
            }
        } else {
            for (int due = up.due(nowNs); due > 0 && begun < legs.size(); due--) {
                legs.get(begun++).place();
            }
        }
    }

    @Override
    public boolean ready() {
        return begun == legs.size() && settled >= begun;
    }

    @Override
    public boolean finished() {
        return hungUp == legs.size() && over >= begun;
    }

    @Override
    public void rebind(int generation) {
        legs.forEach(leg -> leg.outbox = sources.outbox(leg.index + generation));
    }

    @Override
    public void onAnswer(CallLeg leg) {
        settled++;
    }

    @Override
    public void onEnd(CallLeg leg) {
        over++;
        if (!leg.wasAnswered()) {
            settled++;
        }
    }
}
