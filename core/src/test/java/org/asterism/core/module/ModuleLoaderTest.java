package org.asterism.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.asterism.core.channel.Channel;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.event.Event;
import org.asterism.core.media.Format;
import org.asterism.core.testing.MemoryLoop;
import org.asterism.core.testing.MemoryTechnology;
import org.asterism.core.testing.TestPbx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleLoaderTest {
    private final MemoryModules source = new MemoryModules();
    private TestPbx pbx;
    private ModuleLoader loader;

    @BeforeEach
    void make(@TempDir Path folder) {
        pbx = new TestPbx(folder);
        loader = new ModuleLoader(pbx, List.of(source), InstantSource.system());
    }

    @AfterEach
    void close() {
        pbx.database().close();
    }

    private void start(String modulesConf) throws StartupFailed {
        loader.start(ModuleSettingsTest.read(modulesConf));
        loader.markBooted();
    }

    private @Nullable ModuleState state(String name) {
        ModuleStatus status = loader.find(name);
        return status == null ? null : status.state();
    }

    @Test
    void shouldStartPreloadedModulesFirstThenByPriorityThenAsListed() throws StartupFailed {
        source.add("zebra", List.of(), List.of(), LoadPriority.CHANNEL_DRIVER, false);
        source.add("app_b");
        source.add("app_a");
        source.add("func_x");
        source.add("acl", List.of(), List.of(), LoadPriority.CORE, true);

        start("load = app_b\nload = app_a\nload = zebra\npreload = func_x");

        assertThat(source.record).containsExactly("load func_x", "load acl", "load zebra", "load app_b", "load app_a");
    }

    @Test
    void shouldLoadWhatAutoloadFindsButNotTheUnwanted() throws StartupFailed {
        source.add("b");
        source.add("a");
        source.add("c");

        start("autoload = yes\nnoload = B.so\nnoload => res_rpt_http_registrations.so\nload = c");

        assertThat(source.record).containsExactly("load c", "load a");
    }

    @Test
    void shouldStartDependenciesFirst() throws StartupFailed {
        source.add("app", List.of("RES.so"), List.of("extra", "absent"), LoadPriority.CHANNEL_DRIVER, false);
        source.add("res");
        source.add("extra");

        start("autoload = yes");

        assertThat(source.record).containsExactly("load res", "load extra", "load app");
        assertThat(loader.find("res").useCount()).isEqualTo(1);
        assertThat(loader.find("extra").useCount()).isEqualTo(1);
    }

    @Test
    void shouldRunWithoutAModuleThatDoesNotExist() throws StartupFailed {
        source.add("a");

        start("load = app_nosuch.so\nload = a");

        assertThat(state("a")).isEqualTo(ModuleState.RUNNING);
        assertThat(loader.find("app_nosuch")).isNull();
    }

    @Test
    void shouldStopTheStartForARequiredModuleThatDoesNotExist() {
        assertThatThrownBy(() -> start("require = app_nosuch.so"))
                .isInstanceOfSatisfying(
                        StartupFailed.class,
                        failed -> assertThat(failed.exitStatus()).isEqualTo(2))
                .hasMessage("*** Failed to load module app_nosuch.so - Required");
    }

    @Test
    void shouldStopTheStartForARequiredModuleThatDeclines() {
        source.add("cdr_pgsql").declines = new ModuleDeclined("cdr_pgsql.conf:3: no host; add host = ...");

        assertThatThrownBy(() -> start("require = cdr_pgsql.so"))
                .isInstanceOfSatisfying(
                        StartupFailed.class,
                        failed -> assertThat(failed.exitStatus()).isEqualTo(2))
                .hasMessage(
                        "*** Failed to load required module cdr_pgsql.so: cdr_pgsql.conf:3: no host; add host = ...");
    }

    @Test
    void shouldStopTheStartForARequiredModuleWhoseDependencyDeclines() {
        source.add("chan_motif", List.of("res_xmpp"));
        source.add("res_xmpp").declines = new ModuleDeclined("not configured");

        assertThatThrownBy(() -> start("require = chan_motif.so\nload = res_xmpp"))
                .hasMessage("*** Failed to load required module chan_motif.so:"
                        + " it requires res_xmpp, which does not run: not configured");
    }

    @Test
    void shouldStopTheStartForAModuleThatFails() {
        source.add("bad").fails = new ModuleFailed("the moon is full");

        assertThatThrownBy(() -> start("autoload = yes"))
                .isInstanceOfSatisfying(
                        StartupFailed.class,
                        failed -> assertThat(failed.exitStatus()).isEqualTo(2))
                .hasMessage("*** Module bad.so failed: the moon is full");
    }

    @Test
    void shouldRefuseToLeaveOutAPartOfCore() {
        source.add("manager", List.of(), List.of(), LoadPriority.CORE, true);

        assertThatThrownBy(() -> start("noload = manager"))
                .isInstanceOfSatisfying(
                        StartupFailed.class,
                        failed -> assertThat(failed.exitStatus()).isEqualTo(1))
                .hasMessage("manager is a built-in module, you cannot specify 'noload'.");
    }

    @Test
    void shouldHaveDependantsDeclineAndNameWhatIsMissing() throws StartupFailed {
        source.add("app", List.of("res_a", "res_b"));
        source.add("top", List.of("app"));

        start("autoload = yes");

        assertThat(state("app")).isEqualTo(ModuleState.DECLINED);
        assertThat(loader.find("app").history().getLast().reason()).isEqualTo("missing dependencies: res_a, res_b");
        assertThat(loader.find("top").history().getLast().reason())
                .isEqualTo("it requires app, which does not run: missing dependencies: res_a, res_b");
        assertThat(source.record).isEmpty();
    }

    @Test
    void shouldDeclineModulesThatRequireEachOther() throws StartupFailed {
        source.add("a", List.of("b"));
        source.add("b", List.of("a"));

        start("autoload = yes");

        assertThat(state("a")).isEqualTo(ModuleState.DECLINED);
        assertThat(state("b")).isEqualTo(ModuleState.DECLINED);
    }

    @Test
    void shouldTakeBackWhatADecliningModuleRegistered() throws StartupFailed {
        MemoryModules.Recorded module = source.add("a");
        module.onLoad = context -> context.register(command("a show"));
        module.breaks = new IllegalArgumentException("oops");

        start("autoload = yes");

        assertThat(state("a")).isEqualTo(ModuleState.DECLINED);
        assertThat(pbx.cli().exactly(List.of("a", "show"))).isNull();
    }

    @Test
    void shouldTakeRegistrationsBackInReverseAtUnload() throws StartupFailed {
        List<String> undone = new ArrayList<>();
        MemoryModules.Recorded module = source.add("a");
        module.onLoad = context -> {
            context.onUnload(() -> undone.add("first"));
            context.register(command("a show"));
            context.provide(CharSequence.class, "service");
            context.onUnload(() -> undone.add("last"));
        };
        start("autoload = yes");
        assertThat(pbx.cli().exactly(List.of("a", "show"))).isNotNull();
        assertThat(pbx.services().find(CharSequence.class)).isEqualTo("service");

        assertThat(loader.unload("A.so", false).done()).isTrue();

        assertThat(undone).containsExactly("last", "first");
        assertThat(pbx.cli().exactly(List.of("a", "show"))).isNull();
        assertThat(pbx.services().find(CharSequence.class)).isNull();
        assertThat(source.record).containsExactly("load a", "unload a", "close a");
        assertThat(loader.find("a")).isNull();
    }

    @Test
    void shouldNotUnloadWhatIsInUseUnlessForced() throws StartupFailed {
        MemoryModules.Recorded module = source.add("res");
        source.add("app", List.of("res"));
        start("autoload = yes");

        assertThat(loader.unload("res.so", false).reason())
                .isEqualTo("Soft unload failed, 'res.so' has use count 1 (used by app.so)");
        loader.unload("app", false);
        module.uses = 2;
        assertThat(loader.unload("res", false).reason()).isEqualTo("Soft unload failed, 'res' has use count 2");
        assertThat(loader.unload("res", true).done()).isTrue();
    }

    @Test
    void shouldNotUnloadAnApplicationThatAChannelRuns() throws StartupFailed {
        source.add("app_echo").onLoad = context ->
                context.register(new DeclaredApplication("Echo", Documentation.of("Echo", "Echo()", ""), (_, _) -> {}));
        start("autoload = yes");
        try (MemoryLoop loop = new MemoryLoop("module-test")) {
            Channel channel = new MemoryTechnology(pbx.channels(), loop, Format.ULAW, false)
                    .incoming("alice")
                    .channel();
            channel.application("echo", "");

            assertThat(loader.unload("app_echo", false).reason())
                    .isEqualTo("Soft unload failed, 'app_echo' has use count 1");
            channel.application("", "");
            assertThat(loader.unload("app_echo", false).done()).isTrue();
        }
    }

    @Test
    void shouldNeverUnloadAPartOfCore() throws StartupFailed {
        source.add("logger", List.of(), List.of(), LoadPriority.CORE, true);
        start("autoload = no");

        assertThat(loader.find("logger").useCount()).isEqualTo(1);
        assertThat(loader.unload("logger", true).done()).isFalse();
    }

    @Test
    void shouldUnloadADeclinedModule() throws StartupFailed {
        source.add("a").declines = new ModuleDeclined("not configured");
        start("autoload = yes");

        assertThat(loader.unload("a", false).done()).isTrue();

        assertThat(loader.list()).isEmpty();
        assertThat(source.record).containsExactly("load a", "close a");
    }

    @Test
    void shouldLoadADeclinedModuleAgain() throws StartupFailed {
        MemoryModules.Recorded module = source.add("a");
        module.declines = new ModuleDeclined("not configured");
        start("autoload = yes");
        assertThat(loader.load("a").reason()).isEqualTo("not configured");

        module.declines = null;

        assertThat(loader.load("a").done()).isTrue();
        assertThat(state("a")).isEqualTo(ModuleState.RUNNING);
        assertThat(loader.load("a.so").reason()).isEqualTo("Module 'a.so' already loaded and running.");
    }

    @Test
    void shouldSuggestTheModuleThatMayBeMeant() throws StartupFailed {
        source.add("app_echo");
        start("autoload = no");

        assertThat(loader.load("app_ecko.so").reason())
                .isEqualTo("Error loading module 'app_ecko.so': there is no such module, did you mean 'app_echo'?");
    }

    @Test
    void shouldTellHowReloadsWent() throws StartupFailed {
        source.add("plain");
        MemoryModules.Recorded able = source.add("able");
        able.reloads = true;
        source.add("declined").declines = new ModuleDeclined("not configured");
        start("autoload = yes");

        assertThat(loader.reload("plain")).isEqualTo(ReloadResult.NOT_SUPPORTED);
        assertThat(loader.reload("able.so")).isEqualTo(ReloadResult.SUCCESS);
        assertThat(loader.reload("declined")).isEqualTo(ReloadResult.UNINITIALIZED);
        assertThat(loader.reload("nosuch")).isEqualTo(ReloadResult.NOT_FOUND);
        able.reloadDeclines = new ModuleDeclined("able.conf:1: unreadable");
        assertThat(loader.reload("able")).isEqualTo(ReloadResult.ERROR);
        assertThat(state("able")).isEqualTo(ModuleState.RUNNING);
        assertThat(loader.reloadAll()).isEqualTo(ReloadResult.ERROR);
    }

    @Test
    void shouldDoReloadsAskedForWhileStartingAfterwards() throws StartupFailed {
        source.add("able").reloads = true;
        loader.start(ModuleSettingsTest.read("autoload = yes"));

        assertThat(loader.reload("able")).isEqualTo(ReloadResult.QUEUED);
        assertThat(source.record).containsExactly("load able");
        loader.markBooted();

        assertThat(source.record).containsExactly("load able", "reload able");
    }

    @Test
    void shouldPublishWhatHappensToModules() throws StartupFailed {
        List<String> events = new ArrayList<>();
        pbx.events().subscribe(event -> events.add(text(event)));
        source.add("a").reloads = true;
        start("autoload = no");

        loader.load("a.so");
        loader.reload("a");
        loader.unload("a", false);

        assertThat(events)
                .containsExactly(
                        "Load Module=a.so Status=Success",
                        "Reload Module=a Status=0",
                        "Unload Module=a Status=Success");
    }

    @Test
    void shouldUnloadUsersBeforeWhatTheyUseAtTheEnd() throws StartupFailed {
        source.add("a");
        source.add("b", List.of("a"));
        source.add("c", List.of("b", "a"));
        start("autoload = yes");
        source.record.clear();

        loader.unloadAll();

        assertThat(source.record).containsExactly("unload c", "close c", "unload b", "close b", "unload a", "close a");
    }

    private static String text(Event event) {
        StringBuilder text = new StringBuilder(event.name());
        event.fields().forEach(field -> text.append(" " + field.name() + "=" + field.value()));
        return text.toString();
    }

    private static CliCommand command(String words) {
        return new DeclaredCommand(words, "", "Usage: " + words, _ -> CliResult.SUCCESS);
    }
}
