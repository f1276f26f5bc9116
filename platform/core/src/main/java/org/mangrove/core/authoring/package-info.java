/**
 * Courses in the making: drafts on which the authors of a core work together, block by block. Two who write at once lose nothing, each
 * step can be undone, and what a draft would change is seen before it is published.
 *
 * <p>Owns: drafts with their history and their files, in the core. Calls: approval, content, lineage, pages, identity, localization, blobs, tenancy,
 * database, refusal.
 */
@NullMarked
package org.mangrove.core.authoring;

import org.jspecify.annotations.NullMarked;
