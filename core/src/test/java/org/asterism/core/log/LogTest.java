package org.asterism.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    private static final int FLUSH_MS = 10_000;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(errors, true, StandardCharsets.UTF_8));
    private final ClassLogger logger = new ClassLogger("org.asterism.sample.Driver", log);

    private void configure(String loggerConf) throws ConfigException {
        log.configure(LogSettings.read(ConfigFile.ofText("logger.conf", loggerConf), folder));
    }

    private List<String> lines(String file) throws IOException {
        log.flush(FLUSH_MS);
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private static class Screen implements LogConsole {
        final List<String> shown = new CopyOnWriteArrayList<>();
        final int verbosity;

        Screen(int verbosity) {
            this.verbosity = verbosity;
        }

        @Override
        public int verbosity() {
            return verbosity;
        }

        @Override
        public void show(LogLine line, String text) {
            shown.add(text.replaceAll("^\\[[^]]*] (\\w+)\\[\\d+]", "$1"));
        }
    }

    @Test
    void shouldWriteFilesInAsterisksFormat() throws Exception {
        configure("[general]\ndateformat = %Y\n[logfiles]\nfull => notice,warning,error");

        logger.info("started on {}", "port 4569");
        CallIdentifier.run("C-00000055", () -> logger.warn("odd"));
        logger.debug("not asked for");

        long thread = Thread.currentThread().threadId();
        assertThat(lines("full"))
                .hasSize(2)
                .first()
                .asString()
                .matches("\\[\\d{4}] NOTICE\\[" + thread + "] Driver: started on port 4569");
        assertThat(lines("full").get(1)).endsWith("WARNING[" + thread + "][C-00000055] Driver: odd");
    }

    @Test
    void shouldSayWarningsOnTheErrorStreamBeforeItIsConfigured() {
        logger.warn("early");
        logger.info("not that important");
        log.flush(FLUSH_MS);

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("]: Driver: early")
                .doesNotContain("important");
    }

    @Test
    void shouldShowConsolesWhatLoggerConfAndTheirVerbositySay() throws Exception {
        configure("[logfiles]\nconsole => warning,verbose");
        Screen quiet = new Screen(0);
        Screen chatty = new Screen(3);
        log.attach(quiet);
        log.attach(chatty);

        logger.warn("odd");
        logger.error("not asked for");
        log.say(LogLevel.VERBOSE, 3, "Pbx", "    -- Executing", null);
        log.say(LogLevel.VERBOSE, 4, "Pbx", "       > detail", null);
        log.flush(FLUSH_MS);

        assertThat(quiet.shown).containsExactly("WARNING: Driver: odd");
        assertThat(chatty.shown).containsExactly("WARNING: Driver: odd", "    -- Executing");
        assertThat(errors.size()).isZero();
    }

    @Test
    void shouldNotLetTextFromTheNetworkBeginALineOrReachATerminal() throws Exception {
        configure("[logfiles]\nconsole => *\nfull => *");
        Screen screen = new Screen(3);
        log.attach(screen);
        String hostile = "Eve\u001b]2;title\u0007\r\n[Nov 21 12:00:00] NOTICE[1] Driver: Registered\u009b2J\u202e";

        logger.warn("call from {}", hostile);
        logger.warn("call from " + hostile);
        logger.error("broken", new IllegalStateException(hostile));
        log.say(LogLevel.VERBOSE, 3, "Pbx", "    -- Call from " + hostile, null);
        log.sayLines(LogLevel.VERBOSE, 3, "Pbx", List.of("    -- first " + hostile, "second"));

        List<String> written = lines("full");
        assertThat(written).hasSizeGreaterThan(6);
        assertThat(String.join("", written)).doesNotContain("\u001b", "\u0007", "\r", "\u009b", "\u202e");
        assertThat(written)
                .filteredOn(line -> line.startsWith("[Nov 21 12:00:00]"))
                .isEmpty();
        String shown = "Eve\\x1b]2;title\\x07\\x0d\\x0a[Nov 21 12:00:00] NOTICE[1] Driver: Registered\\x9b2J\\u202e";
        assertThat(screen.shown)
                .contains(
                        "WARNING: Driver: call from " + shown,
                        "    -- Call from " + shown,
                        "    -- first " + shown + "\nsecond");
    }

    @Test
    void shouldColourLevelsWhereAConsoleWantsThat() throws Exception {
        configure("[logfiles]\nconsole => *");
        Screen coloured = new Screen(3) {
            @Override
            public boolean colours() {
                return true;
            }
        };
        Screen plain = new Screen(3);
        log.attach(coloured);
        log.attach(plain);

        logger.warn("odd");
        log.say(LogLevel.VERBOSE, 3, "Pbx", "    -- Executing", null);
        log.flush(FLUSH_MS);

        assertThat(coloured.shown.getFirst())
                .contains("] \u001b[1;31mWARNING\u001b[0m[")
                .endsWith("]: \u001b[1;37mDriver\u001b[0m: odd");
        assertThat(coloured.shown.getLast()).isEqualTo("\u001b[1;30m    -- \u001b[0mExecuting");
        assertThat(plain.shown).containsExactly("WARNING: Driver: odd", "    -- Executing");
    }

    @Test
    void shouldHideALevelOnConsolesOnly() throws Exception {
        configure("[logfiles]\nconsole => warning\nfull => warning");
        Screen screen = new Screen(0);
        log.attach(screen);

        log.showOnConsoles(LogLevel.WARNING, false);
        logger.warn("hidden");
        log.showOnConsoles(LogLevel.WARNING, true);
        logger.warn("seen");

        assertThat(lines("full")).hasSize(2);
        assertThat(screen.shown).containsExactly("WARNING: Driver: seen");
    }

    @Test
    void shouldMakeDebugLinesOnlyWhenTheDebugLevelSaysSo() throws Exception {
        configure("[logfiles]\nfull => debug,trace");
        assertThat(logger.isDebugEnabled()).isFalse();

        log.debugLevel(1);
        assertThat(logger.isDebugEnabled()).isTrue();
        assertThat(logger.isTraceEnabled()).isFalse();
        log.debugLevel(5);
        assertThat(logger.isTraceEnabled()).isTrue();
        log.debugLevel(0);
        assertThat(logger.isDebugEnabled()).isFalse();
    }

    @Test
    void shouldPutStackTracesAfterTheMessage() throws Exception {
        configure("[logfiles]\nfull => error");

        logger.error("broken", new IllegalStateException("why"));

        assertThat(lines("full").get(0)).endsWith("Driver: broken");
        assertThat(lines("full").get(1)).isEqualTo("java.lang.IllegalStateException: why");
    }

    @Test
    void shouldKeepSecurityAndDigitsApart() throws Exception {
        configure("[logfiles]\nsecurity => security\ndigits => dtmf\nfull => notice");

        logger.info(org.slf4j.MarkerFactory.getMarker(LogLevel.SECURITY_MARKER), "wrong password");
        logger.info(org.slf4j.MarkerFactory.getMarker(LogLevel.DTMF_MARKER), "digit 5");

        assertThat(lines("security")).singleElement().asString().endsWith("Driver: wrong password");
        assertThat(lines("digits")).singleElement().asString().endsWith("Driver: digit 5");
        assertThat(lines("full")).isEmpty();
    }

    @Test
    void shouldBeginNewFilesWhenRotated() throws Exception {
        configure("[logfiles]\nfull => notice");

        logger.info("before");
        log.rotate();
        logger.info("after");

        assertThat(lines("full.0")).singleElement().asString().endsWith("before");
        assertThat(lines("full")).singleElement().asString().endsWith("after");
    }

    @Test
    void shouldGoOnInAFileThatWasMovedAwayAfterReload() throws Exception {
        configure("[logfiles]\nfull => notice");
        logger.info("before");
        log.flush(FLUSH_MS);
        Files.move(folder.resolve("full"), folder.resolve("moved"));

        configure("[logfiles]\nfull => notice");
        logger.info("after");

        assertThat(lines("moved")).singleElement().asString().endsWith("before");
        assertThat(lines("full")).singleElement().asString().endsWith("after");
    }

    @Test
    void shouldDropAndCountLinesWhenTheQueueIsFullAndNeverWait() throws Exception {
        configure("[general]\nlogger_queue_limit = 10\n[logfiles]\nconsole => error\nfull => notice,warning");
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        log.attach(new LogConsole() {
            @Override
            public int verbosity() {
                return 0;
            }

            @Override
            public void show(LogLine line, String text) {
                stuck.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        logger.error("block the writer");
        stuck.await();

        for (int i = 0; i < 100; i++) {
            logger.info("line {}", i);
        }
        release.countDown();

        assertThat(lines("full")).hasSize(11);
        assertThat(lines("full").getLast())
                .endsWith("LogWriter: 90 log lines were dropped: more than 10 (logger_queue_limit) were waiting");
    }
}
