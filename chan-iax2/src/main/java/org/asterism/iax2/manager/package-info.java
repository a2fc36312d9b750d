/** The actions of chan_iax2 in the manager interface. */
@NullMarked
package org.asterism.iax2.manager;

import org.jspecify.annotations.NullMarked;
