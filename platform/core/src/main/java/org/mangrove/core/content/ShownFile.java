package org.mangrove.core.content;

import org.mangrove.core.blobs.MediaType;

/**
 * A file that a version shows, without its bytes.
 *
 * @param name its path where that is known, else the beginning of its digest
 */
public record ShownFile(String digest, String name, MediaType type, long bytes) {}
