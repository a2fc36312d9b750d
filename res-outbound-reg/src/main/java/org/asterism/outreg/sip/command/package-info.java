/** The console commands of {@code res_pjsip}: transports and the message logger. */
@NullMarked
package org.asterism.outreg.sip.command;

import org.jspecify.annotations.NullMarked;
