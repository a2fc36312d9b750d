/** Charts as SVG, without any library. */
@NullMarked
package org.asterism.bench.perf.chart;

import org.jspecify.annotations.NullMarked;
