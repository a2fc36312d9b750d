/** Where a request goes: from a URI to addresses in the order to try them (RFC 3263). */
@NullMarked
package org.asterism.outreg.sip.location;

import org.jspecify.annotations.NullMarked;
