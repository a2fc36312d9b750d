package org.asterism.core.dialplan.plan;

import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asterism.core.dialplan.pattern.MatchMode;
import org.jspecify.annotations.Nullable;

/**
 * One search in a dialplan. A context is searched before those it includes; an extension that matches but does not have the step
 * that is asked for leaves the field to the next best, as in Asterisk. One thread, one use.
 */
public final class DialplanSearch {
    /** How far a search came. */
    public enum Outcome {
        /** There is no such context. */
        NO_CONTEXT,
        /** No extension matches. */
        NO_EXTENSION,
        /** An extension matches, but no matching one has that step. */
        NO_PRIORITY,
        /** Found. */
        FOUND
    }

    /**
     * What was found.
     *
     * @param extension the extension
     * @param priority  its step
     * @param context   the context it is in
     */
    public record Found(Extension extension, Priority priority, Context context) {}

    private final DialplanSnapshot plan;
    private final MatchMode mode;
    private final String dialled;
    private final String callerNumber;
    private final Supplier<ZonedDateTime> clock;
    private final Set<String> searched = new HashSet<>();
    private Outcome outcome = Outcome.NO_CONTEXT;
    private @Nullable Found found;
    private @Nullable ZonedDateTime now;

    /**
     * Prepares a search.
     *
     * @param plan         where to search
     * @param mode         what is asked
     * @param dialled      what was dialled
     * @param callerNumber who dialled it, may be empty
     * @param clock        asked for the time when an include has times
     */
    public DialplanSearch(
            DialplanSnapshot plan, MatchMode mode, String dialled, String callerNumber, Supplier<ZonedDateTime> clock) {
        this.plan = plan;
        this.mode = mode;
        this.dialled = dialled;
        this.callerNumber = callerNumber;
        this.clock = clock;
    }

    /**
     * Searches for a step by its number.
     *
     * @param context where to begin
     * @param number  the step
     * @return what was found, or {@code null}
     */
    public @Nullable Found priority(String context, int number) {
        search(context, extension -> extension.priority(number));
        return found;
    }

    /**
     * Searches for a step by its label.
     *
     * @param context where to begin
     * @param label   the label
     * @return what was found, or {@code null}
     */
    public @Nullable Found label(String context, String label) {
        search(context, extension -> extension.labelled(label));
        return found;
    }

    /** {@return how far the search came} */
    public Outcome outcome() {
        return outcome;
    }

    /** Returns whether the search is over. */
    private boolean search(String name, Function<Extension, @Nullable Priority> step) {
        Context context = plan.context(name);
        if (context == null || !searched.add(name)) {
            return false;
        }
        reached(Outcome.NO_EXTENSION);
        boolean over = context.search(mode, dialled, callerNumber, extension -> take(context, extension, step));
        if (over) {
            return true;
        }
        for (Include include : context.includes()) {
            if ((include.times() == null || include.counts(now())) && search(include.context(), step)) {
                return true;
            }
        }
        return false;
    }

    private boolean take(Context context, Extension extension, Function<Extension, @Nullable Priority> step) {
        Priority priority = step.apply(extension);
        if (priority == null) {
            reached(Outcome.NO_PRIORITY);
            return false;
        }
        reached(Outcome.FOUND);
        found = new Found(extension, priority, context);
        return true;
    }

    private void reached(Outcome further) {
        if (further.compareTo(outcome) > 0) {
            outcome = further;
        }
    }

    private ZonedDateTime now() {
        ZonedDateTime time = now;
        if (time == null) {
            time = clock.get();
            now = time;
        }
        return time;
    }
}
