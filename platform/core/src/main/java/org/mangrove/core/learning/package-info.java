/**
 * Who takes part in what, how far they are, what they have passed: catalogue, player, transcript, certificates.
 *
 * <p>Owns: enrolments with their progress, completions, what each person has to take by when. Calls: content, lineage,
 * records, publication, mail, pages, extension, identity, localization, events, blobs, threads, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.learning;

import org.jspecify.annotations.NullMarked;
