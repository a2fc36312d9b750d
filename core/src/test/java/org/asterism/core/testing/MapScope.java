package org.asterism.core.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.dialplan.expression.Scope;

/**
 * Variables in a map, the functions LEN and ABS, and warnings that are kept.
 *
 * @param values   the variables
 * @param warnings what was warned of
 */
public record MapScope(Map<String, String> values, List<String> warnings) implements Scope {
    /**
     * A scope with some variables.
     *
     * @param namesAndValues names and values in turn
     * @return the scope
     */
    public static MapScope of(String... namesAndValues) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new MapScope(map, new ArrayList<>());
    }

    @Override
    public String variable(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public String function(String name, String arguments) {
        return switch (name) {
            case "LEN" -> String.valueOf(arguments.length());
            case "ABS" -> arguments.replace("-", "");
            default -> {
                warnings.add("Function " + name + " not registered");
                yield "";
            }
        };
    }

    @Override
    public boolean hasFunction(String name) {
        return name.equals("LEN") || name.equals("ABS");
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }
}
