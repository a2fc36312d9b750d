package org.asterism.core.dialplan.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.asterism.core.dialplan.pattern.ExtensionPattern;
import org.asterism.core.dialplan.pattern.MatchMode;
import org.asterism.core.dialplan.pattern.PatternTree;
import org.jspecify.annotations.Nullable;

/** A context: its extensions, and where else extensions are looked for. Immutable; made by a {@link ContextDraft}. */
public final class Context {
    /** Extensions for certain callers go before those for all. */
    static final Comparator<Extension> CALLERS_FIRST = Comparator.comparing(
                    (Extension extension) -> extension.callerMatch() == null)
            .thenComparing(extension -> callerOrder(extension), Comparator.naturalOrder());

    private final String name;
    private final String registrar;
    private final Map<String, List<Extension>> exact;
    private final PatternTree<List<Extension>> patterns;
    private final List<Include> includes;
    private final List<AlternativeSwitch> switches;
    private final List<IgnorePattern> ignorePatterns;
    private volatile String @Nullable [] sortedNames;

    Context(ContextDraft draft) {
        name = draft.name();
        registrar = draft.registrar();
        exact = new HashMap<>();
        patterns = new PatternTree<>();
        for (Extension extension : draft.extensions()) {
            if (ExtensionPattern.isPattern(extension.name())) {
                patterns.leaf(ExtensionPattern.of(extension.name()), new ArrayList<>(1))
                        .add(extension);
            } else {
                exact.computeIfAbsent(ExtensionPattern.significant(extension.name()), _ -> new ArrayList<>(1))
                        .add(extension);
            }
        }
        exact.values().forEach(list -> list.sort(CALLERS_FIRST));
        patterns.leaves().forEach(list -> list.sort(CALLERS_FIRST));
        includes = List.copyOf(draft.includes());
        switches = List.copyOf(draft.switches());
        ignorePatterns = List.copyOf(draft.ignorePatterns());
    }

    private Context(Context old, String changedName, List<Extension> changed) {
        name = old.name;
        registrar = old.registrar;
        exact = new HashMap<>(old.exact);
        if (changed.isEmpty()) {
            exact.remove(changedName);
        } else {
            exact.put(changedName, changed);
        }
        patterns = old.patterns;
        includes = old.includes;
        switches = old.switches;
        ignorePatterns = old.ignorePatterns;
    }

    /** The same with one extension, not a pattern, put in place of the one that is the same, or taken out when it is empty. */
    Context withExact(Extension changed) {
        String key = ExtensionPattern.significant(changed.name());
        ExtensionKey same = ExtensionKey.of(changed);
        List<Extension> list = new ArrayList<>(exact.getOrDefault(key, List.of()));
        list.removeIf(each -> ExtensionKey.of(each).equals(same));
        if (!changed.priorities().isEmpty()) {
            list.add(changed);
            list.sort(CALLERS_FIRST);
        }
        return new Context(this, key, list);
    }

    /** The extension that is the same as this one, not a pattern. */
    @Nullable
    Extension exact(String extension, @Nullable String callerMatch) {
        ExtensionKey same = ExtensionKey.of(extension, callerMatch);
        for (Extension each : exact.getOrDefault(ExtensionPattern.significant(extension), List.of())) {
            if (ExtensionKey.of(each).equals(same)) {
                return each;
            }
        }
        return null;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return who made it} */
    public String registrar() {
        return registrar;
    }

    /** {@return all extensions in the order in which they are tried} */
    public List<Extension> extensions() {
        List<Extension> all = new ArrayList<>();
        for (String each : sortedNames()) {
            all.addAll(exact.getOrDefault(each, List.of()));
        }
        patterns.leaves().forEach(all::addAll);
        return all;
    }

    /** {@return contexts searched after this one, in order} */
    public List<Include> includes() {
        return includes;
    }

    /** {@return where else extensions could be looked for} */
    public List<AlternativeSwitch> switches() {
        return switches;
    }

    /** {@return digits after which dial tone goes on} */
    public List<IgnorePattern> ignorePatterns() {
        return ignorePatterns;
    }

    /**
     * Looks for extensions of this context alone.
     *
     * @param mode         what is asked
     * @param dialled      what was dialled
     * @param callerNumber who dialled it, may be empty
     * @param found        is shown extensions for that caller, the best first, until it takes one
     * @return whether the search is over: one was taken, or a pattern ending in {@code !} has decided that no digit more counts
     */
    boolean search(MatchMode mode, String dialled, String callerNumber, Predicate<Extension> found) {
        String digits = ExtensionPattern.significant(dialled);
        Predicate<Extension> taken = extension -> extension.isFor(callerNumber) && found.test(extension);
        if (mode != MatchMode.MATCH_MORE && anyOf(exact.get(digits), taken)) {
            return true;
        }
        if (mode != MatchMode.MATCH && searchLonger(digits, taken)) {
            return true;
        }
        return patterns.search(
                mode,
                digits,
                (extensions, decided) -> anyOf(
                        extensions,
                        decided && mode == MatchMode.MATCH_MORE ? extension -> extension.isFor(callerNumber) : taken));
    }

    private boolean searchLonger(String digits, Predicate<Extension> taken) {
        String[] names = sortedNames();
        int at = Arrays.binarySearch(names, digits);
        for (int i = at < 0 ? -at - 1 : at + 1; i < names.length && names[i].startsWith(digits); i++) {
            if (anyOf(exact.get(names[i]), taken)) {
                return true;
            }
        }
        return false;
    }

    private String[] sortedNames() {
        String[] names = sortedNames;
        if (names == null) {
            names = exact.keySet().toArray(String[]::new);
            Arrays.sort(names);
            sortedNames = names;
        }
        return names;
    }

    private static boolean anyOf(@Nullable List<Extension> extensions, Predicate<Extension> found) {
        if (extensions != null) {
            for (Extension extension : extensions) {
                if (found.test(extension)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String callerOrder(Extension extension) {
        String match = extension.callerMatch();
        return match == null ? "" : match;
    }
}
