/** The change feed: who registered, moved and left, line by line, for whoever publishes it elsewhere. */
@NullMarked
package org.asterism.registrar.feed;

import org.jspecify.annotations.NullMarked;
