package org.asterism.apps.cdr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.asterism.core.cdr.CallRecord;
import org.asterism.core.cdr.CallRecordWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes records to {@code Master.csv} and to a file for each account. Files are opened for each record, so that they can be rotated. */
final class CsvFiles implements CallRecordWriter {
    private static final Logger LOG = LoggerFactory.getLogger(CsvFiles.class);
    private static final String MASTER = "Master";

    private final Path folder;
    private volatile CsvOptions options;

    CsvFiles(Path folder, CsvOptions options) {
        this.folder = folder;
        this.options = options;
    }

    void options(CsvOptions newOptions) {
        options = newOptions;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public void write(CallRecord record) throws IOException {
        CsvOptions current = options;
        String line = CsvLine.of(record, current);
        Files.createDirectories(folder);
        append(MASTER, line);
        String account = record.accountCode();
        if (current.accounts() && !account.isEmpty()) {
            if (account.startsWith(".") || !account.matches("[^/\\\\\\p{Cntrl}]{1,100}")) {
                LOG.warn("Account code '{}' insecure for writing file", account);
            } else {
                append(account, line);
            }
        }
    }

    private void append(String name, String line) throws IOException {
        Files.writeString(
                folder.resolve(name + ".csv"),
                line,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
