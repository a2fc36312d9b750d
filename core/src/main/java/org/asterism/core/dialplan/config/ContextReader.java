package org.asterism.core.dialplan.config;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.dialplan.plan.AlternativeSwitch;
import org.asterism.core.dialplan.plan.CallTimes;
import org.asterism.core.dialplan.plan.ContextDraft;
import org.asterism.core.dialplan.plan.IgnorePattern;
import org.asterism.core.dialplan.plan.Include;
import org.asterism.core.dialplan.plan.Origin;
import org.asterism.core.dialplan.plan.Priority;
import org.asterism.core.dialplan.plan.PriorityTaken;
import org.jspecify.annotations.Nullable;

/** Reads one section of extensions.conf into its context. One thread, one use. */
final class ContextReader {
    private static final int MAX_NAME = 79;
    private static final int NO_PRIORITY = -2;

    private final ContextDraft context;
    private final UnaryOperator<String> substitute;
    private final List<ConfigProblem> problems;
    private int lastPriority = NO_PRIORITY;
    private @Nullable String lastExtension;

    ContextReader(ContextDraft context, UnaryOperator<String> substitute, List<ConfigProblem> problems) {
        this.context = context;
        this.substitute = substitute;
        this.problems = problems;
    }

    void read(ConfigSection section) {
        if (section.name().length() > MAX_NAME) {
            problems.add(ConfigProblem.warning(
                    section.file(),
                    section.line(),
                    "The name of context '" + section.name() + "' is longer than " + MAX_NAME + " characters"
                            + place(section.file(), section.line())));
            return;
        }
        for (ConfigEntry entry : section.entries()) {
            switch (entry.key().toLowerCase(Locale.ROOT)) {
                case "exten" -> extension(entry);
                case "same" -> same(entry);
                case "include" -> include(entry);
                case "ignorepat" ->
                    context.add(new IgnorePattern(substitute.apply(entry.value()), ExtensionsConf.REGISTRAR));
                case "switch", "lswitch" -> alternative(entry, substitute.apply(entry.value()));
                case "eswitch" -> alternative(entry, entry.value());
                case "autohints" -> warn(entry, "autohints is accepted, but hints are not made by themselves");
                default ->
                    problems.add(warning(
                            entry, "==!!== Unknown directive: " + entry.key() + place(entry) + " -- IGNORING!!!"));
            }
        }
    }

    private void extension(ConfigEntry entry) {
        int comma = commaOutsideBrackets(entry.value());
        String name = substitute.apply(entry.value().substring(0, comma).strip());
        lastExtension = name;
        step(entry, name, comma < entry.value().length() ? entry.value().substring(comma + 1) : "");
    }

    private void same(ConfigEntry entry) {
        if (lastExtension == null) {
            problems.add(ConfigProblem.error(
                    entry.file(),
                    entry.line(),
                    "No previous pattern in the first entry of context '" + context.name() + "' to match 'same'"
                            + place(entry) + "!"));
            return;
        }
        step(entry, lastExtension, entry.value());
    }

    private void step(ConfigEntry entry, String nameAndCaller, String rest) {
        int slash = nameAndCaller.indexOf('/');
        String name = withoutBlanks(slash < 0 ? nameAndCaller : nameAndCaller.substring(0, slash));
        String caller = slash < 0 ? null : nameAndCaller.substring(slash + 1).strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            warn(entry, "The name of an extension must have 1 to " + MAX_NAME + " characters");
            return;
        }
        if (name.equals("_.") || name.equals("_!")) {
            warn(
                    entry,
                    "The use of '%s' for an extension is strongly discouraged and can have unexpected behavior.  Please use '_X%s' instead"
                            .formatted(name, name.substring(1)));
        }
        int comma = rest.indexOf(',');
        String where = (comma < 0 ? rest : rest.substring(0, comma)).strip();
        String what = comma < 0 ? "" : rest.substring(comma + 1).strip();
        StepNumber number = StepNumber.read(where, lastPriority, label -> context.labelled(name, caller, label));
        switch (number) {
            case StepNumber.Wrong wrong -> warn(entry, wrong.message());
            case StepNumber.WrongEnd wrong -> problems.add(warning(entry, wrong.message() + place(entry) + "!"));
            case StepNumber.Good good -> {
                if (good.number() != Priority.HINT) {
                    lastPriority = good.number();
                }
                add(entry, name, caller, good, what);
            }
        }
    }

    private void add(ConfigEntry entry, String name, @Nullable String caller, StepNumber.Good step, String what) {
        String application = what;
        String arguments = "";
        int open = what.indexOf('(');
        if (open >= 0 && step.number() != Priority.HINT) {
            int close = what.lastIndexOf(')');
            if (close < open) {
                warn(entry, "No closing parenthesis found? '" + what + "'");
                close = what.length();
            }
            application = what.substring(0, open).strip();
            arguments = what.substring(open + 1, close);
        }
        Origin origin = new Origin(ExtensionsConf.REGISTRAR, entry.file(), entry.line());
        try {
            String complaint = context.add(
                    name, caller, new Priority(step.number(), step.label(), application, arguments, origin), false);
            if (complaint != null) {
                problems.add(warning(entry, complaint + place(entry)));
            }
        } catch (PriorityTaken e) {
            problems.add(warning(entry, String.valueOf(e.getMessage())));
            warn(entry, "Unable to register extension");
        }
    }

    private void include(ConfigEntry entry) {
        Include include = Include.of(substitute.apply(entry.value()), ExtensionsConf.REGISTRAR);
        CallTimes times = include.times();
        if (times != null) {
            times.problems().forEach(problem -> warn(entry, problem));
        }
        context.include(include);
    }

    private void alternative(ConfigEntry entry, String text) {
        context.add(new AlternativeSwitch(text, ExtensionsConf.REGISTRAR));
        warn(entry, "No switch of this kind: '" + text + "' is listed, but no extension is looked for there");
    }

    private void warn(ConfigEntry entry, String message) {
        problems.add(warning(entry, message + place(entry)));
    }

    private static ConfigProblem warning(ConfigEntry entry, String message) {
        return ConfigProblem.warning(entry.file(), entry.line(), message);
    }

    private static String place(ConfigEntry entry) {
        return place(entry.file(), entry.line());
    }

    private static String place(String file, int line) {
        return " at line " + line + " of " + file;
    }

    private static String withoutBlanks(String name) {
        return name.replace(" ", "").replace("\t", "");
    }

    private static int commaOutsideBrackets(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[' -> depth++;
                case ']' -> depth = Math.max(0, depth - 1);
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return text.length();
    }
}
