/** The console commands {@code pjsip …} for what pjsip.conf configures, column for column as Asterisk 22 prints them. */
@NullMarked
package org.asterism.outreg.command;

import org.jspecify.annotations.NullMarked;
