package org.asterism.outreg.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.core.config.ConfigProblem;

/**
 * The objects of pjsip.conf, by type and id, sorted by id: an immutable snapshot that is replaced as a whole. Any thread.
 *
 * @param registrations sections {@code type=registration}
 * @param auths         sections {@code type=auth}
 * @param aors          sections {@code type=aor}
 * @param endpoints     sections {@code type=endpoint}
 * @param identifies    sections {@code type=identify}
 * @param problems      what the author of the file should know
 */
public record PjsipConfiguration(
        SortedMap<String, RegistrationSettings> registrations,
        SortedMap<String, AuthSettings> auths,
        SortedMap<String, AorSettings> aors,
        SortedMap<String, EndpointSettings> endpoints,
        SortedMap<String, IdentifySettings> identifies,
        List<ConfigProblem> problems) {
    /** No objects at all. */
    public static final PjsipConfiguration EMPTY = new PjsipConfiguration(
            sorted(Map.of()), sorted(Map.of()), sorted(Map.of()), sorted(Map.of()), sorted(Map.of()), List.of());

    /** Copies what can change. */
    public PjsipConfiguration {
        registrations = sorted(registrations);
        auths = sorted(auths);
        aors = sorted(aors);
        endpoints = sorted(endpoints);
        identifies = sorted(identifies);
        problems = List.copyOf(problems);
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** {@return whether something in the file could not be used: a reload refuses it then} */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == ConfigProblem.Severity.ERROR);
    }
}
