package org.asterism.core.dialplan.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of one context as a tree with a level for each position, walked in the order in which Asterisk tries patterns: left
 * to right by how few characters a position allows, then {@code .}, then {@code !}, then the end. Patterns that allow the same
 * share a leaf. Built by one thread; then read by any.
 *
 * @param <T> what is found at the leaves
 */
public final class PatternTree<T> {
    /**
     * Is shown what matches, the best first.
     *
     * @param <T> what is found
     */
    @FunctionalInterface
    public interface Visitor<T> {
        /**
         * Takes a match.
         *
         * @param found   what is at the leaf
         * @param decided the pattern ends in {@code !} and has matched already, so that no further digit is worth waiting for
         * @return whether the search is over
         */
        boolean visit(T found, boolean decided);
    }

    private static final class Node<T> {
        private final TreeMap<DigitSet, Node<T>> next = new TreeMap<>();
        private @Nullable T some;
        private @Nullable T any;
        private @Nullable T end;
    }

    private final Node<T> root = new Node<>();

    /**
     * Finds or makes the leaf of a pattern.
     *
     * @param pattern the pattern
     * @param leaf    what to put there when no pattern that allows the same is in the tree yet
     * @return what is at the leaf
     */
    public T leaf(ExtensionPattern pattern, T leaf) {
        Node<T> node = root;
        for (DigitSet position : pattern.positions()) {
            node = node.next.computeIfAbsent(position, _ -> new Node<>());
        }
        T there = switch (pattern.tail()) {
            case SOME -> node.some;
            case ANY -> node.any;
            case END -> node.end;
        };
        if (there != null) {
            return there;
        }
        switch (pattern.tail()) {
            case SOME -> node.some = leaf;
            case ANY -> node.any = leaf;
            case END -> node.end = leaf;
        }
        return leaf;
    }

    /**
     * Shows what matches.
     *
     * @param mode    what is asked
     * @param dialled what was dialled, in significant characters
     * @param visitor is shown the matches until it has seen enough
     * @return whether the visitor ended the search
     */
    public boolean search(MatchMode mode, String dialled, Visitor<T> visitor) {
        return search(root, mode, dialled, 0, visitor);
    }

    /** {@return what is at the leaves, in the order of matching} */
    public List<T> leaves() {
        List<T> found = new ArrayList<>();
        forEach(root, found::add);
        return found;
    }

    private boolean search(Node<T> node, MatchMode mode, String dialled, int at, Visitor<T> visitor) {
        boolean complete = at == dialled.length();
        if (complete) {
            if (mode != MatchMode.MATCH) {
                for (Node<T> longer : node.next.values()) {
                    if (visitAll(longer, visitor)) {
                        return true;
                    }
                }
            }
        } else {
            char digit = dialled.charAt(at);
            for (var edge : node.next.entrySet()) {
                if (edge.getKey().contains(digit) && search(edge.getValue(), mode, dialled, at + 1, visitor)) {
                    return true;
                }
            }
        }
        if (node.some != null && (!complete || mode != MatchMode.MATCH) && visitor.visit(node.some, false)) {
            return true;
        }
        if (node.any != null && visitor.visit(node.any, true)) {
            return true;
        }
        return node.end != null && complete && mode != MatchMode.MATCH_MORE && visitor.visit(node.end, false);
    }

    private static <T> boolean visitAll(Node<T> node, Visitor<T> visitor) {
        for (Node<T> longer : node.next.values()) {
            if (visitAll(longer, visitor)) {
                return true;
            }
        }
        return (node.some != null && visitor.visit(node.some, false))
                || (node.any != null && visitor.visit(node.any, false))
                || (node.end != null && visitor.visit(node.end, false));
    }

    private static <T> void forEach(Node<T> node, Consumer<T> consumer) {
        node.next.values().forEach(longer -> forEach(longer, consumer));
        if (node.some != null) {
            consumer.accept(node.some);
        }
        if (node.any != null) {
            consumer.accept(node.any);
        }
        if (node.end != null) {
            consumer.accept(node.end);
        }
    }
}
