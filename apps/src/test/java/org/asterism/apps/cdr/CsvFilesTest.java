package org.asterism.apps.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.asterism.core.cdr.CallRecord;
import org.asterism.core.cdr.Disposition;
import org.asterism.core.channel.AmaFlags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00.9Z");

    @TempDir
    Path folder;

    @Test
    void shouldWriteAsteriskColumns() throws IOException {
        write(options(true, true, true), record("acct", "a \"quoted\"\r\nline", START.plusSeconds(1)));
        String line = """
            "acct","100","600","test","\""Alice"" <100>","IAX2/a-1","IAX2/b-2","Dial","a ""quoted""  line",\
            "2026-01-31 12:00:00","2026-01-31 12:00:01","2026-01-31 12:00:05",4,3,"ANSWERED","DOCUMENTATION",\
            "1.0","field","peer","1.0",7
            """;
        assertThat(folder.resolve("Master.csv")).hasContent(line);
        assertThat(folder.resolve("acct.csv")).hasContent(line);
    }

    @Test
    void shouldLeaveOutWhatIsNotAskedForAndTheAnswerThatNeverCame() throws IOException {
        write(options(false, false, false), record("acct", "", null));
        assertThat(folder.resolve("Master.csv"))
                .content()
                .contains("\"2026-01-31 12:00:00\",,\"2026-01-31 12:00:05\",4,3,")
                .endsWith("\"DOCUMENTATION\"\n");
        assertThat(folder.resolve("acct.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", ".hidden", "a/b", "a\\b", "a\nb"})
    void shouldWriteNoFileForAnAccountThatIsNoFileName(String account) throws IOException {
        write(options(true, true, true), record(account, "", null));
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactly("Master.csv");
        }
    }

    private void write(CsvOptions options, CallRecord record) throws IOException {
        new CsvFiles(folder, options).write(record);
    }

    private static CsvOptions options(boolean columns, boolean accounts, boolean newColumns) {
        return new CsvOptions(true, columns, columns, accounts, newColumns, List.of());
    }

    private static CallRecord record(String account, String data, @Nullable Instant answer) {
        return new CallRecord(
                account,
                "100",
                "600",
                "test",
                "\"Alice\" <100>",
                "IAX2/a-1",
                "IAX2/b-2",
                "Dial",
                data,
                START,
                answer,
                START.plusSeconds(5),
                4,
                3,
                Disposition.ANSWERED,
                AmaFlags.DOCUMENTATION,
                "1.0",
                "field",
                "peer",
                "1.0",
                7);
    }
}
