package org.asterism.core.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What became of looking a service up (RFC 2782).
 *
 * @param name         what was asked, such as {@code _iax._udp.example.org}
 * @param targets      lowest priority number first; empty if there are none
 * @param validUntilMs when to ask again, in ms of the resolver's clock
 * @param problem      why there are no targets; empty if there are
 */
public record ServiceResolution(String name, List<Target> targets, long validUntilMs, String problem) {

    /**
     * One host that offers the service.
     *
     * @param host     its name
     * @param port     0 to 65535
     * @param priority lowest first
     * @param weight   share among those of one priority
     */
    public record Target(String host, int port, int priority, int weight) {}

    /** Sorts by priority. */
    public ServiceResolution {
        targets = targets.stream()
                .sorted(Comparator.comparingInt(Target::priority))
                .toList();
    }

    /** {@return whether somebody offers the service} */
    public boolean isFound() {
        return !targets.isEmpty();
    }

    /**
     * The targets in an order to try them: by priority, and at random by weight among equals.
     *
     * @param random decides
     * @return all targets
     */
    public List<Target> inOrderToTry(RandomGenerator random) {
        List<Target> left = new ArrayList<>(targets);
        List<Target> order = new ArrayList<>();
        while (!left.isEmpty()) {
            int priority = left.getFirst().priority();
            List<Target> equals =
                    left.stream().filter(t -> t.priority() == priority).toList();
            int dice = random.nextInt(equals.stream().mapToInt(Target::weight).sum() + 1);
            int at = 0;
            for (int sum = equals.getFirst().weight();
                    sum < dice;
                    sum += equals.get(at).weight()) {
                at++;
            }
            order.add(left.remove(at));
        }
        return order;
    }
}
