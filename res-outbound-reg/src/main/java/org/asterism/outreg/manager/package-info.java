/** The manager's {@code PJSIP…} actions about outbound registrations. */
@NullMarked
package org.asterism.outreg.manager;

import org.jspecify.annotations.NullMarked;
