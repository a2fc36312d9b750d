/** What benchmarks/pauses reads out of a flight recording of the switch. */
@NullMarked
package org.asterism.bench.pause;

import org.jspecify.annotations.NullMarked;
