/**
 * What the platform writes to people: a row of the outbox in the transaction of the thing itself, sent by SMTP beside the
 * requests, tried again with growing patience, and given up visibly. People of tenants get one letter a day about all that waits
 * for them, out of their own cell. Without settings nothing is written and nothing piles up.
 *
 * <p>Owns: letters to core members and where they may be written to, in the core; in a cell, letters to its tenants' people, what
 * they were told, what they and their tenant want. Calls: pages, identity, localization, keys, threads, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.mail;

import org.jspecify.annotations.NullMarked;
