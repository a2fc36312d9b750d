package org.asterism.core.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.TestPbx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarModuleSourceTest {
    @TempDir
    private Path folder;

    private Path modules;
    private ModuleLoader loader;
    private TestPbx pbx;

    @BeforeEach
    void make() throws IOException, StartupFailed {
        modules = Files.createDirectories(folder.resolve("modules"));
        pbx = new TestPbx(folder);
        loader = new ModuleLoader(pbx, List.of(new JarModuleSource(modules)), InstantSource.system());
        loader.start(ModuleSettingsTest.read("autoload = no"));
        loader.markBooted();
    }

    @AfterEach
    void close() {
        pbx.database().close();
    }

    /** A module that provides its own class, named by a text it has. */
    private static String source(String name, String text) {
        return """
            package sample.%1$s;
            import org.asterism.core.module.*;
            @ModuleInfo(name = "%1$s", description = "Sample %2$s", requires = {}, priority = 42,
                    support = SupportLevel.EXTENDED)
            public final class Sample implements LoadableModule {
                static { System.setProperty("sample.%1$s.initialized", "%2$s"); }
                @Override public void load(ModuleContext context) {
                    context.provide(CharSequence.class, new Text("%2$s"));
                }
            }
            record Text(String text) implements CharSequence {
                @Override public int length() { return text.length(); }
                @Override public char charAt(int index) { return text.charAt(index); }
                @Override public CharSequence subSequence(int from, int to) { return text.substring(from, to); }
                @Override public String toString() { return text; }
            }
            """.formatted(name, text);
    }

    /** Threads of the module that end at this moment may still hold it. */
    private static void untilCollected(WeakReference<?> reference) {
        Eventually.await("the collector has had it", () -> {
            System.gc();
            return reference.get() == null;
        });
    }

    private void writeJar(String name, String text) throws IOException {
        SampleJar.write(
                modules.resolve(name + ".jar"),
                "sample." + name,
                "sample." + name + ".Sample",
                Map.of("sample." + name + ".Sample", source(name, text)),
                folder);
    }

    @Test
    void shouldDescribeModulesWithoutLoadingTheirClasses() throws IOException {
        writeJar("described", "one");

        List<ModuleDescription> found = new JarModuleSource(modules).list();

        assertThat(found)
                .containsExactly(new ModuleDescription(
                        "described", "Sample one", List.of(), List.of(), 42, SupportLevel.EXTENDED, false));
        assertThat(System.getProperty("sample.described.initialized")).isNull();
    }

    @Test
    void shouldLoadAModuleIntoALayerOfItsOwn() throws IOException {
        writeJar("own", "hello");

        assertThat(loader.load("own.so")).isEqualTo(ModuleOutcome.DONE);

        CharSequence service = pbx.services().find(CharSequence.class);
        assertThat(service).hasToString("hello");
        assertThat(service.getClass().getModule().getName()).isEqualTo("sample.own");
        assertThat(service.getClass().getModule().getLayer()).isNotEqualTo(ModuleLayer.boot());
    }

    @Test
    void shouldLetTheCollectorHaveTheClassesOfAnUnloadedModule() throws IOException {
        writeJar("gone", "hello");
        loader.load("gone");
        WeakReference<Class<?>> code =
                new WeakReference<>(pbx.services().find(CharSequence.class).getClass());
        WeakReference<ClassLoader> classLoader = new WeakReference<>(code.get().getClassLoader());

        assertThat(loader.unload("gone", false)).isEqualTo(ModuleOutcome.DONE);

        untilCollected(code);
        untilCollected(classLoader);
    }

    @Test
    void shouldPickUpAChangedJar() throws IOException {
        writeJar("fresh", "old");
        loader.load("fresh");
        loader.unload("fresh", false);

        writeJar("fresh", "new and longer");
        assertThat(loader.load("fresh")).isEqualTo(ModuleOutcome.DONE);

        assertThat(pbx.services().find(CharSequence.class)).hasToString("new and longer");
        assertThat(loader.find("fresh").description().description()).isEqualTo("Sample new and longer");
    }

    @Test
    void shouldPickUpAJarOfTheSameSize() throws IOException {
        writeJar("same", "old");
        Files.setLastModifiedTime(modules.resolve("same.jar"), FileTime.from(Instant.EPOCH));
        loader.load("same");
        loader.unload("same", false);

        writeJar("same", "new");
        loader.load("same");

        assertThat(pbx.services().find(CharSequence.class)).hasToString("new");
    }

    @Test
    void shouldGoOnWithTheCodeItWasLoadedWithWhenTheJarIsOverwritten() throws IOException {
        Map<String, String> classes = Map.of("sample.late.Sample", """
            package sample.late;
            import org.asterism.core.module.*;
            @ModuleInfo(name = "late", description = "Late")
            public final class Sample implements LoadableModule {
                @Override public void load(ModuleContext context) {}
                @Override public boolean reloadable() { return true; }
                @Override public void reload() { System.setProperty("sample.late", Later.TEXT); }
            }
            """, "sample.late.Later", """
            package sample.late;
            final class Later { static final String TEXT = String.valueOf("loaded late"); }
            """);
        SampleJar.write(modules.resolve("late.jar"), "sample.late", "sample.late.Sample", classes, folder);
        loader.load("late");

        Files.write(modules.resolve("late.jar"), new byte[100]);

        assertThat(loader.reload("late")).isEqualTo(ReloadResult.SUCCESS);
        assertThat(System.getProperty("sample.late")).isEqualTo("loaded late");
    }

    @Test
    void shouldFindLibrariesBesideTheJar() throws IOException {
        Path library = Files.createDirectories(modules.resolve("lib/user")).resolve("library.jar");
        SampleJar.writeLibrary(library, "sample.library", Map.of("sample.library.Library", """
            package sample.library;
            public final class Library { public static String text() { return "from the library"; } }
            """), folder);
        SampleJar.write(
                modules.resolve("user.jar"),
                "sample.user",
                "sample.user.Sample",
                Map.of("sample.user.Sample", """
                    package sample.user;
                    import org.asterism.core.module.*;
                    @ModuleInfo(name = "user", description = "User of a library")
                    public final class Sample implements LoadableModule {
                        @Override public void load(ModuleContext context) {
                            context.provide(CharSequence.class, sample.library.Library.text());
                        }
                    }
                    """),
                folder,
                library);

        assertThat(loader.load("user")).isEqualTo(ModuleOutcome.DONE);

        assertThat(pbx.services().find(CharSequence.class)).hasToString("from the library");
    }

    @Test
    void shouldUseAnOptionalLibraryOnlyWhenAClassOfItIsWanted() throws IOException {
        Path library =
                Files.createDirectories(modules.resolve("lib/user/optional")).resolve("library.jar");
        SampleJar.writeLibrary(library, "sample.library", Map.of("sample.library.Library", """
            package sample.library;
            public final class Library { public static String text() { return "from the library"; } }
            """), folder);
        SampleJar.write(
                modules.resolve("user.jar"),
                "sample.user",
                "sample.user.Sample",
                Map.of("sample.user.Sample", """
                    package sample.user;
                    import org.asterism.core.module.*;
                    @ModuleInfo(name = "user", description = "User of a library")
                    public final class Sample implements LoadableModule {
                        @Override public void load(ModuleContext context) {
                            context.provide(Runnable.class, () ->
                                    System.setProperty("sample.optional", sample.library.Library.text()));
                        }
                    }
                    """),
                folder,
                library);

        assertThat(loader.load("user")).isEqualTo(ModuleOutcome.DONE);
        java.util.Objects.requireNonNull(pbx.services().find(Runnable.class)).run();

        assertThat(System.getProperty("sample.optional")).isEqualTo("from the library");
    }

    /** A stack that provides a type of its own, and a user of that type. */
    private void writeStackAndUser(String text) throws IOException {
        SampleJar.write(
                modules.resolve("pair.jar"),
                "sample.pair",
                "sample.pair.Stack, sample.pair.User",
                Map.of("sample.pair.Stack", """
                    package sample.pair;
                    import org.asterism.core.module.*;
                    @ModuleInfo(name = "pair_stack", description = "Stack")
                    public final class Stack implements LoadableModule {
                        @Override public void load(ModuleContext context) { context.provide(Stack.class, this); context.provide(Runnable.class, () -> {}); }
                        String text() { return "%s"; }
                    }
                    """.formatted(text), "sample.pair.User", """
                    package sample.pair;
                    import org.asterism.core.module.*;
                    @ModuleInfo(name = "pair_user", description = "User", requires = "pair_stack")
                    public final class User implements LoadableModule {
                        @Override public void load(ModuleContext context) throws ModuleDeclined {
                            Stack stack = context.pbx().services().find(Stack.class);
                            if (stack == null) {
                                throw new ModuleDeclined("the stack is of another loader");
                            }
                            context.provide(CharSequence.class, stack.text());
                        }
                    }
                    """),
                folder);
    }

    @Test
    void shouldOpenAModuleWithTheTypesOfTheModuleOfItsJarThatItRequires() throws IOException {
        writeStackAndUser("shared");
        loader.load("pair_stack");

        assertThat(loader.load("pair_user")).isEqualTo(ModuleOutcome.DONE);

        assertThat(pbx.services().find(CharSequence.class)).hasToString("shared");
    }

    @Test
    void shouldKeepToTheCodeOfTheRunningModuleWhenTheJarChangesUntilBothAreGone() throws IOException {
        writeStackAndUser("old");
        loader.load("pair_stack");
        writeStackAndUser("new and longer");

        loader.load("pair_user");
        assertThat(pbx.services().find(CharSequence.class)).hasToString("old");

        loader.unload("pair_user", false);
        loader.unload("pair_stack", false);
        loader.load("pair_stack");
        loader.load("pair_user");
        assertThat(pbx.services().find(CharSequence.class)).hasToString("new and longer");
    }

    @Test
    void shouldLetTheCollectorHaveASharedLayerAfterItsLastModule() throws IOException {
        writeStackAndUser("shared");
        loader.load("pair_stack");
        loader.load("pair_user");
        WeakReference<ClassLoader> classLoader = new WeakReference<>(
                pbx.services().find(Runnable.class).getClass().getClassLoader());

        loader.unload("pair_user", false);
        loader.unload("pair_stack", false);

        untilCollected(classLoader);
    }

    @Test
    void shouldLeaveOutJarsThatAreNoModules() throws IOException {
        Files.writeString(modules.resolve("broken.jar"), "no jar at all");
        writeJar("good", "one");

        assertThat(new JarModuleSource(modules).list())
                .extracting(ModuleDescription::name)
                .containsExactly("good");
    }

    @Test
    void shouldFindNothingInAFolderThatIsNotThere() throws IOException {
        JarModuleSource nowhere = new JarModuleSource(folder.resolve("nowhere"));

        assertThat(nowhere.list()).isEmpty();
        assertThat(nowhere.open("a")).isNull();
    }
}
