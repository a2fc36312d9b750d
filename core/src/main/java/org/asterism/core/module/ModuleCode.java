package org.asterism.core.module;

/**
 * A module's code while it is loaded.
 *
 * @param description what it says of itself
 * @param instance    the module, constructed and nothing more
 * @param close       lets the code go; called once, when no thread of the loader is in it any more
 */
public record ModuleCode(ModuleDescription description, LoadableModule instance, Runnable close) {}
