/** UDP sockets for a load generator: batches, many source addresses on one socket, arrival times of the kernel. Linux only. */
@NullMarked
package org.asterism.bench.perf.net;

import org.jspecify.annotations.NullMarked;
