package org.asterism.core.dialplan.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.OptionValues;
import org.asterism.core.dialplan.plan.ContextDraft;

/**
 * What {@code extensions.conf} says.
 *
 * @param contexts        its contexts in order, sections of one name merged
 * @param globals         the variables of {@code [globals]}
 * @param autoFallThrough whether a call ends where its extension does
 * @param clearGlobals    whether a reload forgets other global variables
 * @param problems        what its author should know, in the order of the lines
 */
public record ExtensionsConf(
        List<ContextDraft> contexts,
        Map<String, String> globals,
        boolean autoFallThrough,
        boolean clearGlobals,
        List<ConfigProblem> problems) {
    /** The file. */
    public static final String FILE = "extensions.conf";

    /** Who puts the file's extensions into the dialplan. */
    public static final String REGISTRAR = "pbx_config";

    /** Copies the collections. */
    public ExtensionsConf {
        contexts = List.copyOf(contexts);
        globals = Map.copyOf(globals);
        problems = List.copyOf(problems);
    }

    /** Replaces {@code ${…}} with the help of the file's global variables. */
    @FunctionalInterface
    public interface Substitutor {
        /**
         * Makes the function that replaces.
         *
         * @param globals the file's global variables so far; they may grow
         * @return replaces in a text
         */
        UnaryOperator<String> with(Map<String, String> globals);
    }

    /**
     * Reads the file.
     *
     * @param file        the parsed file
     * @param substitutor replaces global variables in names and values
     * @return what it says; lines that cannot be used are left out and told of
     */
    public static ExtensionsConf read(ConfigFile file, Substitutor substitutor) {
        List<ConfigProblem> problems = new ArrayList<>(file.problems());
        OptionValues general = GeneralOptions.SET.bind(file);
        problems.addAll(general.problems());
        Map<String, String> globals = new LinkedHashMap<>();
        UnaryOperator<String> substitute = substitutor.with(globals);
        for (ConfigSection section : file.sections("globals")) {
            for (ConfigEntry entry : section.entries()) {
                globals.put(entry.key(), substitute.apply(entry.value()));
            }
        }
        Map<String, ContextDraft> contexts = new LinkedHashMap<>();
        for (ConfigSection section : file.sections()) {
            String name = section.name().toLowerCase(Locale.ROOT);
            if (!name.equals("general") && !name.equals("globals")) {
                ContextDraft draft =
                        contexts.computeIfAbsent(section.name(), each -> new ContextDraft(each, REGISTRAR));
                new ContextReader(draft, substitute, problems).read(section);
            }
        }
        return new ExtensionsConf(
                List.copyOf(contexts.values()),
                globals,
                general.get(GeneralOptions.AUTO_FALL_THROUGH),
                general.get(GeneralOptions.CLEAR_GLOBAL_VARIABLES),
                problems);
    }
}
