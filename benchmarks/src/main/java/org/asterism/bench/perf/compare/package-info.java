/** What benchmarks/compare makes of the runs it has had done: medians, ratios, tables and charts. */
@NullMarked
package org.asterism.bench.perf.compare;

import org.jspecify.annotations.NullMarked;
