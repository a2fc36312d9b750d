package org.asterism.iax2.registrar;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.asterism.core.location.Location;
import org.asterism.core.location.LocationChange;
import org.asterism.core.location.Registrar;
import org.asterism.core.location.RegistrationAnswer;
import org.asterism.core.location.RegistrationRequest;
import org.jspecify.annotations.Nullable;

/** A location table with the plainest policy: who proves himself is registered, with the interval he asks for. */
final class TestRegistrar implements Registrar {
    final Map<String, Location> locations = new HashMap<>();

    @Override
    public RegistrationAnswer answer(RegistrationRequest request, long nowMs) {
        boolean proven = request.peer() == RegistrationRequest.PeerPolicy.OPEN
                || (request.peer() == RegistrationRequest.PeerPolicy.SECRET
                        && request.proof() == RegistrationRequest.Proof.VALID);
        if (!proven) {
            return request.challenged() ? new RegistrationAnswer.Refused("no") : new RegistrationAnswer.Challenge();
        }
        if (request.release()) {
            locations.remove(request.name());
            return new RegistrationAnswer.Released();
        }
        Location before = locations.put(
                request.name(),
                new Location(request.technology(), request.name(), request.address(), request.refreshSeconds(), 0));
        return new RegistrationAnswer.Accepted(
                request.refreshSeconds(), before == null || !before.address().equals(request.address()));
    }

    @Override
    public Location find(String technology, String name) {
        return locations.get(name);
    }

    @Override
    public boolean unregister(String technology, String name) {
        return locations.remove(name) != null;
    }

    @Override
    public void restore(
            String technology, Function<String, @Nullable String> configured, long nowMs, Consumer<Location> restored) {
        locations.values().forEach(restored);
    }

    @Override
    public void forEach(String technology, Consumer<Location> visitor) {
        locations.values().forEach(visitor);
    }

    @Override
    public Runnable subscribe(Consumer<LocationChange> listener) {
        return () -> {};
    }
}
