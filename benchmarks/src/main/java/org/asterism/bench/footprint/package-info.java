/** What benchmarks/calls has a running switch tell of its objects. */
@NullMarked
package org.asterism.bench.footprint;

import org.jspecify.annotations.NullMarked;
