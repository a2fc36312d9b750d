package org.asterism.core;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;

/**
 * {@code [directories]} of asterisk.conf. What it does not say lies in the program's folder: state under {@code var}, modules where the
 * build puts them.
 *
 * @param values what the section says
 * @param paths  the folders, absolute
 */
record ConfiguredDirectories(OptionValues values, Directories paths) {
    private static final Option<String> ETC = directory("astetcdir", "Configuration files.");
    private static final Option<String> MODULES =
            directory("astmoddir", "Jars of loadable modules; a folder without any jar is passed over.");
    private static final Option<String> VARLIB = directory("astvarlibdir", "Data that the switch keeps.");
    private static final Option<String> DB = directory("astdbdir", "The folder of astdb.sqlite3.");
    private static final Option<String> KEY = directory("astkeydir", "RSA keys are in its folder keys.");
    private static final Option<String> DATA = directory("astdatadir", "Prompts are in its folder sounds.");
    private static final Option<String> SPOOL = directory("astspooldir", "Recordings and the like.");
    private static final Option<String> RUN = directory("astrundir", "The control socket and the PID file.");
    private static final Option<String> LOG = directory("astlogdir", "Log files.");

    static final OptionSet OPTIONS = OptionSet.of(
            AsteriskConf.FILE,
            "directories",
            "Where things are. Relative paths are relative to the folder of asterisk.conf.",
            ETC,
            MODULES,
            VARLIB,
            DB,
            KEY,
            DATA,
            SPOOL,
            RUN,
            LOG,
            AsteriskConf.unused("astagidir"),
            AsteriskConf.unused("astsbindir"),
            AsteriskConf.unused("astcachedir"));

    /**
     * Resolves the folders.
     *
     * @param values what the section says
     * @param folder of asterisk.conf
     * @param home   the program's
     * @return the folders
     */
    static ConfiguredDirectories of(OptionValues values, Path folder, Path home) {
        Path var = home.resolve("var");
        Path varlib = path(values, VARLIB, folder, var.resolve("lib"));
        return new ConfiguredDirectories(
                values,
                new Directories(
                        path(values, ETC, folder, folder),
                        modules(values, folder, home),
                        varlib,
                        path(values, DB, folder, varlib),
                        path(values, KEY, folder, varlib),
                        path(values, DATA, folder, varlib),
                        path(values, SPOOL, folder, var.resolve("spool")),
                        path(values, RUN, folder, var.resolve("run")),
                        path(values, LOG, folder, var.resolve("log"))));
    }

    /**
     * Makes the folders that are written to.
     *
     * @throws IOException one cannot be made; the message names it
     */
    void make() throws IOException {
        for (Path each : List.of(paths.varlib(), paths.db(), paths.spool(), paths.run(), paths.log())) {
            try {
                Files.createDirectories(each);
            } catch (IOException e) {
                throw new IOException(
                        "The folder " + each + " cannot be made (" + e + "); see [directories] of " + AsteriskConf.FILE,
                        e);
            }
        }
    }

    /** An Asterisk's own asterisk.conf names a folder of shared objects, which is of no use here. */
    private static Path modules(OptionValues values, Path folder, Path home) {
        Path shipped = Path.of(System.getProperty(
                        "asterism.modules",
                        home.resolve("target/asterism/modules").toString()))
                .toAbsolutePath();
        Path configured = path(values, MODULES, folder, shipped);
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(configured, "*.jar")) {
            return jars.iterator().hasNext() ? configured : shipped;
        } catch (IOException _) {
            return shipped;
        }
    }

    private static Path path(OptionValues values, Option<String> option, Path folder, Path otherwise) {
        String text = values.get(option);
        return (text.isEmpty() ? otherwise : folder.resolve(text))
                .toAbsolutePath()
                .normalize();
    }

    private static Option<String> directory(String name, String description) {
        return Option.text(name, "", description);
    }
}
