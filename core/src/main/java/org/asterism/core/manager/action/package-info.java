/** The manager actions of core. */
@NullMarked
package org.asterism.core.manager.action;

import org.jspecify.annotations.NullMarked;
