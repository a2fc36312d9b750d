/**
 * Calls: the call leg of RFC 5456 figures 2 and 3 as a state machine on top of a {@link org.asterism.iax2.engine.Dialog}, its
 * authentication and choice of codec, and the media session beside it. What calls are for (channels of the switch, a phone) is on the
 * other side of {@link org.asterism.iax2.call.CallObserver} and {@link org.asterism.iax2.call.CallService}. Everything belongs to
 * the shard's thread unless a method says otherwise.
 */
@NullMarked
package org.asterism.iax2.call;

import org.jspecify.annotations.NullMarked;
