package org.asterism.outreg.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.event.EventBus;
import org.asterism.outreg.config.PjsipConfiguration;
import org.asterism.outreg.config.PjsipConfigurationReader;

/** A pjsip.conf, the registrations it makes, and the registrar they meet. */
final class RegistrationScenario {
    static final String AUTH = """
        [alice]
        type=auth
        username=alice
        password=secret
        """;

    final ScriptedRegistrar registrar = new ScriptedRegistrar();
    final List<String> events = new ArrayList<>();
    final Registrations registrations;
    final RegistrationService service;

    private RegistrationScenario() {
        EventBus bus = new EventBus();
        bus.subscribe(event -> events.add(registrar.seconds() + " " + event.value("Status")));
        registrations = new Registrations(registrar, new Random(42), new RegistrationReports(bus));
        registrar.addConnectionListener((hop, _) -> registrations.connectionClosed(hop));
        service = new RegistrationService(registrations, registrar.loop(), registrar.network.clock());
    }

    /** One registration called {@code x}, without random delay, with further options. */
    static String section(String... options) {
        return """
            [x]
            type=registration
            server_uri=sip:127.0.0.1:17090
            client_uri=sip:ok@127.0.0.1:17090
            contact_user=inbound-calls
            max_random_initial_delay=0
            """ + String.join("\n", options) + "\n";
    }

    static RegistrationScenario of(String text) {
        RegistrationScenario scenario = new RegistrationScenario();
        scenario.reload(text);
        return scenario;
    }

    void reload(String text) {
        PjsipConfiguration configuration;
        try {
            configuration = PjsipConfigurationReader.read(ConfigFile.ofText("pjsip.conf", text));
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
        registrar.loop().execute(() -> registrations.configure(configuration));
    }

    String status() {
        return service.standing("x").status();
    }
}
