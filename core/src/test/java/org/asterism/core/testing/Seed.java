package org.asterism.core.testing;

/**
 * Where random input of tests begins: the same in every build, so that no test fails by chance; {@code -Dtest.seed=} another number
 * looks elsewhere.
 */
public final class Seed {
    private static final long EVERY_BUILD = 20_261_121L;

    private Seed() {}

    /** {@return the seed, to be told when a test fails} */
    public static long get() {
        return Long.getLong("test.seed", EVERY_BUILD);
    }
}
