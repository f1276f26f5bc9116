/**
 * The one door to plugins: asks those that a tenant has switched on, and survives what they do.
 *
 * <p>Owns: the jars of the plugins, and what plugins keep for a tenant. Calls: identity, localization, tenancy,
 * database, refusal.
 */
@NullMarked
package org.mangrove.core.extension;

import org.jspecify.annotations.NullMarked;
