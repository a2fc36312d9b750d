/**
 * The manager interface (AMI): what modules need to offer actions. The server is in {@code manager.server}, its configuration in
 * {@code manager.config}, core's own actions in {@code manager.action}.
 */
@NullMarked
package org.asterism.core.manager;

import org.jspecify.annotations.NullMarked;
