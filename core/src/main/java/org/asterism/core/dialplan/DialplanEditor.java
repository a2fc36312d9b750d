package org.asterism.core.dialplan;

import java.util.Collection;
import org.asterism.core.dialplan.plan.ContextDraft;
import org.asterism.core.dialplan.plan.DialplanSnapshot;
import org.asterism.core.dialplan.plan.PriorityTaken;
import org.jspecify.annotations.Nullable;

/**
 * Changes the dialplan. Each change puts another snapshot in force at once; calls that run see it at their next step. Safe for
 * any thread.
 */
public interface DialplanEditor {
    /** {@return the dialplan in force} */
    DialplanSnapshot snapshot();

    /**
     * Adds one step, as {@code regcontext} and {@code dialplan add extension} do.
     *
     * @param context     the context, made where there is none
     * @param extension   the extension, or a pattern
     * @param priority    its number, from 1; {@link org.asterism.core.dialplan.plan.Priority#HINT} for a hint
     * @param application the application, or the devices of a hint
     * @param arguments   the text between its parentheses
     * @param registrar   the module that adds it
     * @param replace     whether a step that is there already gives way
     * @throws PriorityTaken there is such a step already, and it is not to be replaced
     */
    void addExtension(
            String context,
            String extension,
            int priority,
            String application,
            String arguments,
            String registrar,
            boolean replace)
            throws PriorityTaken;

    /**
     * Takes steps out.
     *
     * @param context     the context
     * @param extension   the extension or pattern, as it was added
     * @param callerMatch the callers it is for, {@code null} for all
     * @param priority    the step, 0 for all of them
     * @param registrar   whose steps, {@code null} for everybody's
     * @return whether there was something to take out
     */
    boolean removeExtension(
            String context, String extension, @Nullable String callerMatch, int priority, @Nullable String registrar);

    /**
     * Replaces all that one registrar has put into the dialplan.
     *
     * @param registrar         whose part is replaced
     * @param contexts          what takes its place
     * @param autoFallThrough   whether a call ends where its extension does
     */
    void replace(String registrar, Collection<ContextDraft> contexts, boolean autoFallThrough);
}
