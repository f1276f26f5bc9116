package org.mangrove.core.packages;

import org.mangrove.core.blobs.Digest;

/**
 * A package as it was brought in: an archive that has been looked through.
 *
 * @param fileName as its bringer's machine called it
 * @param title as its manifest says it
 * @param entry where it begins: a path within, perhaps with a query
 */
public record PackageFile(
        Digest digest, String fileName, String language, String title, Standard standard, String entry, long bytes) {}
