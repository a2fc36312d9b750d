package org.asterism.outreg.command;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.asterism.outreg.config.AorSettings;
import org.asterism.outreg.config.PjsipConfiguration;

/** {@code pjsip show aors}. */
record AorKind(Supplier<PjsipConfiguration> configuration) implements ObjectKind<AorSettings> {
    @Override
    public String word() {
        return "aor";
    }

    @Override
    public String words() {
        return "aors";
    }

    @Override
    public String title() {
        return "Aor";
    }

    @Override
    public String titles() {
        return "Aors";
    }

    @Override
    public SortedMap<String, AorSettings> objects() {
        return configuration.get().aors();
    }

    @Override
    public String header() {
        return "      Aor:  <Aor..............................................>  <MaxContact>";
    }

    @Override
    public List<String> detailHeader() {
        return List.of("    Contact:  <Aor/ContactUri............................> <Hash....> <Status> <RTT(ms)..>");
    }

    @Override
    public String row(AorSettings aor) {
        return Rows.aor(aor, 0);
    }

    @Override
    public List<String> details(AorSettings aor) {
        return Rows.contacts(aor, 1);
    }

    @Override
    public boolean spaced() {
        return true;
    }
}
