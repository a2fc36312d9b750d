/**
 * Time as an argument: a millisecond clock that tests can turn by hand, and the timer wheel an event loop turns with it. Nothing
 * in here starts a thread or sleeps.
 */
@NullMarked
package org.asterism.core.time;

import org.jspecify.annotations.NullMarked;
