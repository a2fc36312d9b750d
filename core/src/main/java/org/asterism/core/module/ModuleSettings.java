package org.asterism.core.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.asterism.core.config.ConfigEntry;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Truth;

/**
 * What modules.conf wants.
 *
 * @param autoload whether everything that is there is to be loaded
 * @param wanted   what is to be loaded, by normal name, in the order it was first named
 * @param unwanted normal names that {@code noload} takes off the list
 */
public record ModuleSettings(boolean autoload, Map<String, Wish> wanted, Set<String> unwanted) {
    /**
     * A module that modules.conf names.
     *
     * @param spelling     as it was written, for messages
     * @param required     whether the switch must not start without it
     * @param preload      whether it starts before everything else
     * @param requiredWord the keyword that made it required, for messages
     */
    public record Wish(String spelling, boolean required, boolean preload, String requiredWord) {
        Wish and(Wish other) {
            return new Wish(
                    spelling,
                    required || other.required,
                    preload || other.preload,
                    required ? requiredWord : other.requiredWord);
        }
    }

    /**
     * Reads section {@code [modules]}.
     *
     * @param section the section
     * @return its settings
     * @throws StartupFailed an unknown keyword, or a module both required and not wanted: exit status 1
     */
    public static ModuleSettings read(ConfigSection section) throws StartupFailed {
        boolean autoload = false;
        Map<String, Wish> wanted = new LinkedHashMap<>();
        Set<String> unwanted = new LinkedHashSet<>();
        for (ConfigEntry entry : section.entries()) {
            String keyword = entry.key().toLowerCase(Locale.ROOT);
            String value = entry.value();
            switch (keyword) {
                case "autoload" -> autoload = Truth.isTrue(value);
                case "load" -> wish(wanted, new Wish(value, false, false, ""));
                case "preload" -> wish(wanted, new Wish(value, false, true, ""));
                case "require" -> wish(wanted, new Wish(value, true, false, keyword));
                case "preload-require" -> wish(wanted, new Wish(value, true, true, keyword));
                case "noload" -> unwanted.add(ModuleDescription.normalName(value));
                default ->
                    throw new StartupFailed(
                            StartupFailed.INITIALIZATION,
                            "Unknown configuration option '" + entry.key() + "' (" + entry.where()
                                    + "); known are autoload, load, noload, preload, require and preload-require");
            }
        }
        for (String name : unwanted) {
            Wish wish = wanted.get(name);
            if (wish != null && wish.required()) {
                throw new StartupFailed(
                        StartupFailed.INITIALIZATION,
                        name + " is configured with '" + wish.requiredWord()
                                + "' and 'noload', this is impossible. Remove one of the two lines.");
            }
        }
        return new ModuleSettings(autoload, wanted, unwanted);
    }

    /** {@return the names to load: those named, without the unwanted} */
    public List<String> names() {
        List<String> names = new ArrayList<>(wanted.keySet());
        names.removeAll(unwanted);
        return names;
    }

    private static void wish(Map<String, Wish> wanted, Wish wish) {
        wanted.merge(ModuleDescription.normalName(wish.spelling()), wish, Wish::and);
    }
}
