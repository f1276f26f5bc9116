/**
 * What people did, as xAPI statements in the database of their own cell: a learning record store for each tenant.
 *
 * <p>Owns: statements with what they are found by, attachments, documents about activities and people, what activities are,
 * and the credentials with which other systems of a tenant come. Calls: xapi, pages, identity, localization, logging, events,
 * tenancy, blobs, database, refusal.
 */
@NullMarked
package org.mangrove.core.records;

import org.jspecify.annotations.NullMarked;
