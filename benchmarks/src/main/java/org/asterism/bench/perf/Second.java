package org.asterism.bench.perf;

/**
 * One second of a run.
 *
 * @param atSeconds    since the beginning
 * @param phase        at its end
 * @param open         calls and registrations under way, both ends counted
 * @param failed       calls and registrations that have failed so far
 * @param callsPerSecond calls answered
 * @param registrationsPerSecond registrations granted
 * @param sentPerSecond frames sent
 * @param receivedPerSecond frames received
 * @param delayP50Ms   median time of a frame, 0 unless measuring
 * @param delayP99Ms   the slowest hundredth
 * @param delayMaxMs   the slowest
 * @param serverCpu    cores the server used; NaN if unknown
 * @param ownCpu       share of its core that the generator used
 * @param latenessMs   how late the generator sent, at worst
 */
record Second(
        double atSeconds,
        Phase phase,
        long open,
        long failed,
        double callsPerSecond,
        double registrationsPerSecond,
        double sentPerSecond,
        double receivedPerSecond,
        double delayP50Ms,
        double delayP99Ms,
        double delayMaxMs,
        double serverCpu,
        double ownCpu,
        double latenessMs) {}
