/**
 * The server side of registration: reads REGREQ and REGREL, checks proofs, asks the registrar that the location table belongs to, and
 * answers (RFC 5456 section 6.1). Nothing is remembered between a challenge and its answer.
 */
@NullMarked
package org.asterism.iax2.registrar;

import org.jspecify.annotations.NullMarked;
