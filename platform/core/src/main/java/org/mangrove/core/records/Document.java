package org.mangrove.core.records;

import java.time.Instant;

/**
 * Something that another system has put down here, which is given out as it came.
 *
 * @param etag changes with the content
 */
public record Document(DocumentContent content, String etag, Instant modifiedAt) {}
