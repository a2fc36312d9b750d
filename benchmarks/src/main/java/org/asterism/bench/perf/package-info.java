/** iaxperf: a load generator for any IAX2 server, started as {@code ./asterism perf}. */
@NullMarked
package org.asterism.bench.perf;

import org.jspecify.annotations.NullMarked;
