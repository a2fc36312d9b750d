/** What the switch costs, measured with JMH; docs/performance.md says how to run it and what came out. */
@NullMarked
package org.asterism.bench;

import org.jspecify.annotations.NullMarked;
