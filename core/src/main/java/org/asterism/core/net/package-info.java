/**
 * Datagrams in and out. An {@link org.asterism.core.net.EventLoop} is one thread that owns sockets, timers and everything the
 * handlers keep; a {@link org.asterism.core.net.DatagramSelector} is where it sleeps; a
 * {@link org.asterism.core.net.DatagramTransport} is one socket, whose datagrams lie in the slots of a ring and can be sent on
 * from there. There are three kinds behind the same interfaces: batched system calls (Linux), a {@code DatagramChannel}
 * (everywhere) and an in-process network on a clock turned by hand (tests). Nothing on the way of a datagram allocates or locks.
 */
@NullMarked
package org.asterism.core.net;

import org.jspecify.annotations.NullMarked;
