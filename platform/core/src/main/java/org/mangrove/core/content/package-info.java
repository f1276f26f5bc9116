/**
 * What there is to learn: masters of blocks, their versions, what regions and markets change in them, and what a reader
 * gets in the end; which masters are given up, and what markets do then; markets that stay with a version; which blocks show what others say, and who follows.
 *
 * <p>Owns: assets, their versions and blocks, overlays and their overrides, retirements, what is reused where, in the core; in a cell, the read copies,
 * what markets decide about retirements, the courses that they keep, and the versions with which they stay.
 * Calls: lineage, governance, publication, pages, extension, identity, localization, blobs, tenancy, threads, database, refusal.
 */
@NullMarked
package org.mangrove.core.content;

import org.jspecify.annotations.NullMarked;
