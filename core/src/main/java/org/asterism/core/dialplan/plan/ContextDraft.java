package org.asterism.core.dialplan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.dialplan.pattern.ExtensionPattern;
import org.jspecify.annotations.Nullable;

/** A context in the making. One thread at a time. */
public final class ContextDraft {
    private final String name;
    private final String registrar;
    private final Map<ExtensionKey, ExtensionDraft> extensions = new LinkedHashMap<>();
    private final List<Include> includes = new ArrayList<>();
    private final List<AlternativeSwitch> switches = new ArrayList<>();
    private final List<IgnorePattern> ignorePatterns = new ArrayList<>();

    /**
     * An empty context.
     *
     * @param name      its name
     * @param registrar who makes it
     */
    public ContextDraft(String name, String registrar) {
        this.name = name;
        this.registrar = registrar;
    }

    /**
     * The draft of a context as it is, to be changed.
     *
     * @param context the context
     * @return its draft
     */
    public static ContextDraft of(Context context) {
        ContextDraft draft = new ContextDraft(context.name(), context.registrar());
        for (Extension extension : context.extensions()) {
            draft.extensions.put(ExtensionKey.of(extension), ExtensionDraft.of(extension));
        }
        draft.includes.addAll(context.includes());
        draft.switches.addAll(context.switches());
        draft.ignorePatterns.addAll(context.ignorePatterns());
        return draft;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return who makes it} */
    public String registrar() {
        return registrar;
    }

    /**
     * Adds a step.
     *
     * @param extension   the extension, or a pattern
     * @param callerMatch the callers it is for, {@code null} for all
     * @param priority    the step
     * @param replace     whether a step that is there already gives way
     * @return what its author should know; {@code null} when nothing is the matter
     * @throws PriorityTaken there is such a step already, and it stays
     */
    public @Nullable String add(String extension, @Nullable String callerMatch, Priority priority, boolean replace)
            throws PriorityTaken {
        ExtensionDraft draft = extensions.computeIfAbsent(
                ExtensionKey.of(extension, callerMatch), _ -> new ExtensionDraft(extension, callerMatch));
        if (!replace && draft.priority(priority.number()) != null) {
            throw new PriorityTaken(name, extension, priority.number(), draft.name());
        }
        Priority labelled = priority.label().isEmpty() ? null : draft.labelled(priority.label());
        if (labelled != null && labelled.number() != priority.number()) {
            draft.put(priority.unlabelled());
            return "Extension '%s' priority %d in '%s', label '%s' already in use at priority %d"
                    .formatted(extension, priority.number(), name, priority.label(), labelled.number());
        }
        draft.put(priority);
        return ExtensionPattern.isPattern(extension)
                ? ExtensionPattern.of(extension).problem()
                : null;
    }

    /**
     * Takes steps out.
     *
     * @param extension   the extension or pattern, as it was added
     * @param callerMatch the callers it is for, {@code null} for all
     * @param number      the step, 0 for all of them
     * @param registrar   whose steps, {@code null} for everybody's
     * @return how many steps were taken out
     */
    public int remove(String extension, @Nullable String callerMatch, int number, @Nullable String registrar) {
        ExtensionKey key = ExtensionKey.of(extension, callerMatch);
        ExtensionDraft draft = extensions.get(key);
        if (draft == null) {
            return 0;
        }
        int removed = draft.remove(number, registrar);
        if (draft.isEmpty()) {
            extensions.remove(key);
        }
        return removed;
    }

    /**
     * The number of a labelled step.
     *
     * @param extension   the extension or pattern
     * @param callerMatch the callers it is for, {@code null} for all
     * @param label       the label
     * @return its number, or -1 when there is none
     */
    public int labelled(String extension, @Nullable String callerMatch, String label) {
        ExtensionDraft draft = extensions.get(ExtensionKey.of(extension, callerMatch));
        Priority found = draft == null ? null : draft.labelled(label);
        return found == null ? -1 : found.number();
    }

    /**
     * Whether an extension has been added.
     *
     * @param extension   the extension or pattern
     * @param callerMatch the callers it is for, {@code null} for all
     * @return whether it has steps
     */
    public boolean has(String extension, @Nullable String callerMatch) {
        return extensions.containsKey(ExtensionKey.of(extension, callerMatch));
    }

    /**
     * Has another context searched too.
     *
     * @param include the other context; the same one twice counts once
     */
    public void include(Include include) {
        if (includes.stream().noneMatch(each -> each.text().equals(include.text()))) {
            includes.add(include);
        }
    }

    /**
     * Adds a switch.
     *
     * @param added where else extensions could be looked for
     */
    public void add(AlternativeSwitch added) {
        if (switches.stream().noneMatch(each -> each.text().equals(added.text()))) {
            switches.add(added);
        }
    }

    /**
     * Has dial tone go on after some digits.
     *
     * @param added the digits
     */
    public void add(IgnorePattern added) {
        if (ignorePatterns.stream().noneMatch(each -> each.text().equals(added.text()))) {
            ignorePatterns.add(added);
        }
    }

    /** Takes over what others than a registrar have put into a context of the same name. */
    void keepOthers(Context old, String replaced) {
        for (Extension extension : old.extensions()) {
            ExtensionDraft kept = ExtensionDraft.of(extension);
            kept.remove(0, replaced);
            if (!kept.isEmpty()) {
                ExtensionDraft mine = extensions.putIfAbsent(ExtensionKey.of(extension), kept);
                if (mine != null) {
                    for (Priority priority : kept.finish().priorities()) {
                        if (mine.priority(priority.number()) == null) {
                            mine.put(priority);
                        }
                    }
                }
            }
        }
        old.includes().stream()
                .filter(each -> !each.registrar().equals(replaced))
                .forEach(this::include);
        old.switches().stream()
                .filter(each -> !each.registrar().equals(replaced))
                .forEach(this::add);
        old.ignorePatterns().stream()
                .filter(each -> !each.registrar().equals(replaced))
                .forEach(this::add);
    }

    boolean isEmpty() {
        return extensions.isEmpty() && includes.isEmpty() && switches.isEmpty() && ignorePatterns.isEmpty();
    }

    List<Extension> extensions() {
        return extensions.values().stream().map(ExtensionDraft::finish).toList();
    }

    List<Include> includes() {
        return includes;
    }

    List<AlternativeSwitch> switches() {
        return switches;
    }

    List<IgnorePattern> ignorePatterns() {
        return ignorePatterns;
    }
}
