/**
 * Who takes part in what, how far they are, what they have passed: catalogue, player, transcript, certificates.
 *
 * <p>Owns: enrolments with their progress, completions, what each person has to take by when. Calls: content, records,
 * extension, localization, identity, pages, tenancy, events, database, refusal.
 */
@NullMarked
package org.mangrove.core.learning;

import org.jspecify.annotations.NullMarked;
