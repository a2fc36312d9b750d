/**
 * {@code asterism call}: a headless IAX2 phone made of the switch's own engine, for trying things out and for tests. It places one call,
 * plays and records, and tells each step in a line.
 */
@NullMarked
package org.asterism.iax2.phone;

import org.jspecify.annotations.NullMarked;
