package org.asterism.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionSetTest {
    private enum Wait {
        BLOCK,
        BUSY_SPIN
    }

    private static final Option<Boolean> TRUNK = Option.bool("trunk", true, "Whether calls share frames.");
    private static final Option<Integer> PORT = Option.integer("bindport", 1, 65535, 4569, "The UDP port.");
    private static final Option<Duration> EXPIRE = Option.seconds("minregexpire", 10, 3600, 60, "The least.");
    private static final Option<Duration> FREQUENCY = Option.millis("trunkfreq", 10, 1000, 20, "How often.");
    private static final Option<Wait> WAIT = Option.oneOf("waitstrategy", Wait.BLOCK, "How idle threads wait.");
    private static final Option<Integer> TOS = Option.oneOf("tos", Map.of("ef", 0xb8), 0xb8, "The type of service.");
    private static final Option<List<String>> CODECS = Option.list("codecs", "Which codecs.");
    private static final Option<String> CONTEXT = Option.text("context", "default", "Where calls go.");
    private static final Option<String> SECRET =
            Option.secret("secret", "The password.").alias("password");
    private static final Option<String> REGISTER = Option.repeated("register", "A registration.");
    private static final Option<Boolean> ADSI =
            Option.bool("adsi", false, "ADSI phones.").withoutEffect();
    private static final Option<Integer> PIN =
            Option.integer("pin", 0, 9999, 0, "A PIN.").with(Option.Trait.SECRET);
    private static final OptionSet SET = OptionSet.of(
            "iax.conf",
            "general",
            "Settings of the driver.",
            TRUNK,
            PORT,
            EXPIRE,
            FREQUENCY,
            WAIT,
            TOS,
            CODECS,
            CONTEXT,
            SECRET,
            REGISTER,
            ADSI,
            PIN);

    @Test
    void shouldGiveDefaultsForWhatIsNotWritten() throws ConfigException {
        OptionValues values = SET.bind(ConfigFile.ofText("iax.conf", "[other]\ntrunk=no\n"));

        assertThat(values.get(TRUNK)).isTrue();
        assertThat(values.get(PORT)).isEqualTo(4569);
        assertThat(values.get(EXPIRE)).isEqualTo(Duration.ofMinutes(1));
        assertThat(values.get(SECRET)).isEmpty();
        assertThat(values.all(REGISTER)).isEmpty();
        assertThat(values.isSet(PORT)).isFalse();
        assertThat(values.entry(PORT)).isNull();
        assertThat(values.problems()).isEmpty();
    }

    @Test
    void shouldGiveWhatIsWritten() throws ConfigException {
        OptionValues values = bind("""
            TRUNK=off
            bindport=1
            bindport = 4570
            minregexpire=90
            trunkfreq=10
            waitstrategy=Busy-Spin
            tos=EF
            codecs=ulaw, alaw,,gsm
            register => a:b@c
            register => d:e@f
            password=x
            """);

        assertThat(values.get(TRUNK)).isFalse();
        assertThat(values.get(PORT)).isEqualTo(4570);
        assertThat(Objects.requireNonNull(values.entry(PORT)).where()).isEqualTo("iax.conf:4");
        assertThat(values.get(EXPIRE)).isEqualTo(Duration.ofSeconds(90));
        assertThat(values.get(FREQUENCY)).isEqualTo(Duration.ofMillis(10));
        assertThat(values.get(WAIT)).isEqualTo(Wait.BUSY_SPIN);
        assertThat(values.get(TOS)).isEqualTo(0xb8);
        assertThat(values.get(CODECS)).containsExactly("ulaw", "alaw", "gsm");
        assertThat(values.all(REGISTER)).containsExactly("a:b@c", "d:e@f");
        assertThat(values.get(SECRET)).isEqualTo("x");
        assertThat(values.show(SECRET)).isEqualTo("****");
        assertThat(values.show(FREQUENCY)).isEqualTo("10");
        assertThat(values.isSet(SECRET)).isTrue();
        assertThat(values.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        bindport=99999      | iax.conf:2: option 'bindport' cannot be '99999': expected an integer from 1 to 65535; the line is not used
        bindport=x          | iax.conf:2: option 'bindport' cannot be 'x': expected an integer from 1 to 65535; the line is not used
        bindport=           | iax.conf:2: option 'bindport' cannot be '': expected an integer from 1 to 65535; the line is not used
        trunk=perhaps       | iax.conf:2: option 'trunk' cannot be 'perhaps': expected yes or no; the line is not used
        trunkfreq=5         | iax.conf:2: option 'trunkfreq' cannot be '5': expected an integer from 10 to 1000; the line is not used
        waitstrategy=spin   | iax.conf:2: option 'waitstrategy' cannot be 'spin': expected one of block, busy-spin; the line is not used
        pin=12345           | iax.conf:2: option 'pin' cannot be '****': expected integer from 0 to 9999; the line is not used
        bindprt=4569        | iax.conf:2: unknown option 'bindprt' in [general], did you mean 'bindport'?
        Contxet=x           | iax.conf:2: unknown option 'Contxet' in [general], did you mean 'context'?
        qualify=yes         | iax.conf:2: unknown option 'qualify' in [general]
        adsi=yes            | iax.conf:2: option 'adsi' is read but has no effect yet
        """)
    void shouldNamePlaceValueAndWhatIsAllowed(String line, String problem) throws ConfigException {
        assertThat(bind(line + "\n").problems()).hasToString("[" + problem + "]");
    }

    @Test
    void shouldKeepTheGoodValueWhenALaterOneIsBad() throws ConfigException {
        OptionValues values = bind("bindport=4570\nbindport=none\n");

        assertThat(values.get(PORT)).isEqualTo(4570);
        assertThat(values.problems()).extracting(ConfigProblem::severity).containsExactly(ConfigProblem.Severity.ERROR);
    }

    @Test
    void shouldRefuseOptionsItDoesNotDeclare() {
        Option<Boolean> stranger = Option.bool("trunk", false, "Another.");

        assertThatIllegalArgumentException().isThrownBy(() -> SET.defaults().get(stranger));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptionSet.of("x.conf", "x", "Two of a name.", TRUNK, stranger));
    }

    @Test
    void shouldListItsDeclarationsForHelp() {
        ConfigCatalogue catalogue = new ConfigCatalogue();
        OptionSet peer = SET.extended("peer", "A peer.", Option.text("host", "", "Where it is."));

        try (ConfigCatalogue.Registration _ = catalogue.register(SET, peer)) {
            assertThat(catalogue.files()).containsExactly("iax.conf");
            assertThat(catalogue.sets("IAX")).containsExactly(SET, peer);
            OptionSet found = Objects.requireNonNull(catalogue.set("iax.conf", "Peer"));
            assertThat(found.options()).hasSize(SET.options().size() + 1);
            Option<?> frequency = Objects.requireNonNull(found.option("TrunkFreq"));
            assertThat(frequency.type().name()).isEqualTo("duration in ms from 10 to 1000");
            assertThat(frequency.defaultText()).isEqualTo("20");
            assertThat(frequency.description()).isEqualTo("How often.");
            assertThat(found.option("password")).isSameAs(SECRET);
        }

        assertThat(catalogue.files()).isEmpty();
        assertThat(catalogue.set("iax.conf", "peer")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "yes,true",
        "TRUE,true",
        "y,true",
        "t,true",
        "1,true",
        "on,true",
        "No,false",
        "false,false",
        "n,false",
        "f,false",
        "0,false",
        "off,false",
        "2,",
        "'',",
        "enabled,"
    })
    void shouldKnowAsterisksWordsForYesAndNo(String word, Boolean expected) {
        assertThat(Truth.parse(word)).isEqualTo(expected);
    }

    private static OptionValues bind(String lines) throws ConfigException {
        return SET.bind(ConfigFile.ofText("iax.conf", "[general]\n" + lines));
    }
}
