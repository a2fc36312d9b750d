package org.asterism.outreg.command;

import java.util.SortedMap;
import org.asterism.outreg.config.RegistrationSettings;
import org.asterism.outreg.registration.RegistrationControl;
import org.asterism.outreg.registration.RegistrationStanding;

/**
 * {@code pjsip show registrations}.
 *
 * @param control knows them
 */
record RegistrationKind(RegistrationControl control) implements ObjectKind<RegistrationSettings> {
    private static final int URI_END = 53;

    @Override
    public String word() {
        return "registration";
    }

    @Override
    public String words() {
        return "registrations";
    }

    @Override
    public String title() {
        return "Registration";
    }

    @Override
    public String titles() {
        return "Registrations";
    }

    @Override
    public SortedMap<String, RegistrationSettings> objects() {
        return control.registrations();
    }

    @Override
    public String header() {
        return " <Registration/ServerURI..............................>  <Auth....................>  <Status.......>";
    }

    @Override
    public String row(RegistrationSettings registration) {
        String id = registration.id();
        String uri = registration.serverUri();
        int width = URI_END - id.length();
        String shown = width > 0 ? Rows.cut(Rows.pad(uri, width), width) : uri;
        String auth = registration.outboundAuth().isEmpty()
                ? "n/a"
                : registration.outboundAuth().getFirst();
        RegistrationStanding standing = control.standing(id);
        return " " + id + "/" + shown + "  " + Rows.pad(auth, 26) + "  " + Rows.pad(standing.status(), 16) + " "
                + suffix(standing);
    }

    private static String suffix(RegistrationStanding standing) {
        long seconds = standing.secondsToNextSend();
        return " (exp. " + Math.abs(seconds) + "s" + (seconds < 0 ? " ago" : "") + ")";
    }
}
