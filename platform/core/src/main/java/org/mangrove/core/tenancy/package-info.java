/**
 * Who there is: enterprises, spaces, zones, cells and tenants.
 *
 * <p>Owns: enterprises, spaces, tenants and where each lives; in a cell, the read copy of those it hosts. Calls:
 * database, refusal.
 */
@NullMarked
package org.mangrove.core.tenancy;

import org.jspecify.annotations.NullMarked;
