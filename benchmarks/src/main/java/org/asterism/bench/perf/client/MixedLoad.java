package org.asterism.bench.perf.client;

import java.util.List;

/**
 * Several kinds of load at once.
 *
 * @param parts each of them
 */
public record MixedLoad(List<Population> parts) implements Population {
    @Override
    public void step(long nowNs, boolean leaving) {
        parts.forEach(part -> part.step(nowNs, leaving));
    }

    @Override
    public boolean ready() {
        return parts.stream().allMatch(Population::ready);
    }

    @Override
    public boolean finished() {
        return parts.stream().allMatch(Population::finished);
    }

    @Override
    public void rebind(int generation) {
        parts.forEach(part -> part.rebind(generation));
    }
}
