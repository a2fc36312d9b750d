/**
 * AstDB: the small database in which modules and dialplans keep what must survive a restart, in Asterisk's own file
 * ({@code astdb.sqlite3}), so that an existing one is used as it is and Asterisk can take it back.
 */
@NullMarked
package org.asterism.core.db;

import org.jspecify.annotations.NullMarked;
