/**
 * Which plugins, connected systems and other tools an enterprise has, what each is for, who answers for it and until when it is tried.
 * What has no entry that holds today is not switched on.
 *
 * <p>Owns: the register of components in the core, and what each cell reads of it. Calls: credentials, extension, governance, mail,
 * publication, pages, identity, localization, blobs, tenancy, database, threads, refusal.
 */
@NullMarked
package org.mangrove.core.components;

import org.jspecify.annotations.NullMarked;
