/**
 * A stub resolver's share of DNS (RFC 1035, RFC 2782): questions to the servers of {@code resolv.conf}, with the time to live of the
 * answers, which the JDK's own look-ups keep to themselves. Blocking; used by virtual threads through
 * {@link org.asterism.core.net.Resolver} only.
 */
@NullMarked
package org.asterism.core.net.dns;

import org.jspecify.annotations.NullMarked;
