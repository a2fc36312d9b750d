/** {@code res_pjsip_outbound_registration}: keeps us registered with SIP registrars. */
@NullMarked
package org.asterism.outreg.registration;

import org.jspecify.annotations.NullMarked;
