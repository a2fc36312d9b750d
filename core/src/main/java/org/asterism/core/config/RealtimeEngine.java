package org.asterism.core.config;

import java.io.IOException;
import java.util.List;

/** A kind of database that extconfig.conf can name as the source of a configuration file. Any thread may call it; it may block. */
public interface RealtimeEngine {
    /** {@return the name in extconfig.conf, such as {@code sqlite3}} */
    String name();

    /**
     * Reads all rows of a file that are not commented out.
     *
     * @param database as extconfig.conf names it
     * @param table    as extconfig.conf names it
     * @param file     the file's name
     * @return the rows, in the order in which they count
     * @throws IOException they cannot be read; the message says why and what to do, without a secret
     */
    List<StaticRow> rows(String database, String table, String file) throws IOException;
}
