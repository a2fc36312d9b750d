/**
 * The transport half of IAX2 (RFC 5456 section 7): sockets, remote addresses, and dialogs, which are reliable streams of full frames
 * with a media stream beside them. What dialogs are used for (calls, registrations, probes) is written on top of
 * {@link org.asterism.iax2.engine.DialogListener} in other packages. A {@link org.asterism.iax2.engine.Iax2Shard} and everything
 * it owns belongs to one thread, that of its event loop: unless a method says otherwise, only that thread may call it.
 */
@NullMarked
package org.asterism.iax2.engine;

import org.jspecify.annotations.NullMarked;
