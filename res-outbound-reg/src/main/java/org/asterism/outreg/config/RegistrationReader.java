package org.asterism.outreg.config;

import org.asterism.core.config.OptionValues;
import org.jspecify.annotations.Nullable;

/** Reads sections {@code type=registration}. */
final class RegistrationReader {
    private static final String SEMICOLONS = "; a ';' within it must be written '\\;', or it begins a comment";

    private RegistrationReader() {}

    /** {@return the object, or null after the section has been told what is wrong with it} */
    static @Nullable RegistrationSettings read(SectionReader section, OptionValues values) {
        String id = section.id();
        RegistrationSettings settings = RegistrationSettings.of(id, values);
        if (settings.serverUri().isEmpty()) {
            section.refuse(
                    values,
                    RegistrationOptions.SERVER_URI,
                    "No server URI specified on outbound registration '" + id + "'; write server_uri=sip:registrar");
            return null;
        }
        if (settings.clientUri().isEmpty()) {
            section.refuse(
                    values,
                    RegistrationOptions.CLIENT_URI,
                    "No client URI specified on outbound registration '" + id + "'; write client_uri=sip:user@domain");
            return null;
        }
        if (!UriCheck.isUsable(settings.serverUri())) {
            section.refuse(
                    values,
                    RegistrationOptions.SERVER_URI,
                    "Server URI or hostname length exceeds pjproject limit or is not a sip(s) uri: '" + id
                            + "'; write server_uri=sip:host without < >" + SEMICOLONS);
            return null;
        }
        if (!UriCheck.isUsable(settings.clientUri())) {
            section.refuse(
                    values,
                    RegistrationOptions.CLIENT_URI,
                    "Client URI or hostname length exceeds pjproject limit or is not a sip(s) uri: '" + id
                            + "'; write client_uri=sip:user@domain without display name and < >");
            return null;
        }
        if (!settings.outboundProxy().isEmpty() && !UriCheck.isUsable(settings.outboundProxy())) {
            section.refuse(
                    values,
                    RegistrationOptions.OUTBOUND_PROXY,
                    "Outbound proxy URI or hostname length exceeds pjproject limit or is not a sip(s) uri: '" + id
                            + "'; write outbound_proxy=sip:host\\;lr");
            return null;
        }
        RegistrationSettings.Contact contact = settings.contact();
        if (contact.line() && contact.endpoint().isEmpty()) {
            section.refuse(
                    values,
                    RegistrationOptions.LINE,
                    "Line support has been enabled on outbound registration '" + id
                            + "' without providing an endpoint; write endpoint= too");
            return null;
        }
        if (!contact.line() && !contact.endpoint().isEmpty()) {
            section.refuse(
                    values,
                    RegistrationOptions.ENDPOINT,
                    "An endpoint has been specified on outbound registration '" + id
                            + "' without enabling line support; write line=yes too");
            return null;
        }
        return settings;
    }
}
