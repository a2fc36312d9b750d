package org.asterism.outreg.command;

import java.util.SortedMap;
import java.util.function.Supplier;
import org.asterism.outreg.config.AuthSettings;
import org.asterism.outreg.config.PjsipConfiguration;

/** {@code pjsip show auths}. */
record AuthKind(Supplier<PjsipConfiguration> configuration) implements ObjectKind<AuthSettings> {
    @Override
    public String word() {
        return "auth";
    }

    @Override
    public String words() {
        return "auths";
    }

    @Override
    public String title() {
        return "Auth";
    }

    @Override
    public String titles() {
        return "Auths";
    }

    @Override
    public SortedMap<String, AuthSettings> objects() {
        return configuration.get().auths();
    }

    @Override
    public String header() {
        return "  I/OAuth:  <AuthId/UserName.............................................................>";
    }

    @Override
    public String row(AuthSettings auth) {
        return Rows.auth("Auth:", auth, 0);
    }
}
