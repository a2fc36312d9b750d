package org.asterism.core.module;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a jar held when it was read. A build may write over the file while modules of it run: they keep finding the classes they were
 * built with, because these are held here. Several modules of one jar share it.
 */
final class ModuleJar extends ModuleReference {
    /** The largest jar that is read, in bytes unpacked. */
    private static final long MAX_BYTES = 256L << 20;

    private final Path file;
    private final Stamp stamp;
    private final Map<String, byte[]> entries;
    private final Map<String, ModuleDescription> described;
    private final Map<String, String> providers;

    private record Stamp(FileTime modified, long size) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size());
        }
    }

    private ModuleJar(Path file, Stamp stamp, ModuleDescriptor descriptor, Map<String, byte[]> entries)
            throws IOException {
        super(withoutModules(descriptor), file.toUri());
        this.file = file;
        this.stamp = stamp;
        this.entries = entries;
        this.described = new HashMap<>();
        this.providers = new HashMap<>();
        for (ModuleDescriptor.Provides provides : descriptor.provides()) {
            if (isModule(provides)) {
                for (String provider : provides.providers()) {
                    describe(provider);
                }
            }
        }
    }

    /**
     * Reads a jar.
     *
     * @param file the jar
     * @return what it holds
     * @throws IOException it cannot be read, or is no Java module
     */
    static ModuleJar read(Path file) throws IOException {
        Stamp stamp = Stamp.of(file);
        Map<String, byte[]> entries = new HashMap<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] content = zip.readNBytes((int) (MAX_BYTES - total + 1));
                    total += content.length;
                    if (total > MAX_BYTES) {
                        throw new IOException(file + " unpacks to more than " + (MAX_BYTES >> 20) + " MB");
                    }
                    entries.put(entry.getName(), content);
                }
            }
        }
        byte[] descriptor = entries.get("module-info.class");
        if (descriptor == null) {
            throw new IOException(file + " has no module-info.class: a loadable module is a Java module");
        }
        return new ModuleJar(
                file, stamp, ModuleDescriptor.read(ByteBuffer.wrap(descriptor), () -> packages(entries)), entries);
    }

    /** The loader constructs modules itself, so the layer need not know them as services. */
    private static ModuleDescriptor withoutModules(ModuleDescriptor descriptor) {
        ModuleDescriptor.Builder builder = ModuleDescriptor.newModule(descriptor.name(), descriptor.modifiers());
        descriptor.requires().forEach(builder::requires);
        descriptor.exports().forEach(builder::exports);
        descriptor.opens().forEach(builder::opens);
        descriptor.uses().forEach(builder::uses);
        descriptor.provides().stream().filter(provides -> !isModule(provides)).forEach(builder::provides);
        return builder.packages(descriptor.packages()).build();
    }

    private static boolean isModule(ModuleDescriptor.Provides provides) {
        return provides.service().equals(LoadableModule.class.getName());
    }

    private void describe(String provider) throws IOException {
        byte[] classFile = entries.get(provider.replace('.', '/') + ".class");
        if (classFile == null) {
            throw new IOException(file + " names " + provider + " as a module, but has no such class");
        }
        ModuleDescription description = ModuleInfoReader.read(classFile);
        if (description == null || description.name().isEmpty()) {
            throw new IOException(provider + " in " + file + " has no @ModuleInfo with a name");
        }
        described.put(description.name(), description);
        providers.put(description.name(), provider);
    }

    /** {@return the modules in it, by normal name} */
    Map<String, ModuleDescription> modules() {
        return described;
    }

    /**
     * The class of a module.
     *
     * @param name the module's normal name
     * @return the class's name, or {@code null} when the jar has no such module
     */
    @Nullable
    String provider(String name) {
        return providers.get(name);
    }

    /** {@return the jar} */
    Path file() {
        return file;
    }

    /** {@return whether the file is still the one that was read} */
    boolean isCurrent() {
        try {
            return stamp.equals(Stamp.of(file));
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public ModuleReader open() {
        return new Reader();
    }

    private static Set<String> packages(Map<String, byte[]> entries) {
        Set<String> packages = new HashSet<>();
        for (String entry : entries.keySet()) {
            int slash = entry.lastIndexOf('/');
            if (slash > 0 && entry.endsWith(".class") && !entry.startsWith("META-INF/")) {
                packages.add(entry.substring(0, slash).replace('/', '.'));
            }
        }
        return packages;
    }

    private final class Reader implements ModuleReader {
        @Override
        public Optional<URI> find(String name) {
            return entries.containsKey(name)
                    ? Optional.of(URI.create("jar:" + file.toUri() + "!/" + name))
                    : Optional.empty();
        }

        @Override
        public Optional<ByteBuffer> read(String name) {
            byte[] content = entries.get(name);
            return content == null ? Optional.empty() : Optional.of(ByteBuffer.wrap(content));
        }

        @Override
        public Stream<String> list() {
            return entries.keySet().stream();
        }

        @Override
        public Optional<java.io.InputStream> open(String name) {
            return Optional.ofNullable(entries.get(name)).map(ByteArrayInputStream::new);
        }

        @Override
        public void close() {}
    }
}
