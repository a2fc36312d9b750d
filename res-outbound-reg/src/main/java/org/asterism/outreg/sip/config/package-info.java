/** What pjsip.conf says to the stack: {@code type=transport}, {@code type=system} and {@code type=global}. */
@NullMarked
package org.asterism.outreg.sip.config;

import org.jspecify.annotations.NullMarked;
