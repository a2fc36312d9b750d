/**
 * Who may talk to the switch: lists of addresses that are let in or kept out, in the words of Asterisk's configuration.
 */
@NullMarked
package org.asterism.core.security;

import org.jspecify.annotations.NullMarked;
