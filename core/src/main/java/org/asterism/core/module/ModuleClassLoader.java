package org.asterism.core.module;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one loadable module and of the libraries that lie beside it. Once it is closed and its module is gone, nothing
 * of core refers to it and the collector takes it with all its classes.
 */
final class ModuleClassLoader extends ClassLoader implements AutoCloseable {
    static {
        registerAsParallelCapable();
    }

    private final URLClassLoader optional;
    private final Map<String, String> moduleOfPackage = new HashMap<>();
    private final Map<String, ModuleReader> readers = new HashMap<>();

    /**
     * @param name     for stack traces: the loadable module's name
     * @param modules  what it loads
     * @param optional jars on a class path that is opened with the first class that is wanted from there
     * @throws IOException one of them cannot be opened
     */
    ModuleClassLoader(String name, Collection<ResolvedModule> modules, List<Path> optional) throws IOException {
        this(
                name,
                modules,
                new URLClassLoader(name + " libraries", urls(optional), ModuleClassLoader.class.getClassLoader()));
    }

    private ModuleClassLoader(String name, Collection<ResolvedModule> modules, URLClassLoader optional)
            throws IOException {
        super(name, optional);
        this.optional = optional;
        for (ResolvedModule module : modules) {
            ModuleReference reference = module.reference();
            readers.put(module.name(), reference.open());
            reference.descriptor().packages().forEach(each -> moduleOfPackage.put(each, module.name()));
        }
    }

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }

    /** {@return loads what is on the class path} */
    ClassLoader optional() {
        return optional;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String module = moduleOfPackage.get(packageOf(name));
        if (module == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            Class<?> found = loaded == null ? findClass(module, name) : loaded;
            if (found == null) {
                throw new ClassNotFoundException(name + " in module " + module);
            }
            return found;
        }
    }

    @Override
    protected @Nullable Class<?> findClass(@Nullable String moduleName, String name) {
        if (moduleName == null || !moduleName.equals(moduleOfPackage.get(packageOf(name)))) {
            return null;
        }
        ModuleReader reader = Objects.requireNonNull(readers.get(moduleName));
        try {
            ByteBuffer code = reader.read(name.replace('.', '/') + ".class").orElse(null);
            if (code == null) {
                return null;
            }
            try {
                return defineClass(name, code, null);
            } finally {
                reader.release(code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading class " + name + " of module " + getName(), e);
        }
    }

    @Override
    protected @Nullable URL findResource(@Nullable String moduleName, String name) throws IOException {
        ModuleReader reader = moduleName == null ? null : readers.get(moduleName);
        if (reader == null) {
            return null;
        }
        URI location = reader.find(name).orElse(null);
        return location == null ? null : url(location, reader, name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        try {
            for (String module : readers.keySet()) {
                URL found = findResource(module, name);
                if (found != null) {
                    return found;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("Looking for " + name + " in module " + getName(), e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        for (String module : readers.keySet()) {
            URL url = findResource(module, name);
            if (url != null) {
                found.add(url);
            }
        }
        return java.util.Collections.enumeration(found);
    }

    @Override
    public void close() throws IOException {
        for (ModuleReader reader : readers.values()) {
            reader.close();
        }
        optional.close();
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    private static URL url(URI location, ModuleReader reader, String name) throws MalformedURLException {
        return URL.of(location, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new ReaderConnection(url, reader, name);
            }
        });
    }

    private static final class ReaderConnection extends URLConnection {
        private final ModuleReader reader;
        private final String entry;

        ReaderConnection(URL url, ModuleReader reader, String entry) {
            super(url);
            this.reader = reader;
            this.entry = entry;
        }

        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
            return reader.open(entry).orElseGet(() -> new ByteArrayInputStream(new byte[0]));
        }
    }
}
