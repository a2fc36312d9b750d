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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars of astmoddir. Each module it opens gets a {@link ModuleLayer} of its own over its jar and, where there is a folder
 * {@code lib/<name of the jar without .jar>}, over the libraries in it; the parent is the layer of core. A module that requires
 * another module of its own jar is opened in the layer of that one, so that both speak of the same types; the layer, and the code
 * of the jar as it was read for it, is let go with the last of them.
 *
 * <p>Libraries that only some configurations need lie in {@code optional} below that folder, and the jar requires them as static: they
 * are on a class path that costs a start nothing.
 */
public final class JarModuleSource implements ModuleSource {
    private static final Logger LOG = LoggerFactory.getLogger(JarModuleSource.class);

    private final Path directory;
    private final Map<Path, ModuleJar> jars = new TreeMap<>();
    private final Map<String, OpenLayer> open = new HashMap<>();

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
            ModuleDescription description = jar.modules().get(name);
            if (description != null) {
                OpenLayer shared = layerOfRequired(description, jar);
                return shared == null ? openAlone(description, jar) : open(shared, name);
            }
        }
        return null;
    }

    /** The layer of a module that this one requires, is open, and lies in the same jar, whatever became of the file since. */
    private @Nullable OpenLayer layerOfRequired(ModuleDescription description, ModuleJar jar) {
        for (String required : description.requires()) {
            OpenLayer layer = open.get(required);
            if (layer != null
                    && layer.jar.file().equals(jar.file())
                    && layer.jar.modules().containsKey(description.name())) {
                return layer;
            }
        }
        return null;
    }

    private ModuleCode openAlone(ModuleDescription description, ModuleJar jar) throws IOException {
        OpenLayer layer = layer(jar, description.name());
        try {
            return open(layer, description.name());
        } catch (IOException | RuntimeException | Error e) {
            close(layer.loader);
            throw e;
        }
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

    private ModuleCode open(OpenLayer layer, String name) throws IOException {
        ModuleDescription description =
                Objects.requireNonNull(layer.jar.modules().get(name));
        String provider = Objects.requireNonNull(layer.jar.provider(name));
        try {
            Object instance = layer.construct(provider);
            ModuleCode code = new ModuleCode(description, (LoadableModule) instance, () -> release(layer, name));
            layer.users.add(name);
            open.put(name, layer);
            return code;
        } catch (InvocationTargetException e) {
            throw new IOException(provider + " cannot be constructed: " + e.getCause(), e);
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IOException(provider + " of " + layer.jar.file() + " cannot be used: " + e, e);
        }
    }

    private void release(OpenLayer layer, String name) {
        open.remove(name, layer);
        layer.users.remove(name);
        if (layer.users.isEmpty()) {
            close(layer.loader);
        }
    }

    private OpenLayer layer(ModuleJar jar, String name) throws IOException {
        ModuleLayer core = coreLayer();
        try {
            Configuration configuration = core.configuration()
                    .resolve(
                            finder(jar),
                            ModuleFinder.of(),
                            Set.of(jar.descriptor().name()));
            ModuleClassLoader loader = new ModuleClassLoader(name, configuration.modules(), optionalLibraries(jar));
            try {
                ModuleLayer.Controller controller =
                        ModuleLayer.defineModules(configuration, List.of(core), _ -> loader);
                controller
                        .layer()
                        .modules()
                        .forEach(module ->
                                controller.addReads(module, loader.optional().getUnnamedModule()));
                return new OpenLayer(jar, loader, controller);
            } catch (RuntimeException | LinkageError e) {
                close(loader);
                throw e;
            }
        } catch (LinkageError | LayerInstantiationException e) {
            throw new IOException(jar.file() + " cannot be used: " + e, e);
        } catch (FindException | ResolutionException e) {
            throw new IOException(jar.file() + " lacks something it needs: " + e.getMessage(), e);
        }
    }

    private Path libraries(ModuleJar jar) {
        String fileName = jar.file().getFileName().toString();
        return directory.resolve("lib").resolve(fileName.substring(0, fileName.length() - ".jar".length()));
    }

    private List<Path> optionalLibraries(ModuleJar jar) throws IOException {
        List<Path> found = new ArrayList<>();
        Path folder = libraries(jar).resolve("optional");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.jar")) {
                stream.forEach(found::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return found;
    }

    private ModuleFinder finder(ModuleJar jar) {
        Path libraries = libraries(jar);
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

    /** A jar's code while modules of it are open, by their names. */
    private static final class OpenLayer {
        private final ModuleJar jar;
        private final ModuleClassLoader loader;
        private final ModuleLayer.Controller controller;
        private final Set<String> users = new HashSet<>();

        OpenLayer(ModuleJar jar, ModuleClassLoader loader, ModuleLayer.Controller controller) {
            this.jar = jar;
            this.loader = loader;
            this.controller = controller;
        }

        Object construct(String provider) throws ReflectiveOperationException {
            Module module =
                    controller.layer().findModule(jar.descriptor().name()).orElseThrow();
            Module ours = JarModuleSource.class.getModule();
            if (!ours.isNamed()) {
                controller.addReads(module, ours);
            }
            controller.addOpens(module, provider.substring(0, provider.lastIndexOf('.')), ours);
            return loader.loadClass(provider).getDeclaredConstructor().newInstance();
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
