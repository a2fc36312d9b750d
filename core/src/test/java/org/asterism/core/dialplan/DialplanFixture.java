package org.asterism.core.dialplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.Variables;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.dialplan.config.ExtensionsConf;
import org.asterism.core.dialplan.expression.Scope;
import org.asterism.core.dialplan.expression.Substitution;
import org.asterism.core.media.Format;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.TestPbx;

/** A switch with a dialplan from a text, and calls in memory that go through it. The application Trace notes what it is given. */
final class DialplanFixture implements AutoCloseable {
    private final MemoryLoop loop = new MemoryLoop("dialplan-test");
    private final Path folder = temporaryFolder();
    private final TestPbx pbx = new TestPbx(folder);
    private final MemoryTechnology technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, false);
    private final List<String> trace = Collections.synchronizedList(new ArrayList<>());
    private final List<ConfigProblem> problems;

    DialplanFixture(String extensionsConf) {
        pbx.technologies().register(technology.name(), technology, "test");
        pbx.applications()
                .register(
                        "Trace",
                        new DeclaredApplication(
                                "Trace",
                                Documentation.of("Note", "Trace(text)", ""),
                                (_, arguments) -> trace.add(arguments)),
                        "test");
        problems = load(extensionsConf);
    }

    List<ConfigProblem> load(String extensionsConf) {
        try {
            ExtensionsConf conf = read(extensionsConf);
            pbx.dialplan().editor().replace(ExtensionsConf.REGISTRAR, conf.contexts(), conf.autoFallThrough());
            conf.globals().forEach(pbx.dialplan().globals()::set);
            return conf.problems();
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    static ExtensionsConf read(String text) throws ConfigException {
        return ExtensionsConf.read(
                ConfigFile.ofText("extensions.conf", text),
                globals -> new Substitution(new MapScope(globals, new ArrayList<>()))::apply);
    }

    TestPbx pbx() {
        return pbx;
    }

    Dialplan dialplan() {
        return pbx.dialplan();
    }

    MemoryTechnology technology() {
        return technology;
    }

    List<String> problems() {
        return problems.stream().map(ConfigProblem::message).toList();
    }

    List<String> trace() {
        return List.copyOf(trace);
    }

    /** Calls an extension and returns at once. */
    MemoryLeg call(String context, String extension) {
        return call(context, extension, CallerId.UNKNOWN);
    }

    MemoryLeg call(String context, String extension, CallerId caller) {
        MemoryLeg leg = technology.incoming("alice");
        Channel channel = leg.channel();
        channel.callerId(caller);
        channel.position(new DialplanPosition(context, extension, 1));
        pbx.dialplan().start(channel);
        return leg;
    }

    /** Calls an extension, waits until the call is over, and returns what Trace noted. */
    List<String> traceOf(String context, String extension) {
        trace.clear();
        untilOver(call(context, extension));
        return trace();
    }

    void untilOver(MemoryLeg leg) {
        Eventually.await(
                leg.channel().name() + " is over",
                () -> pbx.channels().find(leg.channel().uniqueId()) == null
                        && pbx.dialplan().activeRuns() == 0);
    }

    @Override
    public void close() {
        loop.close();
        pbx.database().close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("asterism-dialplan");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Variables in a map; functions answer with their name and arguments; warnings are kept. */
    record MapScope(Map<String, String> values, List<String> warnings) implements Scope {
        static MapScope of(String... namesAndValues) {
            Map<String, String> map = new HashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                map.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return new MapScope(map, new ArrayList<>());
        }

        @Override
        public String variable(String name) {
            return values.getOrDefault(name, "");
        }

        @Override
        public String function(String name, String arguments) {
            return switch (name) {
                case "LEN" -> String.valueOf(arguments.length());
                case "ABS" -> arguments.replace("-", "");
                default -> {
                    warnings.add("Function " + name + " not registered");
                    yield "";
                }
            };
        }

        @Override
        public boolean hasFunction(String name) {
            return name.equals("LEN") || name.equals("ABS");
        }

        @Override
        public void warn(String message) {
            warnings.add(message);
        }
    }

    Variables globals() {
        return pbx.dialplan().globals();
    }
}
