package org.asterism.core.channel;

import org.jspecify.annotations.Nullable;

/** What is known of a channel and may change while it lives: who calls, where it is in the dialplan, what it runs. Any thread. */
public abstract sealed class ChannelFacts permits Channel {
    private volatile String callIdentifier = "";
    private volatile String linkedId = "";
    private volatile CallerId callerId = CallerId.UNKNOWN;
    private volatile CallerId connectedLine = CallerId.UNKNOWN;
    private volatile String language = "en";
    private volatile String accountCode = "";
    private volatile AmaFlags amaFlags = AmaFlags.DOCUMENTATION;
    private volatile String musicClass = "";
    private volatile DialplanPosition position = DialplanPosition.NONE;
    private volatile String application = "";
    private volatile @Nullable String bridgeId;
    private volatile String applicationData = "";
    private final Variables variables = new Variables(this::variableSet);

    ChannelFacts() {}

    /** Is told of each variable that is set. */
    abstract void variableSet(String variable, String value);

    /** {@return {@code C-} and eight hex digits naming the call in the log; empty for channels without a dialplan run} */
    public String callIdentifier() {
        return callIdentifier;
    }

    /**
     * Names the call in the log.
     *
     * @param identifier {@code C-} and eight hex digits
     */
    public void callIdentifier(String identifier) {
        callIdentifier = identifier;
    }

    /** {@return the unique id of the first channel of the call this one belongs to} */
    public String linkedId() {
        return linkedId;
    }

    /**
     * Counts this channel to another one's call.
     *
     * @param id the other's linked id
     */
    public void linkedId(String id) {
        linkedId = id;
    }

    /** {@return who calls} */
    public CallerId callerId() {
        return callerId;
    }

    /**
     * Sets who calls.
     *
     * @param id the caller
     */
    public void callerId(CallerId id) {
        callerId = id;
    }

    /** {@return who is at the other end} */
    public CallerId connectedLine() {
        return connectedLine;
    }

    /**
     * Sets who is at the other end.
     *
     * @param id the connected party
     */
    public void connectedLine(CallerId id) {
        connectedLine = id;
    }

    /** {@return the language of prompts, such as {@code en}} */
    public String language() {
        return language;
    }

    /**
     * Sets the language of prompts.
     *
     * @param newLanguage such as {@code en}
     */
    public void language(String newLanguage) {
        language = newLanguage;
    }

    /** {@return the class of music it hears on hold, empty for the default} */
    public String musicClass() {
        return musicClass;
    }

    /**
     * Sets the class of music it hears on hold.
     *
     * @param newClass a class of {@code musiconhold.conf}, empty for the default
     */
    public void musicClass(String newClass) {
        musicClass = newClass;
    }

    /** {@return the account that CDRs are written to} */
    public String accountCode() {
        return accountCode;
    }

    /**
     * Sets the account that CDRs are written to.
     *
     * @param code the account
     */
    public void accountCode(String code) {
        accountCode = code;
    }

    /** {@return what billing makes of its calls} */
    public AmaFlags amaFlags() {
        return amaFlags;
    }

    /**
     * Sets what billing makes of its calls.
     *
     * @param flags the flags
     */
    public void amaFlags(AmaFlags flags) {
        amaFlags = flags;
    }

    /** {@return where it is in the dialplan} */
    public DialplanPosition position() {
        return position;
    }

    /**
     * Moves it in the dialplan.
     *
     * @param newPosition what runs next
     */
    public void position(DialplanPosition newPosition) {
        position = newPosition;
    }

    /** {@return the application that runs, empty when none does} */
    public String application() {
        return application;
    }

    /**
     * Tells what runs, for listings and CDRs.
     *
     * @param newApplication its name
     * @param data           its arguments
     */
    public void application(String newApplication, String data) {
        applicationData = data; // first: who sees the application sees what it was given
        application = newApplication;
    }

    /** {@return the id of the bridge it is in, or {@code null}} */
    public @Nullable String bridgeId() {
        return bridgeId;
    }

    /**
     * Enters or leaves a bridge.
     *
     * @param id the bridge, or {@code null}
     */
    public void bridgeId(@Nullable String id) {
        bridgeId = id;
    }

    /** {@return the arguments of {@link #application}} */
    public String applicationData() {
        return applicationData;
    }

    /** {@return its variables} */
    public Variables variables() {
        return variables;
    }
}
