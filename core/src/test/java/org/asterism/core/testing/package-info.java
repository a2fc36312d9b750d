/** A switch in memory for tests: channels without a network, loops that run faster than time, everything a test may look at. */
@NullMarked
package org.asterism.core.testing;

import org.jspecify.annotations.NullMarked;
