package org.asterism.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleSettingsTest {
    static ModuleSettings read(String text) throws StartupFailed {
        try {
            return ModuleSettings.read(
                    ConfigFile.ofText("modules.conf", "[modules]\n" + text).section("modules"));
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldNotAutoloadUnlessTold() throws StartupFailed {
        assertThat(read("load = app_echo.so").autoload()).isFalse();
        assertThat(read("autoload = yes").autoload()).isTrue();
        assertThat(read("autoload = no").autoload()).isFalse();
    }

    @Test
    void shouldKeepTheOrderInWhichModulesAreFirstNamed() throws StartupFailed {
        assertThat(read("load = b.so\nload => A\nload = b").names()).containsExactly("b", "a");
    }

    @Test
    void shouldMergeTheFlagsOfAModuleNamedSeveralTimes() throws StartupFailed {
        Map<String, ModuleSettings.Wish> wanted =
                read("load = A.so\nrequire = a\npreload = a.SO").wanted();

        assertThat(wanted).containsOnlyKeys("a");
        assertThat(wanted.get("a")).isEqualTo(new ModuleSettings.Wish("A.so", true, true, "require"));
    }

    @Test
    void shouldHaveNoloadBeatLoad() throws StartupFailed {
        assertThat(read("load = a\nload = b\nnoload => A.so").names()).isEqualTo(List.of("b"));
    }

    @Test
    void shouldTakeTheSeedsFile() throws StartupFailed {
        ModuleSettings settings = read("autoload = yes\nnoload => res_rpt_http_registrations.so");

        assertThat(settings.unwanted()).containsExactly("res_rpt_http_registrations");
    }

    @ParameterizedTest
    @CsvSource({"foo = bar,foo", "preload-foo = x,preload-foo", "load_first = x,load_first"})
    void shouldRefuseUnknownKeywords(String line, String keyword) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOfSatisfying(
                        StartupFailed.class,
                        failed -> assertThat(failed.exitStatus()).isEqualTo(1))
                .hasMessageStartingWith("Unknown configuration option '" + keyword + "' (modules.conf:2)");
    }

    @ParameterizedTest
    @CsvSource({"require", "preload-require"})
    void shouldRefuseWhatIsRequiredAndNotWanted(String keyword) {
        assertThatThrownBy(() -> read(keyword + " = app_echo.so\nnoload = app_echo"))
                .isInstanceOfSatisfying(
                        StartupFailed.class,
                        failed -> assertThat(failed.exitStatus()).isEqualTo(1))
                .hasMessageStartingWith(
                        "app_echo is configured with '" + keyword + "' and 'noload', this is impossible.");
    }
}
