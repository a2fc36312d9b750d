/**
 * Asterisk's configuration files: the grammar (sections, templates, inheritance, includes, comments), read into
 * immutable {@link org.asterism.core.config.ConfigFile}s that know the file and line of every value, and the typed
 * options that modules declare once for reading, checking and documenting their sections.
 */
@NullMarked
package org.asterism.core.config;

import org.jspecify.annotations.NullMarked;
