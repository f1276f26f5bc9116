/**
 * What people did, as xAPI statements in the database of their own cell: a learning record store for each tenant.
 *
 * <p>Owns: statements with what they are found by, attachments, documents about activities and people, what activities are,
 * and what the nodes of a cell tell each other of what they have stored. Calls: sources, credentials, xapi, pages, identity,
 * localization, logging, events, keys, tenancy, blobs, threads, database, refusal.
 */
@NullMarked
package org.mangrove.core.records;

import org.jspecify.annotations.NullMarked;
