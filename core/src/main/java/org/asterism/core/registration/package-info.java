/**
 * Outbound registration as a state machine without input or output: the SIP client, {@code register =>} of iax.conf and the HTTP
 * registrant all stand on {@link org.asterism.core.registration.RegistrationMachine}, and list what they keep registered in the
 * {@link org.asterism.core.registration.RegistrationBook}.
 */
@NullMarked
package org.asterism.core.registration;

import org.jspecify.annotations.NullMarked;
