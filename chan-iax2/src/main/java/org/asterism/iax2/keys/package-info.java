/** RSA keys of IAX2 authentication: the files that {@code inkeys}, {@code outkey} and {@code [key]} name. */
@NullMarked
package org.asterism.iax2.keys;

import org.jspecify.annotations.NullMarked;
