package org.asterism.core.net.dns;

/**
 * Where a service is (RFC 2782).
 *
 * @param priority lowest first
 * @param weight   share among those of one priority
 * @param port     of the service
 * @param target   host name, {@code .} if the service is decidedly not there
 */
public record ServiceRecord(int priority, int weight, int port, String target) {}
