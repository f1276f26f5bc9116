/**
 * Sessions, transactions and walls of the core's and the cells' databases.
 *
 * <p>Owns: the schema history. Calls: nothing.
 */
@NullMarked
package org.mangrove.core.database;

import org.jspecify.annotations.NullMarked;
