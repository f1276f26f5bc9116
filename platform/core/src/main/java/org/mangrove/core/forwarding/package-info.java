/**
 * Sends what is stored here on to record stores elsewhere: filtered, transformed, in order, and with the wish to be forgotten.
 *
 * <p>Owns: forwarders, what waits for each of them, whom they were told of, and what was asked of them. Calls: records,
 * credentials, xapi, pages, identity, events, keys, tenancy, network, blobs, threads, database, refusal.
 */
@NullMarked
package org.mangrove.core.forwarding;

import org.jspecify.annotations.NullMarked;
