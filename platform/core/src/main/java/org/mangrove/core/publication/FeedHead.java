package org.mangrove.core.publication;

/**
 * The end of an enterprise's chain, signed by the core.
 *
 * @param signature Ed25519 over enterprise, epoch, number and hash, in Base64
 */
public record FeedHead(String epoch, long number, String hash, String signature) {}
