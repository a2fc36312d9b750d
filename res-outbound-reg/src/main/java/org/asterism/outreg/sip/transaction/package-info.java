/**
 * Transactions (RFC 3261 section 17, RFC 6026): state machines that are given messages and the time and say what to send, and the layer
 * that keeps them on an event loop.
 */
@NullMarked
package org.asterism.outreg.sip.transaction;

import org.jspecify.annotations.NullMarked;
