/**
 * What people may ask about their own data: to have it, to have it erased; what stops an erasure; how long things are kept.
 *
 * <p>Owns: requests, holds, the register of erasures, what retention removed. Calls: provisioning, records, xapi, pages,
 * identity, localization, events, blobs, tenancy, threads, database, refusal.
 */
@NullMarked
package org.mangrove.core.privacy;

import org.jspecify.annotations.NullMarked;
