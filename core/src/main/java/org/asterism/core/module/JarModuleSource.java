package org.asterism.core.module;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars of astmoddir. Each module it opens gets a {@link ModuleLayer} of its own over its jar and, where there is a folder
 * {@code lib/<name of the jar without .jar>}, over the libraries in it; the parent is the layer of core.
 */
public final class JarModuleSource implements ModuleSource {
    private static final Logger LOG = LoggerFactory.getLogger(JarModuleSource.class);

    private final Path directory;
    private final Map<Path, ModuleJar> jars = new TreeMap<>();

    /**
     * @param directory where the jars are
     */
    public JarModuleSource(Path directory) {
        this.directory = directory;
    }

    @Override
    public List<ModuleDescription> list() {
        refresh();
        List<ModuleDescription> all = new ArrayList<>();
        jars.values().forEach(jar -> all.addAll(jar.modules().values()));
        return all;
    }

    @Override
    public @Nullable ModuleCode open(String name) throws IOException {
        refresh();
        for (ModuleJar jar : jars.values()) {
            String provider = jar.provider(name);
            ModuleDescription description = jar.modules().get(name);
            if (provider != null && description != null) {
                return open(jar, description, provider);
            }
        }
        return null;
    }

    private void refresh() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.jar")) {
            stream.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("The module directory {} (astmoddir) cannot be read: {}", directory, e.toString());
        }
        jars.keySet().retainAll(files);
        for (Path file : files) {
            ModuleJar known = jars.get(file);
            if (known == null || !known.isCurrent()) {
                try {
                    jars.put(file, ModuleJar.read(file));
                } catch (IOException | RuntimeException e) {
                    jars.remove(file);
                    LOG.warn("The module jar {} is left out: {}", file, e.getMessage());
                }
            }
        }
    }

    private ModuleCode open(ModuleJar jar, ModuleDescription description, String provider) throws IOException {
        String moduleName = jar.descriptor().name();
        ModuleLayer core = coreLayer();
        try {
            Configuration configuration =
                    core.configuration().resolve(finder(jar), ModuleFinder.of(), Set.of(moduleName));
            ModuleClassLoader loader = new ModuleClassLoader(description.name(), configuration.modules());
            try {
                ModuleLayer.Controller controller =
                        ModuleLayer.defineModules(configuration, List.of(core), _ -> loader);
                Module module = controller.layer().findModule(moduleName).orElseThrow();
                Module ours = JarModuleSource.class.getModule();
                if (!ours.isNamed()) {
                    controller.addReads(module, ours);
                }
                String packageName = provider.substring(0, provider.lastIndexOf('.'));
                controller.addOpens(module, packageName, ours);
                Object instance =
                        loader.loadClass(provider).getDeclaredConstructor().newInstance();
                return new ModuleCode(description, (LoadableModule) instance, () -> close(loader));
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                close(loader);
                throw e;
            }
        } catch (InvocationTargetException e) {
            throw new IOException(provider + " cannot be constructed: " + e.getCause(), e);
        } catch (ReflectiveOperationException | ClassCastException | LinkageError | LayerInstantiationException e) {
            throw new IOException(provider + " of " + jar.file() + " cannot be used: " + e, e);
        } catch (FindException | ResolutionException e) {
            throw new IOException(jar.file() + " lacks something it needs: " + e.getMessage(), e);
        }
    }

    private ModuleFinder finder(ModuleJar jar) {
        String fileName = jar.file().getFileName().toString();
        Path libraries = directory.resolve("lib").resolve(fileName.substring(0, fileName.length() - ".jar".length()));
        ModuleFinder itself = new OneModule(jar);
        return Files.isDirectory(libraries) ? ModuleFinder.compose(itself, ModuleFinder.of(libraries)) : itself;
    }

    /** The layer of core; where core is on the class path, as in tests, modules must not say that they require it. */
    private static ModuleLayer coreLayer() {
        ModuleLayer layer = JarModuleSource.class.getModule().getLayer();
        return layer == null ? ModuleLayer.boot() : layer;
    }

    private static void close(ModuleClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.warn("Closing the code of module {}: {}", loader.getName(), e.toString());
        }
    }

    private record OneModule(ModuleJar jar) implements ModuleFinder {
        @Override
        public Optional<ModuleReference> find(String name) {
            return jar.descriptor().name().equals(name) ? Optional.of(jar) : Optional.empty();
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.of(jar);
        }
    }
}
