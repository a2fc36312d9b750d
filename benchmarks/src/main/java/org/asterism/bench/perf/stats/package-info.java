/** What a load generator measures: frames lost, delays, jitter, the quality they add up to, and what the server spends. */
@NullMarked
package org.asterism.bench.perf.stats;

import org.jspecify.annotations.NullMarked;
