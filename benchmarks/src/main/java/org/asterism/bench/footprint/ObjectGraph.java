package org.asterism.bench.footprint;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jol.info.GraphLayout;
import org.openjdk.jol.util.Multiset;

/**
 * A Java agent that has JOL walk over all references from the event loops of the switch it is loaded into: to sockets, dialogs,
 * channels, bridges, and what is shared by all. It writes a histogram in the form of {@code jcmd GC.class_histogram}; what it has more
 * with calls than without belongs to the calls.
 *
 * <p>References that only a virtual thread's stack holds are no fields, and JOL does not see them, nor how big a stack is: it takes it for
 * a small object.
 */
public final class ObjectGraph {
    private static final String LOOPS = "iax2-";

    private ObjectGraph() {}

    /**
     * Walks twice, as the first time leaves things behind in caches of the JVM, and writes what the second has found.
     *
     * @param file            where to
     * @param instrumentation the JVM's
     * @throws IOException                  if the file cannot be written
     * @throws ReflectiveOperationException if this is another JOL than it is written for
     */
    public static void agentmain(String file, Instrumentation instrumentation)
            throws IOException, ReflectiveOperationException {
        // Else JOL would attach to its own process to get it.
        Class.forName("org.openjdk.jol.vm.InstrumentationSupport$Installer")
                .getMethod("agentmain", String.class, Instrumentation.class)
                .invoke(null, "", instrumentation);
        openModules(instrumentation);
        Object[] loops = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(LOOPS))
                .toArray();
        if (loops.length == 0) {
            throw new IllegalStateException("there is no thread " + LOOPS + "*");
        }
        GraphLayout.parseInstance(loops);
        Files.writeString(Path.of(file), histogram(GraphLayout.parseInstance(loops)));
    }

    /** Lets JOL read the fields of every class. */
    private static void openModules(Instrumentation instrumentation) {
        Set<Module> here = Set.of(GraphLayout.class.getModule());
        Set<Module> modules = new LinkedHashSet<>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            modules.add(each.getModule());
        }
        for (Module module : modules) {
            if (module.isNamed()) {
                Map<String, Set<Module>> opens =
                        module.getPackages().stream().collect(Collectors.toMap(Function.identity(), _ -> here));
                instrumentation.redefineModule(module, Set.of(), Map.of(), opens, Set.of(), Map.of());
            }
        }
    }

    private static String histogram(GraphLayout graph) {
        Multiset<Class<?>> counts = graph.getClassCounts();
        Multiset<Class<?>> sizes = graph.getClassSizes();
        List<Class<?>> classes = graph.getClasses().stream()
                .sorted(Comparator.<Class<?>>comparingLong(sizes::count).reversed())
                .toList();
        StringBuilder text = new StringBuilder();
        int rank = 0;
        for (Class<?> each : classes) {
            text.append(
                    "%4d: %12d %14d  %s%n".formatted(++rank, counts.count(each), sizes.count(each), each.getName()));
        }
        return text.append("Total %11d %14d%n".formatted(graph.totalCount(), graph.totalSize()))
                .toString();
    }
}
