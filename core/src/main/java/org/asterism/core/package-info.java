/** The process: its options, directories, life cycle, and the services that modules are given. */
@NullMarked
package org.asterism.core;

import org.jspecify.annotations.NullMarked;
