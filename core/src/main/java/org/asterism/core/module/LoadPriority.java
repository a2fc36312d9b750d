package org.asterism.core.module;

/** Load order classes with the numbers of Asterisk's {@code AST_MODPRI_*}. */
public final class LoadPriority {
    /** Drivers of configuration databases. */
    public static final int REALTIME_DRIVER = 30;
    /** Parts of core. */
    public static final int CORE = 40;
    /** What channel drivers stand on. */
    public static final int CHANNEL_DEPENDENCY = 60;
    /** Channel drivers. */
    public static final int CHANNEL_DRIVER = 70;
    /** What applications stand on. */
    public static final int APP_DEPENDENCY = 80;
    /** CDR writers. */
    public static final int CDR_DRIVER = 110;
    /** Everything that says nothing. */
    public static final int DEFAULT = 128;

    private LoadPriority() {}
}
