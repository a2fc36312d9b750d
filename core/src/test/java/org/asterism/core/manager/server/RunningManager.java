package org.asterism.core.manager.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.event.Event;
import org.asterism.core.event.EventClass;
import org.asterism.core.manager.ManagerAction;
import org.asterism.core.manager.action.CoreActions;
import org.asterism.core.manager.config.ManagerConfiguration;
import org.asterism.core.manager.config.ManagerConfigurationReader;
import org.asterism.core.testing.TestPbx;

/** A manager interface on a free port of 127.0.0.1, configured by a text. */
final class RunningManager implements AutoCloseable {
    final TestPbx pbx;
    final ManagerServer server;
    private final Path folder;

    RunningManager(Path folder, String users) throws Exception {
        this.folder = folder;
        pbx = new TestPbx(folder);
        server = new ManagerServer(
                pbx, () -> Event.of("FullyBooted", EventClass.SYSTEM, "Uptime", "7", "Status", "Fully Booted"));
        for (ManagerAction action : server.actions()) {
            pbx.managerActions().register(action.name(), action, "manager");
        }
        for (ManagerAction action : CoreActions.all(pbx)) {
            pbx.managerActions().register(action.name(), action, "core");
        }
        server.apply(configuration("[general]\nenabled=yes\nbindaddr=127.0.0.1\nport=0\n" + users));
    }

    ManagerConfiguration configuration(String text) throws ConfigException {
        ManagerConfigurationReader reader = new ManagerConfigurationReader(null, folder);
        ManagerConfiguration configuration = reader.read(ConfigFile.ofText("manager.conf", text));
        List<ConfigProblem> errors = reader.problems().stream()
                .filter(problem -> problem.severity() == ConfigProblem.Severity.ERROR)
                .toList();
        assertThat(errors).isEmpty();
        return configuration;
    }

    InetSocketAddress address() {
        return server.addresses().getFirst();
    }

    Client connect() {
        try {
            return Client.connect(address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        pbx.database().close();
    }
}
