/** What moving a datagram costs, apart from any protocol. */
@NullMarked
package org.asterism.bench.net;

import org.jspecify.annotations.NullMarked;
