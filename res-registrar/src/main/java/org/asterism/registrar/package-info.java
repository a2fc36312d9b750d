/**
 * {@code res_registrar}: decides about registration requests, keeps the location table, lets registrations expire, and stores them
 * so that they outlive a restart. It knows no protocol: a channel driver reads requests off the wire and asks through
 * {@link org.asterism.core.location.Registrar}.
 */
@NullMarked
package org.asterism.registrar;

import org.jspecify.annotations.NullMarked;
