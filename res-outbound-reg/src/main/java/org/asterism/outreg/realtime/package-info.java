/** Static realtime: configuration files that extconfig.conf has read from SQLite or PostgreSQL. */
@NullMarked
package org.asterism.outreg.realtime;

import org.jspecify.annotations.NullMarked;
