package org.asterism.core.module;

/** What a module is doing. The transitions are in {@link ModuleLifecycle#next}. */
public enum ModuleState {
    /** Its code is not there: never loaded, or unloaded again. */
    ABSENT("Absent"),
    /** Its {@link LoadableModule#load} runs, for at most {@link ModuleLifecycle#LOAD_DEADLINE_MS}. */
    LOADING("Loading"),
    /** It works. */
    RUNNING("Running"),
    /** It said that it cannot work as things are; nothing of it is registered. */
    DECLINED("Not Running"),
    /** It said that the switch must not start like this; nothing of it is registered. */
    FAILED("Not Running"),
    /** Its {@link LoadableModule#reload} runs, for at most {@link ModuleLifecycle#RELOAD_DEADLINE_MS}. */
    RELOADING("Running"),
    /** Its {@link LoadableModule#unload} runs, for at most {@link ModuleLifecycle#UNLOAD_DEADLINE_MS}. */
    UNLOADING("Unloading");

    private final String label;

    ModuleState(String label) {
        this.label = label;
    }

    /** {@return the word in {@code module show}} */
    public String label() {
        return label;
    }

    /** {@return whether other modules may rely on it} */
    public boolean works() {
        return this == RUNNING || this == RELOADING;
    }
}
