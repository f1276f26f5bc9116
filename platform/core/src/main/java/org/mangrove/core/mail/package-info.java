/**
 * What the platform writes to people: a row of the outbox in the transaction of the thing itself, sent by SMTP beside the
 * requests, tried again with growing patience, and given up visibly. Without settings nothing is written and nothing piles up.
 *
 * <p>Owns: letters to core members and where they may be written to, in the core. Calls: identity, localization, keys, threads,
 * tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.mail;

import org.jspecify.annotations.NullMarked;
