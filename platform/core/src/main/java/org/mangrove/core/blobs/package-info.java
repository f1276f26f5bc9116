/**
 * Keeps what is too big for a row: media, packages, attachments. Named by digest, so that it can be checked and shared.
 *
 * <p>Owns: the zone's object store, a folder on one machine. Calls: database.
 */
@NullMarked
package org.mangrove.core.blobs;

import org.jspecify.annotations.NullMarked;
