package org.asterism.core;

import java.nio.file.Path;

/**
 * Where things are: {@code [directories]} of asterisk.conf.
 *
 * @param etc     astetcdir: configuration files
 * @param modules astmoddir: jars of loadable modules
 * @param varlib  astvarlibdir
 * @param db      astdbdir: where astdb.sqlite3 is
 * @param key     astkeydir: its sub-folder of RSA key files
 * @param data    astdatadir: its folder {@code sounds} has prompts
 * @param spool   astspooldir
 * @param run     astrundir: control socket and PID file
 * @param log     astlogdir
 */
public record Directories(
        Path etc, Path modules, Path varlib, Path db, Path key, Path data, Path spool, Path run, Path log) {}
