/** Registrations that several switches share by way of a Redis server. */
@NullMarked
package org.asterism.registrar.redis;

import org.jspecify.annotations.NullMarked;
