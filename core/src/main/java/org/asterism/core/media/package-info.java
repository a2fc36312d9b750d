/** Audio: formats, frames, sources and sinks, translation between formats, sound files. */
@NullMarked
package org.asterism.core.media;

import org.jspecify.annotations.NullMarked;
