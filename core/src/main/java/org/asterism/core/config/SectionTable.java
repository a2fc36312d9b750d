package org.asterism.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sections of a file while it is being read: opened, continued, inherited from and filled. */
final class SectionTable {
    /** How many entries may come about, inherited ones counted each time. */
    static final int MAX_ENTRIES = 2_000_000;

    /** {@code word[section]}: nothing else looks like this, as a key has an equals sign behind it. */
    private static final Pattern STRAY_WORD = Pattern.compile("([^\\s=\\[\\]]+)\\s*(\\[[^=\\]]+])\\s*(\\([^=]*\\))?");

    private final List<DraftSection> sections = new ArrayList<>();
    private final List<ConfigProblem> problems;
    private long entries;

    SectionTable(List<ConfigProblem> problems) {
        this.problems = problems;
    }

    /** {@return the visible sections in order} */
    List<ConfigSection> finish() {
        return sections.stream()
                .filter(section -> !section.isTemplate())
                .map(DraftSection::finish)
                .toList();
    }

    /** Opens the section of a header line: a new one, or an existing one that is continued. */
    DraftSection open(SectionHeader header, Place place) throws Rejection {
        if (header.modifiers().isEmpty() && header.trailing().startsWith("(")) {
            problems.add(place.warning("Section [" + header.name() + "] does not inherit '" + header.trailing() + "', "
                    + place + ": there must be no blank before the parenthesis"));
        }
        DraftSection fresh = new DraftSection(header.name(), place.file(), place.line());
        DraftSection section = fresh;
        for (String modifier : header.modifiers()) {
            if (modifier.equals("!")) {
                section.makeTemplate();
            } else if (modifier.startsWith("+")) {
                DraftSection continued = continued(header.name(), modifier.substring(1));
                if (section.isTemplate()) {
                    continued.makeTemplate();
                }
                section = continued;
            } else {
                inherit(section, modifier);
            }
        }
        if (section == fresh) {
            sections.add(fresh);
        }
        return section;
    }

    /** Opens a section of a database, which knows no templates. */
    DraftSection open(String name, Place place) {
        DraftSection section = new DraftSection(name, place.file(), place.line());
        sections.add(section);
        return section;
    }

    /** Adds an entry as it stands. */
    void add(DraftSection section, String key, String value, Place place) throws Rejection {
        count(1);
        section.add(new ConfigEntry(key.trim(), value.trim(), place.file(), place.line(), false));
    }

    private DraftSection continued(String name, String filterText) throws Rejection {
        SectionFilter filter = SectionFilter.parse(filterText);
        DraftSection found = find(name, filter);
        if (found != null) {
            return found;
        }
        throw new Rejection(
                "Category addition requested, but category '" + name + "' does not exist",
                find(name, SectionFilter.ALL) == null
                        ? "define [" + name + "] above this line, or leave out the (+)"
                        : "no [" + name + "] above this line matches; a template is continued with"
                                + " (+TEMPLATES=include)");
    }

    private void inherit(DraftSection section, String baseName) throws Rejection {
        DraftSection base = find(baseName, SectionFilter.ALL);
        if (base == null) {
            throw new Rejection(
                    "Inheritance requested, but category '" + baseName + "' does not exist",
                    "define [" + baseName.trim() + "](!) above this line, and put no blanks around the commas");
        }
        count(base.size());
        section.inherit(base);
    }

    private @Nullable DraftSection find(String name, SectionFilter filter) {
        for (DraftSection section : sections) {
            if (section.name.equalsIgnoreCase(name) && filter.admits(section)) {
                return section;
            }
        }
        return null;
    }

    /** Carries out a {@code key = value}, {@code key => value} or {@code key += value} line. */
    void set(@Nullable DraftSection section, String line, Place place) throws Rejection {
        Matcher stray = STRAY_WORD.matcher(line);
        if (stray.matches()) {
            throw new Rejection(
                    "parse error: '" + stray.group(1) + "' stands before the section name '" + stray.group(2) + "'",
                    "a section header begins with '[': remove '" + stray.group(1)
                            + "', or what follows would be read as part of the section above");
        }
        if (section == null) {
            throw new Rejection(
                    "parse error: No category context", "put a section header such as [general] above this line");
        }
        boolean escaped = line.charAt(0) == '\\';
        if (escaped && (line.length() == 1 || line.charAt(1) <= ' ')) {
            throw new Rejection("Invalid escape", "a backslash at the beginning of a line is followed by [, # or ;");
        }
        String text = escaped ? line.substring(1) : line;
        int searched = escaped ? 1 : 0; // an escaped '=' is part of the key
        int equals = text.indexOf('=', searched);
        if (equals < 0) {
            problems.add(place.warning("No '=' (equal sign) in " + place));
            return;
        }
        boolean append = equals > searched && text.charAt(equals - 1) == '+';
        boolean object = !append && text.startsWith(">", equals + 1);
        String key = text.substring(0, append ? equals - 1 : equals).trim();
        String value = text.substring(equals + (object ? 2 : 1)).trim();
        if (key.isEmpty()) {
            problems.add(place.warning("No variable name in " + place));
            return;
        }
        count(1);
        ConfigEntry entry = new ConfigEntry(key, value, place.file(), place.line(), object);
        if (append) {
            section.append(entry);
        } else {
            section.add(entry);
        }
    }

    private void count(int added) throws Rejection {
        entries += added;
        if (entries > MAX_ENTRIES) {
            throw new Rejection(
                    "The configuration has more than " + MAX_ENTRIES + " entries",
                    "check for sections that inherit from each other many times over");
        }
    }
}
