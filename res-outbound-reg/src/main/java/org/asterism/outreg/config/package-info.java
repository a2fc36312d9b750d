/** The objects of pjsip.conf that stand around outbound registrations: read, checked, referenced and shown. */
@NullMarked
package org.asterism.outreg.config;

import org.jspecify.annotations.NullMarked;
