package org.asterism.outreg.command;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.asterism.outreg.config.IdentifySettings;
import org.asterism.outreg.config.PjsipConfiguration;

/** {@code pjsip show identifies}. */
record IdentifyKind(Supplier<PjsipConfiguration> configuration) implements ObjectKind<IdentifySettings> {
    @Override
    public String word() {
        return "identify";
    }

    @Override
    public String words() {
        return "identifies";
    }

    @Override
    public String title() {
        return "Identify";
    }

    @Override
    public String titles() {
        return "Identifies";
    }

    @Override
    public SortedMap<String, IdentifySettings> objects() {
        return configuration.get().identifies();
    }

    @Override
    public String header() {
        return " Identify:  <Identify/Endpoint...........................................................>";
    }

    @Override
    public List<String> detailHeader() {
        return List.of("      Match:  <criteria...........................>");
    }

    @Override
    public String row(IdentifySettings identify) {
        return Rows.identify(identify, 0);
    }

    @Override
    public List<String> details(IdentifySettings identify) {
        return Rows.criteria(identify, 1);
    }

    @Override
    public boolean spaced() {
        return true;
    }
}
