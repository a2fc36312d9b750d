package org.asterism.outreg.config;

import java.util.List;

/** What a section of pjsip.conf describes. Immutable; equal when it means the same, wherever it is written. */
public sealed interface PjsipObject
        permits RegistrationSettings, AuthSettings, AorSettings, EndpointSettings, IdentifySettings {
    /** {@return the name of its section} */
    String id();

    /** {@return its options as tables show them, sorted by name} */
    List<Parameter> parameters();
}
