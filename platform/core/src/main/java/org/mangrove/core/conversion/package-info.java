/**
 * Makes courses of documents that people have anyway: Markdown, HTML, Word, PowerPoint. Whatever comes is taken for hostile; what is
 * not taken over is told, with its place and what to do about it.
 *
 * <p>Owns: drafts of authors that end by themselves, with their pictures, in the core. Calls: authoring, approval, content, lineage, pages, identity,
 * blobs, tenancy, database, refusal.
 */
@NullMarked
package org.mangrove.core.conversion;

import org.jspecify.annotations.NullMarked;
