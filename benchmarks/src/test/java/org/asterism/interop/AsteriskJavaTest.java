package org.asterism.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.CommandAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.IaxPeerListAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.UserEventAction;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.PeerEntryEvent;
import org.asteriskjava.manager.event.RegistrationsCompleteEvent;
import org.asteriskjava.manager.event.RegistryEntryEvent;
import org.asteriskjava.manager.event.RegistryEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.event.UserEvent;
import org.asteriskjava.manager.response.CommandResponse;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that programs use for Asterisk's manager interface, as it is, against ours. */
@Tag("interop")
class AsteriskJavaTest {
    private static final String ADDRESS = "127.0.0.79";

    @TempDir
    static Path folder;

    /** Lists IAX2 registrations, which the library has no class for. */
    public static final class IaxRegistryAction extends AbstractManagerAction implements EventGeneratingAction {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAction() {
            return "IAXregistry";
        }

        @Override
        public Class<? extends ResponseEvent> getActionCompleteEventClass() {
            return RegistrationsCompleteEvent.class;
        }
    }

    /** An event with a field of its own. */
    public static final class WeatherEvent extends UserEvent {
        private static final long serialVersionUID = 1L;

        private String wind;

        /** As the library makes events. */
        public WeatherEvent(Object source) {
            super(source);
        }

        /** {@return the field} */
        public String getWind() {
            return wind;
        }

        /** Sets the field. */
        public void setWind(String text) {
            wind = text;
        }
    }

    @Test
    void worksAgainstOurManager() throws Exception {
        int port = Ports.free(ADDRESS);
        int iaxPort = Ports.free(ADDRESS);
        try (AsterismProcess asterism = AsterismProcess.start(
                folder,
                Map.of(
                        "manager.conf",
                        ManagerAccess.conf(ADDRESS, port),
                        "iax.conf",
                        iax(iaxPort),
                        "extensions.conf",
                        "[default]\n"))) {
            ManagerConnection connection = ManagerAccess.library(ADDRESS, port);
            Queue<ManagerEvent> events = new ConcurrentLinkedQueue<>();
            connection.addEventListener(events::add);
            connection.registerUserEventClass(WeatherEvent.class);
            connection.login();
            try {
                assertThat(connection.getVersion()).isEqualTo(AsteriskVersion.ASTERISK_22);
                assertThat(connection.sendAction(new PingAction()).getResponse())
                        .isEqualTo("Success");
                commands(connection);
                lists(connection);
                asterism.cli("module refresh chan_iax2.so"); // it tries to register at once
                Eventually.within(
                        60,
                        () -> assertThat(events)
                                .anySatisfy(event -> assertThat(event)
                                        .isInstanceOfSatisfying(
                                                RegistryEvent.class,
                                                registry -> assertThat(registry.getUsername())
                                                        .isEqualTo("phone"))));
                WeatherEvent weather = new WeatherEvent(this);
                weather.setWind("north");
                connection.sendAction(new UserEventAction(weather));
                Eventually.within(
                        60,
                        () -> assertThat(events)
                                .anySatisfy(event -> assertThat(event)
                                        .isInstanceOfSatisfying(
                                                WeatherEvent.class,
                                                received -> assertThat(received.getWind())
                                                        .isEqualTo("north"))));
            } finally {
                connection.logoff();
            }
            assertThat(asterism.log()).doesNotContain(ManagerAccess.SECRET);
        }
    }

    private static void commands(ManagerConnection connection) throws Exception {
        ManagerResponse answer = connection.sendAction(new CommandAction("core show uptime"));
        assertThat(answer).isInstanceOf(CommandResponse.class);
        assertThat(((CommandResponse) answer).getResult()).anyMatch(line -> line.startsWith("System uptime: "));
        assertThat(connection.sendAction(new CommandAction("no such command"))).isInstanceOf(ManagerError.class);
    }

    private static void lists(ManagerConnection connection) throws Exception {
        ResponseEvents registrations = connection.sendEventGeneratingAction(new IaxRegistryAction());
        assertThat(registrations.getEvents())
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                RegistryEntryEvent.class,
                                entry -> assertThat(entry.getUsername()).isEqualTo("phone")));
        ResponseEvents peers = connection.sendEventGeneratingAction(new IaxPeerListAction());
        assertThat(peers.getEvents())
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                PeerEntryEvent.class,
                                entry -> assertThat(entry.getObjectName()).isEqualTo("phone")));
    }

    /** Registers with itself, with the wrong password. */
    private static String iax(int port) {
        return """
            [general]
            bindaddr = %1$s
            bindport = %2$d
            register => phone:wrong@%1$s:%2$d
            [phone]
            type = friend
            host = dynamic
            secret = word
            """.formatted(ADDRESS, port);
    }
}
