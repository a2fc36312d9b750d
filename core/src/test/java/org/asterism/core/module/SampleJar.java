package org.asterism.core.module;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Builds small jars out of source texts. */
final class SampleJar {
    private SampleJar() {}

    /** Builds the jar of a loadable module; it reads core from the class path, as tests run there. */
    static void write(
            Path jar, String module, String provider, Map<String, String> classes, Path work, Path... libraries)
            throws IOException {
        StringBuilder descriptor = new StringBuilder("module " + module + " {\n");
        for (Path library : libraries) {
            String file = library.getFileName().toString();
            descriptor
                    .append(library.getParent().endsWith("optional") ? "requires static sample." : "requires sample.")
                    .append(file, 0, file.length() - ".jar".length())
                    .append(";\n");
        }
        descriptor
                .append("provides org.asterism.core.module.LoadableModule with ")
                .append(provider)
                .append(";\n}\n");
        build(jar, module, descriptor.toString(), classes, work, List.of(libraries));
    }

    /** Builds the jar of a library that exports its one package. */
    static void writeLibrary(Path jar, String module, Map<String, String> classes, Path work) throws IOException {
        build(jar, module, "module " + module + " { exports " + module + "; }", classes, work, List.of());
    }

    private static void build(
            Path jar, String module, String descriptor, Map<String, String> classes, Path work, List<Path> libraries)
            throws IOException {
        Path folder = Files.createTempDirectory(work, "jar");
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                folder.resolve("out").toString(),
                "-proc:none",
                "--class-path",
                System.getProperty("java.class.path"),
                "--add-reads",
                module + "=ALL-UNNAMED"));
        if (!libraries.isEmpty()) {
            arguments.addAll(
                    List.of("--module-path", libraries.getFirst().getParent().toString()));
        }
        Path descriptorFile = folder.resolve("src/module-info.java");
        Files.createDirectories(descriptorFile.getParent());
        arguments.add(Files.writeString(descriptorFile, descriptor).toString());
        for (Map.Entry<String, String> each : classes.entrySet()) {
            Path file = folder.resolve("src/" + each.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, each.getValue()).toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        boolean compiled = compiler.getTask(
                        errors,
                        null,
                        null,
                        arguments.stream().filter(a -> !a.endsWith(".java")).toList(),
                        null,
                        files(arguments, compiler))
                .call();
        if (!compiled) {
            throw new IOException(errors.toString());
        }
        pack(folder.resolve("out"), jar);
    }

    private static Iterable<? extends javax.tools.JavaFileObject> files(List<String> arguments, JavaCompiler compiler) {
        return compiler.getStandardFileManager(null, null, null)
                .getJavaFileObjectsFromStrings(
                        arguments.stream().filter(a -> a.endsWith(".java")).toList());
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> walk = Files.walk(classes)) {
            for (Path each : walk.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
                out.write(Files.readAllBytes(each));
                out.closeEntry();
            }
        }
    }
}
