/**
 * What there is to learn: masters of blocks, their versions, what regions and markets change in them, and what a reader
 * gets in the end.
 *
 * <p>Owns: assets, their versions and blocks, overlays and their overrides, in the core; in a cell, the read copies.
 * Calls: lineage, governance, publication, pages, extension, identity, localization, blobs, tenancy, threads, database, refusal.
 */
@NullMarked
package org.mangrove.core.content;

import org.jspecify.annotations.NullMarked;
