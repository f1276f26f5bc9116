package org.mangrove.core.audit;

import java.util.List;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.blobs.MediaType;

/**
 * A file that an asset shows.
 *
 * @param block where it is shown
 * @param licences all that were ever given for it: one that holds is enough. None if it needs none
 */
public record AuditedMedia(String block, Digest digest, MediaType type, Fact<List<Licence>> licences) {}
