package org.mangrove.core.xapi;

import java.util.Optional;

/**
 * A file that a statement says it comes with.
 *
 * @param sha2 in small letters: the two spellings mean the same file
 * @param fileUrl where the file is, if it does not come with the statement
 */
public record AttachmentClaim(
        String sha2, String contentType, long length, Optional<String> fileUrl, String usageType) {}
