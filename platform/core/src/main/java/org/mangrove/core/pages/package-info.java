/**
 * The frame around every page: layout, navigation, forms, the content security policy, assets.
 *
 * <p>Owns: nothing. Calls: identity, localization, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.pages;

import org.jspecify.annotations.NullMarked;
