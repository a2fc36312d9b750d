/** A small IAX2 client made for load: calls and registrations by the thousand on one thread. */
@NullMarked
package org.asterism.bench.perf.client;

import org.jspecify.annotations.NullMarked;
