package org.asterism.bench.perf.client;

import java.util.ArrayList;
import java.util.List;

/** Users that register one after another and refresh as long as the run lasts. */
public final class Registrations implements Population, Registrant.Observer {
    private final List<Registrant> registrants = new ArrayList<>();
    private final Sources sources;
    private final Pace pace;
    private int begun;
    private int settled;
    private boolean stopped;

    /**
     * Users that have not registered yet.
     *
     * @param exchange  where they run
     * @param sources   where each comes from
     * @param count     how many
     * @param perSecond how many register for the first time in a second
     */
    public Registrations(Exchange exchange, Sources sources, int count, double perSecond) {
        this.sources = sources;
        pace = new Pace(perSecond);
        for (int i = 0; i < count; i++) {
            registrants.add(new Registrant(exchange, i, sources.outbox(i), sources.address(i), this));
        }
    }

    @Override
    public void step(long nowNs, boolean leaving) {
        if (leaving && !stopped) {
            stopped = true;
            registrants.forEach(Registrant::stop);
        } else if (!leaving) {
            for (int due = pace.due(nowNs); due > 0 && begun < registrants.size(); due--) {
                registrants.get(begun++).ask();
            }
        }
    }

    @Override
    public boolean ready() {
        return settled == registrants.size();
    }

    @Override
    public boolean finished() {
        return stopped && registrants.stream().noneMatch(Registrant::isAsking);
    }

    @Override
    public void rebind(int generation) {
        for (Registrant registrant : registrants) {
            if (!registrant.isAsking()) {
                registrant.outbox = sources.outbox(registrant.index + generation);
            }
        }
    }

    @Override
    public void onOutcome(Registrant registrant) {
        if (!registrant.settled()) {
            settled++;
        }
    }
}
