/**
 * Laws that change, and all that follows: what rests on them ends, the courses and markets are found, owners are asked, people
 * learn it again, and a file proves it to whoever asks, also when somebody was erased since.
 *
 * <p>Owns: changes of laws with what they touch and who was asked; in a cell who has to learn something again. Calls: privacy,
 * learning, authoring, content, lineage, governance, publication, mail, pages, identity, keys, blobs, threads, tenancy, database,
 * refusal.
 */
@NullMarked
package org.mangrove.core.regulation;

import org.jspecify.annotations.NullMarked;
