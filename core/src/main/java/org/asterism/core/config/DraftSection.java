package org.asterism.core.config;

import java.util.ArrayList;
import java.util.List;

/** A section while its file is being read. */
final class DraftSection {
    final String name;
    private final String file;
    private final int line;
    private final List<String> bases = new ArrayList<>();
    private final List<ConfigEntry> entries = new ArrayList<>();
    private boolean template;

    DraftSection(String name, String file, int line) {
        this.name = name;
        this.file = file;
        this.line = line;
    }

    void makeTemplate() {
        template = true;
    }

    boolean isTemplate() {
        return template;
    }

    int size() {
        return entries.size();
    }

    void inherit(DraftSection base) {
        bases.add(base.name);
        entries.addAll(List.copyOf(base.entries));
    }

    void add(ConfigEntry entry) {
        entries.add(entry);
    }

    /** Carries out {@code key += value}: here the key is compared exactly, as Asterisk does. */
    void append(ConfigEntry addition) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            ConfigEntry entry = entries.get(i);
            if (entry.key().equals(addition.key())) {
                entries.set(i, entry.withAppended(addition.value()));
                return;
            }
        }
        entries.add(addition);
    }

    /** {@return whether the last value of {@code key} is {@code value}} */
    boolean has(String key, String value) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).is(key)) {
                return entries.get(i).value().equals(value);
            }
        }
        return false;
    }

    ConfigSection finish() {
        return new ConfigSection(name, file, line, bases, entries);
    }
}
