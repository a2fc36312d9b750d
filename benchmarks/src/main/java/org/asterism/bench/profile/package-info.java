/** Pictures of where a running switch spends its time. */
@NullMarked
package org.asterism.bench.profile;

import org.jspecify.annotations.NullMarked;
