package org.asterism.bench.perf.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Calls that come at a rate, last a while and go, until the run ends. */
public final class PassingCalls implements Population, CallLeg.Observer {
    private static final long NS_PER_MS = 1_000_000;

    private final Exchange exchange;
    private final Sources sources;
    private final String number;
    private final int most;
    private final long talkNs;
    private final Pace pace;
    private final List<CallLeg> legs = new ArrayList<>();
    private final Deque<CallLeg> free = new ArrayDeque<>();
    /** In the order of their answers, which is the order in which they go. */
    private final Deque<CallLeg> talking = new ArrayDeque<>();

    private int inUse;

    /**
     * No calls yet.
     *
     * @param exchange  where they run
     * @param sources   where they come from
     * @param number    whom they call
     * @param most      how many may be open at once
     * @param perSecond how many come
     * @param talkMs    how long each lasts from its answer on
     */
    public PassingCalls(Exchange exchange, Sources sources, String number, int most, double perSecond, int talkMs) {
        this.exchange = exchange;
        this.sources = sources;
        this.number = number;
        this.most = most;
        this.talkNs = talkMs * NS_PER_MS;
        this.pace = new Pace(perSecond);
    }

    @Override
    public void step(long nowNs, boolean leaving) {
        for (CallLeg leg = talking.peek(); leg != null && (leaving || leg.hangUpNs <= nowNs); leg = talking.peek()) {
            talking.remove();
            leg.hangUpNs = Long.MAX_VALUE;
            leg.hangUp();
        }
        for (int due = leaving ? 0 : pace.due(nowNs); due > 0; due--) {
            begin();
        }
    }

    private void begin() {
        if (inUse == most) {
            exchange.tally().failed("more than " + most + " calls open at once: the server does not keep up");
            return;
        }
        CallLeg leg = free.poll();
        if (leg == null) {
            int index = legs.size();
            leg = new CallLeg(
                    exchange, index, sources.outbox(index), sources.address(index), true, exchange.newStream(), this);
            leg.number = number;
            legs.add(leg);
        }
        inUse++;
        leg.place();
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public boolean finished() {
        return inUse == 0;
    }

    @Override
    public void rebind(int generation) {
        legs.forEach(leg -> leg.outbox = sources.outbox(leg.index + generation));
    }

    @Override
    public void onAnswer(CallLeg leg) {
        leg.hangUpNs = exchange.nowNs() + talkNs;
        talking.add(leg);
    }

    @Override
    public void onEnd(CallLeg leg) {
        if (leg.hangUpNs != Long.MAX_VALUE) { // the server has ended it before us
            leg.hangUpNs = Long.MAX_VALUE;
            boolean _ = talking.remove(leg);
        }
        inUse--;
        free.add(leg);
    }
}
