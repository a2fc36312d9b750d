package org.asterism.core.dialplan.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.dialplan.pattern.ExtensionPattern;
import org.jspecify.annotations.Nullable;

/** A whole dialplan at one moment. Immutable: changes make another one, and swapping the two is what a reload does. */
public final class DialplanSnapshot {
    /** A dialplan without contexts. */
    public static final DialplanSnapshot EMPTY = new DialplanSnapshot(Map.of());

    private final Map<String, Context> contexts;

    private DialplanSnapshot(Map<String, Context> contexts) {
        this.contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
    }

    /** {@return all contexts, the oldest first} */
    public Collection<Context> contexts() {
        return contexts.values();
    }

    /**
     * A context by its name.
     *
     * @param name the name
     * @return the context, or {@code null}
     */
    public @Nullable Context context(String name) {
        return contexts.get(name);
    }

    /**
     * This dialplan with all that one registrar had put into it replaced; what others did stays.
     *
     * @param registrar whose part is replaced
     * @param drafts    what takes its place
     * @return the new dialplan
     */
    public DialplanSnapshot replacing(String registrar, Collection<ContextDraft> drafts) {
        Map<String, ContextDraft> all = new LinkedHashMap<>();
        for (ContextDraft draft : drafts) {
            all.put(draft.name(), draft);
        }
        for (Context old : contexts.values()) {
            ContextDraft draft = all.get(old.name());
            if (draft == null) {
                draft = new ContextDraft(old.name(), old.registrar());
                draft.keepOthers(old, registrar);
                if (!draft.isEmpty() || !old.registrar().equals(registrar)) {
                    all.put(old.name(), draft);
                }
            } else {
                draft.keepOthers(old, registrar);
            }
        }
        Map<String, Context> made = new LinkedHashMap<>();
        all.forEach((name, draft) -> made.put(name, new Context(draft)));
        return new DialplanSnapshot(made);
    }

    /**
     * This dialplan with a step more; its context is made where there is none.
     *
     * @param context   the context
     * @param extension the extension, or a pattern, for all callers
     * @param priority  the step
     * @param replace   whether a step that is there already gives way
     * @return the new dialplan
     * @throws PriorityTaken there is such a step already, and it is not to be replaced
     */
    public DialplanSnapshot adding(String context, String extension, Priority priority, boolean replace)
            throws PriorityTaken {
        Context old = contexts.get(context);
        if (old != null && !ExtensionPattern.isPattern(extension)) {
            Extension there = old.exact(extension, null);
            ExtensionDraft draft = there == null ? new ExtensionDraft(extension, null) : ExtensionDraft.of(there);
            if (!replace && draft.priority(priority.number()) != null) {
                throw new PriorityTaken(context, extension, priority.number(), draft.name());
            }
            draft.put(priority);
            return with(old.withExact(draft.finish()));
        }
        ContextDraft draft =
                old == null ? new ContextDraft(context, priority.origin().registrar()) : ContextDraft.of(old);
        draft.add(extension, null, priority, replace);
        return with(new Context(draft));
    }

    /**
     * This dialplan with steps less.
     *
     * @param context     the context
     * @param extension   the extension or pattern, as it was added
     * @param callerMatch the callers it is for, {@code null} for all
     * @param number      the step, 0 for all of them
     * @param registrar   whose steps, {@code null} for everybody's
     * @return the new dialplan, or {@code null} when there is nothing to take out
     */
    public @Nullable DialplanSnapshot removing(
            String context, String extension, @Nullable String callerMatch, int number, @Nullable String registrar) {
        Context old = contexts.get(context);
        if (old == null) {
            return null;
        }
        if (ExtensionPattern.isPattern(extension)) {
            ContextDraft draft = ContextDraft.of(old);
            return draft.remove(extension, callerMatch, number, registrar) == 0 ? null : with(new Context(draft));
        }
        Extension there = old.exact(extension, callerMatch);
        if (there == null) {
            return null;
        }
        ExtensionDraft draft = ExtensionDraft.of(there);
        return draft.remove(number, registrar) == 0 ? null : with(old.withExact(draft.finish()));
    }

    /**
     * Names of contexts that are included but do not exist.
     *
     * @return one text for each, for the log
     */
    public List<String> missingIncludes() {
        List<String> missing = new ArrayList<>();
        for (Context context : contexts.values()) {
            for (Include include : context.includes()) {
                if (!contexts.containsKey(include.context())) {
                    missing.add("Context '%s' tries to include nonexistent context '%s'"
                            .formatted(context.name(), include.context()));
                }
            }
        }
        return missing;
    }

    private DialplanSnapshot with(Context context) {
        Map<String, Context> copy = new LinkedHashMap<>(contexts);
        copy.put(context.name(), context);
        return new DialplanSnapshot(copy);
    }
}
