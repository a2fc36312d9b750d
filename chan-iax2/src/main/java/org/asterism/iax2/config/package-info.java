/**
 * {@code iax.conf} as an immutable snapshot: general settings, users, peers and register lines, read, checked and complete before
 * anything acts on them (spec: Asterisk's iax.conf.sample).
 */
@NullMarked
package org.asterism.iax2.config;

import org.jspecify.annotations.NullMarked;
