/**
 * What there is to learn: masters of blocks, their versions, what regions and markets change in them, and what a reader
 * gets in the end; which masters are given up, and what markets do then.
 *
 * <p>Owns: assets, their versions and blocks, overlays and their overrides, retirements, in the core; in a cell, the read copies,
 * what markets decide about retirements, and the courses that they keep.
 * Calls: lineage, governance, publication, pages, extension, identity, localization, blobs, tenancy, threads, database, refusal.
 */
@NullMarked
package org.mangrove.core.content;

import org.jspecify.annotations.NullMarked;
