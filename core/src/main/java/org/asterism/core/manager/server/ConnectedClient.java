package org.asterism.core.manager.server;

import java.time.Instant;

/**
 * A client that has logged in, for listings.
 *
 * @param number           names its session
 * @param user             who it is
 * @param host             its address
 * @param began            when it connected
 * @param dropped          how many events it has lost because it did not read them in time
 * @param readPermissions  classes of events it may see, as Asterisk's number
 * @param writePermissions classes of actions it may carry out, as Asterisk's number
 */
public record ConnectedClient(
        int number, String user, String host, Instant began, long dropped, int readPermissions, int writePermissions) {}
