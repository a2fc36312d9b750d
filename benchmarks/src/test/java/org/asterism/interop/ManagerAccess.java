package org.asterism.interop;

import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ManagerConnectionFactory;

/** A manager.conf with one user who may do everything, and how a library for Asterisk's manager interface gets in. */
final class ManagerAccess {
    static final String USER = "admin";
    static final String SECRET = "s3cret";

    private static final long PATIENCE_MS = 60_000;

    private ManagerAccess() {}

    /** The file. */
    static String conf(String address, int port) {
        return """
            [general]
            enabled = yes
            bindaddr = %s
            port = %d
            [%s]
            secret = %s
            read = all
            write = all
            """.formatted(address, port, USER, SECRET);
    }

    /** A connection, not logged in yet; patient, as the machine may be busy. */
    static ManagerConnection library(String address, int port) {
        ManagerConnection connection =
                new ManagerConnectionFactory(address, port, USER, SECRET).createManagerConnection();
        DefaultManagerConnection patient = (DefaultManagerConnection) connection;
        patient.setDefaultResponseTimeout(PATIENCE_MS);
        patient.setDefaultEventTimeout(PATIENCE_MS);
        return connection;
    }
}
