/**
 * RSA keys of IAX2 authentication, the files that {@code inkeys}, {@code outkey} and {@code [key]} name; and what we prove ourselves with
 * to others, a key or a secret.
 */
@NullMarked
package org.asterism.iax2.keys;

import org.jspecify.annotations.NullMarked;
