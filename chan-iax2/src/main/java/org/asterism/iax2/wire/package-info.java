/**
 * The IAX2 wire format: flyweights over received and outgoing datagrams, the tables of frame types, commands and
 * information elements, and the computations that go over the wire (call tokens, challenges, sequence numbers,
 * timestamps). Pure code: no sockets, threads or clocks. Reading a frame never allocates.
 */
@NullMarked
package org.asterism.iax2.wire;

import org.jspecify.annotations.NullMarked;
