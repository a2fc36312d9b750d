/** Who is registered where: the contract between a registrar and the channel drivers. */
@NullMarked
package org.asterism.core.location;

import org.jspecify.annotations.NullMarked;
