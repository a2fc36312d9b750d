package org.asterism.core.cdr;

/**
 * What ForkCDR does besides beginning another record.
 *
 * @param endsOriginal   whether the records there are end (option {@code e})
 * @param resetsTimes    whether start and answer of the new one are now (option {@code r})
 * @param resetsAnswer   whether its answer is now (option {@code a})
 * @param keepsVariables whether it takes over user field and variables (not with option {@code v})
 */
public record RecordFork(boolean endsOriginal, boolean resetsTimes, boolean resetsAnswer, boolean keepsVariables) {}
