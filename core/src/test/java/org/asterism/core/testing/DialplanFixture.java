package org.asterism.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.channel.Variables;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.config.ExtensionsConf;
import org.asterism.core.dialplan.expression.Substitution;
import org.asterism.core.media.Format;
import org.asterism.core.module.LoadableModule;

/** A switch with a dialplan from a text, and calls in memory that go through it. The application Trace notes what it is given. */
public final class DialplanFixture implements AutoCloseable {
    private final MemoryLoop loop = new MemoryLoop("dialplan-test");
    private final Path folder = temporaryFolder();
    private final TestPbx pbx = new TestPbx(folder);
    private final MemoryTechnology technology = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, false);
    private final List<String> trace = Collections.synchronizedList(new ArrayList<>());
    private final List<ConfigProblem> problems;
    private final Deque<ModuleHarness> modules = new ArrayDeque<>();

    /**
     * @param extensionsConf the text of extensions.conf
     */
    public DialplanFixture(String extensionsConf) {
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

    /**
     * Puts another text into force.
     *
     * @param extensionsConf the text of extensions.conf
     * @return what its author should know
     */
    public List<ConfigProblem> load(String extensionsConf) {
        try {
            ExtensionsConf conf = read(extensionsConf);
            pbx.dialplan().editor().replace(ExtensionsConf.REGISTRAR, conf.contexts(), conf.autoFallThrough());
            conf.globals().forEach(pbx.dialplan().globals()::set);
            return conf.problems();
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Reads a text without putting it into force.
     *
     * @param text the text of extensions.conf
     * @return what it says
     * @throws ConfigException it cannot be read
     */
    public static ExtensionsConf read(String text) throws ConfigException {
        return ExtensionsConf.read(
                ConfigFile.ofText("extensions.conf", text),
                globals -> new Substitution(new MapScope(globals, new ArrayList<>()))::apply);
    }

    /**
     * Loads a module until the fixture is closed.
     *
     * @param module the module
     * @return this
     */
    public DialplanFixture with(LoadableModule module) {
        try {
            modules.push(new ModuleHarness(pbx, module));
            return this;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Runs a console command.
     *
     * @param line the command
     * @return the lines of its answer
     */
    public List<String> console(String line) {
        List<String> lines = new ArrayList<>();
        pbx.cli().run(line, lines::add);
        return lines;
    }

    /** {@return the switch} */
    public TestPbx pbx() {
        return pbx;
    }

    /** {@return its dialplan} */
    public Dialplan dialplan() {
        return pbx.dialplan();
    }

    /** {@return makes its calls} */
    public MemoryTechnology technology() {
        return technology;
    }

    /** {@return what the author of the text should know} */
    public List<String> problems() {
        return problems.stream().map(ConfigProblem::message).toList();
    }

    /** {@return what Trace was given} */
    public List<String> trace() {
        return List.copyOf(trace);
    }

    /**
     * Calls an extension and returns at once.
     *
     * @param context   its context
     * @param extension the extension
     * @return the caller's leg
     */
    public MemoryLeg call(String context, String extension) {
        return call(context, extension, CallerId.UNKNOWN);
    }

    /**
     * Calls an extension and returns at once.
     *
     * @param context   its context
     * @param extension the extension
     * @param caller    who calls
     * @return the caller's leg
     */
    public MemoryLeg call(String context, String extension, CallerId caller) {
        MemoryLeg leg = technology.incoming("alice");
        Channel channel = leg.channel();
        channel.callerId(caller);
        channel.position(new DialplanPosition(context, extension, 1));
        pbx.dialplan().start(channel);
        return leg;
    }

    /**
     * Calls an extension and waits until the call is over.
     *
     * @param context   its context
     * @param extension the extension
     * @return what Trace was given
     */
    public List<String> traceOf(String context, String extension) {
        trace.clear();
        untilOver(call(context, extension));
        return trace();
    }

    /**
     * Waits until a call is over.
     *
     * @param leg the caller's
     */
    public void untilOver(MemoryLeg leg) {
        Eventually.await(
                leg.channel().name() + " is over",
                () -> pbx.channels().find(leg.channel().uniqueId()) == null
                        && pbx.dialplan().activeRuns() == 0);
    }

    /** Ends all calls first, so that none of them uses what is closed or deleted then, or speaks in the next test. */
    @Override
    public void close() {
        pbx.channels().all().forEach(channel -> channel.legEvents().onHangup(HangupCause.NORMAL_CLEARING));
        Eventually.await("no call runs", () -> pbx.dialplan().activeRuns() == 0);
        modules.forEach(ModuleHarness::close);
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

    /** {@return the global variables} */
    public Variables globals() {
        return pbx.dialplan().globals();
    }
}
