package org.asterism.core.module;

/** What happens to a module. */
public enum ModuleEvent {
    /** Its code was found and its start begins. */
    LOAD,
    /** Its start is done. */
    LOADED,
    /** It cannot work as things are; also a dependency that is missing, an exception, or a start past its deadline. */
    DECLINE,
    /** It found that the switch must not start like this. */
    FAIL,
    /** Its configuration is to be read again. */
    RELOAD,
    /** It has read its configuration, or kept the old one. */
    RELOADED,
    /** It is to end. */
    UNLOAD,
    /** It has ended, or its time to do so is over. */
    UNLOADED
}
