/** Registration by HTTP, as the nodes of a radio network do it: {@code res_rpt_http_registrations}. */
@NullMarked
package org.asterism.outreg.rpt;

import org.jspecify.annotations.NullMarked;
