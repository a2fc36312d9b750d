package org.asterism.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What a section must be like to be continued: {@code [name](+type=aor&x=1)}. The pseudo-variable {@code TEMPLATES} says
 * whether templates count ({@code include}), are all that counts ({@code restrict}), or do not (the default).
 */
record SectionFilter(Templates templates, List<Condition> conditions) {
    static final SectionFilter ALL = new SectionFilter(Templates.INCLUDE, List.of());

    /** What the last value of a key must be. */
    record Condition(String key, String value) {}

    enum Templates {
        EXCLUDE,
        INCLUDE,
        RESTRICT
    }

    /** Parses the text after the plus sign: conditions joined by ampersands, all of which must hold. */
    static SectionFilter parse(String text) throws Rejection {
        Templates templates = Templates.EXCLUDE;
        List<Condition> conditions = new ArrayList<>();
        for (String condition : text.split("&", -1)) {
            if (condition.isEmpty()) {
                continue;
            }
            int equals = condition.indexOf('=');
            if (equals < 0) {
                throw new Rejection(
                        "parse error: the filter '" + condition + "' has no '='",
                        "write the section as [name](+key=value&key=value)");
            }
            String key = condition.substring(0, equals).trim();
            String value = condition.substring(equals + 1).trim();
            if (key.equalsIgnoreCase("TEMPLATES")) {
                templates = value.equalsIgnoreCase("restrict")
                        ? Templates.RESTRICT
                        : value.equalsIgnoreCase("include") ? Templates.INCLUDE : templates;
            } else {
                conditions.add(new Condition(key, value));
            }
        }
        return new SectionFilter(templates, List.copyOf(conditions));
    }

    boolean admits(DraftSection section) {
        boolean kind = switch (templates) {
            case EXCLUDE -> !section.isTemplate();
            case INCLUDE -> true;
            case RESTRICT -> section.isTemplate();
        };
        return kind && conditions.stream().allMatch(condition -> section.has(condition.key(), condition.value()));
    }
}
