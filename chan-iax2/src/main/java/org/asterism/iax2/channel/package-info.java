/**
 * IAX2 as the switch sees it: the loadable module {@code chan_iax2}, the channel technology that Dial uses, the channels of calls in
 * both directions, and the wiring of engine, configuration, peers, registrations and console.
 */
@NullMarked
package org.asterism.iax2.channel;

import org.jspecify.annotations.NullMarked;
