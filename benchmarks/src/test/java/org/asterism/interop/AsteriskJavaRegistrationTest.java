package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.AuthDetail;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.RegistryEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library for Asterisk's manager interface rules a SIP registration of ours that a real Asterisk has granted. */
@RequiresAsterisk
class AsteriskJavaRegistrationTest {
    private static final String OURS = "127.0.0.81";
    private static final String THEIRS = "127.0.0.82";

    @TempDir
    static Path folder;

    private final Queue<ManagerEvent> events = new ConcurrentLinkedQueue<>();

    // The library has no classes for these.

    /** Lists outbound registrations. */
    public static final class ShowRegistrations extends AbstractManagerAction implements EventGeneratingAction {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAction() {
            return "PJSIPShowRegistrationsOutbound";
        }

        @Override
        public Class<? extends ResponseEvent> getActionCompleteEventClass() {
            return OutboundRegistrationDetailCompleteEvent.class;
        }
    }

    /** Registers or unregisters. */
    public static final class SendRegistration extends AbstractManagerAction {
        private static final long serialVersionUID = 1L;

        private final String action;
        private final String registration;

        SendRegistration(String action, String registration) {
            this.action = action;
            this.registration = registration;
        }

        @Override
        public String getAction() {
            return action;
        }

        /** {@return a field of the action} */
        public String getRegistration() {
            return registration;
        }
    }

    /** One registration of the list. */
    @AsteriskMapping("OutboundRegistrationDetail")
    public static final class OutboundRegistrationDetailEvent extends ResponseEvent {
        private static final long serialVersionUID = 1L;

        private String objectName;
        private String status;
        private int nextReg;

        /** As the library makes events. */
        public OutboundRegistrationDetailEvent(Object source) {
            super(source);
        }

        /** Sets a field. */
        public void setObjectName(String text) {
            objectName = text;
        }

        /** Sets a field. */
        public void setStatus(String text) {
            status = text;
        }

        /** Sets a field. */
        public void setNextReg(int seconds) {
            nextReg = seconds;
        }
    }

    /** The end of the list. */
    @AsteriskMapping("OutboundRegistrationDetailComplete")
    public static final class OutboundRegistrationDetailCompleteEvent extends ResponseEvent {
        private static final long serialVersionUID = 1L;

        private int registered;
        private int notRegistered;

        /** As the library makes events. */
        public OutboundRegistrationDetailCompleteEvent(Object source) {
            super(source);
        }

        /** Sets a field. */
        public void setRegistered(int count) {
            registered = count;
        }

        /** Sets a field. */
        public void setNotRegistered(int count) {
            notRegistered = count;
        }
    }

    @Test
    void listsUnregistersAndRegisters() throws Exception {
        int managerPort = Ports.free(OURS);
        int registrarPort = Ports.free(THEIRS);
        try (AsteriskPeer registrar = AsteriskPeer.start("java-registrar", folder, registrar(registrarPort));
                AsterismProcess asterism = AsterismProcess.start(folder, client(managerPort, registrarPort))) {
            ManagerConnection connection = ManagerAccess.library(OURS, managerPort);
            connection.addEventListener(events::add);
            connection.registerUserEventClass(OutboundRegistrationDetailEvent.class);
            connection.registerUserEventClass(OutboundRegistrationDetailCompleteEvent.class);
            connection.registerUserEventClass(AuthDetail.class);
            connection.login();
            try {
                awaitStatus(connection, "Registered", 1);
                assertThat(registrar.cli("pjsip show contacts")).contains("6001/sip:inbound@" + OURS);

                events.clear();
                send(connection, "PJSIPUnregister", "Unregistration sent");
                awaitEvent("Unregistered");
                awaitStatus(connection, "Unregistered", 0);
                assertThat(registrar.cli("pjsip show contacts")).doesNotContain("6001/sip:inbound@" + OURS);

                events.clear();
                send(connection, "PJSIPRegister", "Reregistration sent");
                awaitEvent("Registered");
                awaitStatus(connection, "Registered", 1);
                assertThat(registrar.cli("pjsip show contacts")).contains("6001/sip:inbound@" + OURS);

                assertThat(connection.sendAction(new SendRegistration("PJSIPRegister", "nosuch")))
                        .isInstanceOf(ManagerError.class)
                        .extracting(ManagerResponse::getMessage)
                        .isEqualTo("Unable to retrieve registration entry");
            } finally {
                connection.logoff();
            }
            assertThat(asterism.log()).doesNotContain("my_password");
        }
    }

    private static void send(ManagerConnection connection, String action, String answer) throws Exception {
        ManagerResponse response = connection.sendAction(new SendRegistration(action, "trunk"));
        assertThat(response.getResponse()).isEqualTo("Success");
        assertThat(response.getMessage()).isEqualTo(answer);
    }

    private void awaitEvent(String status) {
        Eventually.within(
                60,
                () -> assertThat(events)
                        .filteredOn(RegistryEvent.class::isInstance)
                        .extracting(RegistryEvent.class::cast)
                        .anySatisfy(event -> {
                            assertThat(event.getChannelType()).isEqualTo("PJSIP");
                            assertThat(event.getUsername()).isEqualTo("sip:6001@" + THEIRS);
                            assertThat(event.getStatus()).isEqualTo(status);
                        }));
    }

    /** Lists until the registration has the status; it must say when it goes on, whatever the status. */
    private static void awaitStatus(ManagerConnection connection, String status, int registered) {
        Eventually.within(60, () -> {
            List<ResponseEvent> list = list(connection);
            assertThat(list).hasSize(3);
            OutboundRegistrationDetailEvent detail = (OutboundRegistrationDetailEvent) list.getFirst();
            assertThat(detail.objectName).isEqualTo("trunk");
            assertThat(detail.status).isEqualTo(status);
            assertThat(detail.nextReg).isPositive();
            assertThat(((AuthDetail) list.get(1)).getPassword()).isEqualTo("****");
            OutboundRegistrationDetailCompleteEvent end = (OutboundRegistrationDetailCompleteEvent) list.getLast();
            assertThat(end.registered).isEqualTo(registered);
            assertThat(end.notRegistered).isEqualTo(1 - registered);
        });
    }

    private static List<ResponseEvent> list(ManagerConnection connection) {
        try {
            return List.copyOf(connection
                    .sendEventGeneratingAction(new ShowRegistrations())
                    .getEvents());
        } catch (IOException | EventTimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> registrar(int port) {
        return Map.of("modules.conf", "[modules]\nautoload=yes\n", "pjsip.conf", """
            [udp]
            type = transport
            bind = %s:%d
            [6001]
            type = endpoint
            auth = 6001
            aors = 6001
            [6001]
            type = auth
            username = 6001
            password = my_password
            [6001]
            type = aor
            max_contacts = 1
            remove_existing = yes
            """.formatted(THEIRS, port));
    }

    private static Map<String, String> client(int managerPort, int registrarPort) {
        return Map.of(
                "manager.conf",
                ManagerAccess.conf(OURS, managerPort),
                "modules.conf",
                RegistrationClients.MODULES,
                "extensions.conf",
                "[default]\n",
                "pjsip.conf",
                """
                [udp]
                type = transport
                bind = %1$s:0
                [trunk]
                type = registration
                server_uri = sip:%2$s:%3$d
                client_uri = sip:6001@%2$s
                contact_user = inbound
                outbound_auth = trunk
                max_random_initial_delay = 0
                [trunk]
                type = auth
                username = 6001
                password = my_password
                """.formatted(OURS, THEIRS, registrarPort));
    }
}
