package org.asterism.outreg.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.outreg.registration.RegistrationScenario.AUTH;
import static org.asterism.outreg.registration.RegistrationScenario.section;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ActionRequest;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.manager.ManagerClient;
import org.asterism.core.manager.ManagerMessage;
import org.asterism.outreg.manager.RegistrationActions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manager's actions in the shapes of Asterisk 22. */
class RegistrationActionsTest {
    private static final class Operator implements ManagerClient {
        @Override
        public String userName() {
            return "operator";
        }

        @Override
        public boolean mayWrite(EventClass eventClass) {
            return true;
        }
    }

    private static RegistrationScenario registered() {
        RegistrationScenario scenario = RegistrationScenario.of(section("outbound_auth=alice") + AUTH);
        scenario.registrar.answers(ScriptedRegistrar::grant);
        scenario.registrar.runUntil(1);
        return scenario;
    }

    private static String run(RegistrationScenario scenario, String action, String... headers) {
        StringBuilder answer = new StringBuilder();
        ManagerAction found = RegistrationActions.all(scenario.registrations::configuration, scenario.service).stream()
                .filter(each -> each.name().equals(action))
                .findFirst()
                .orElseThrow();
        List<ManagerMessage.Header> sent = Stream.of(headers)
                .map(each -> each.split(": ", 2))
                .map(each -> new ManagerMessage.Header(each[0], each[1]))
                .toList();
        found.run(new ActionRequest(new Operator(), new ManagerMessage(sent), answer::append));
        return answer.toString().replace("\r\n", "\n");
    }

    @Test
    void listsRegistrationsAndTheirAuthsWithoutSecrets() {
        assertThat(run(registered(), "PJSIPShowRegistrationsOutbound", "ActionID: 42"))
                .startsWith("""
                    Response: Success
                    ActionID: 42
                    EventList: start
                    Message: Following are Events for each Outbound registration

                    Event: OutboundRegistrationDetail
                    ActionID: 42
                    ObjectType: registration
                    ObjectName: x
                    AuthRejectionPermanent: true
                    ClientUri: sip:ok@127.0.0.1:17090
                    """)
                .contains("\nMaxRandomInitialDelay: 0\n", "\nStatus: Registered\nNextReg: 3590\n")
                .contains(
                        "\nEvent: AuthDetail\nActionID: 42\nObjectType: auth\nObjectName: alice\n",
                        "\nPassword: ****\n")
                .doesNotContain("secret")
                .endsWith("""

                    Event: OutboundRegistrationDetailComplete
                    ActionID: 42
                    EventList: Complete
                    ListItems: 1
                    Registered: 1
                    NotRegistered: 0

                    """);
    }

    @ParameterizedTest
    @CsvSource({
        "PJSIPRegister,x,Success,Reregistration sent",
        "PJSIPRegister,*all,Success,Reregistrations queued.",
        "PJSIPRegister,nosuch,Error,Unable to retrieve registration entry",
        "PJSIPUnregister,x,Success,Unregistration sent",
        "PJSIPUnregister,*all,Success,Unregistrations queued.",
        "PJSIPUnregister,nosuch,Error,Unable to retrieve registration entry",
    })
    void sendsAndAnswers(String action, String registration, String response, String message) {
        RegistrationScenario scenario = registered();

        assertThat(run(scenario, action, "Registration: " + registration))
                .isEqualTo("Response: " + response + "\nMessage: " + message + "\n\n");
        scenario.registrar.runUntil(2);
        assertThat(scenario.registrar.lines().contains("1.5 Exp=0")
                        || scenario.registrar.lines().contains("1.0 Exp=0"))
                .isEqualTo(response.equals("Success"));
    }

    @Test
    void aRegistrationMustBeNamed() {
        assertThat(run(registered(), "PJSIPUnregister"))
                .isEqualTo("Response: Error\nMessage: Registration parameter missing.\n\n");
    }
}
