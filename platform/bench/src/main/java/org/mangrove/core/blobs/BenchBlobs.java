package org.mangrove.core.blobs;

import org.mangrove.core.database.Configuration;

/** The object store without a container. */
public final class BenchBlobs {

    private BenchBlobs() {}

    /** In the folder that {@code mangrove.blobs} names. */
    public static Blobs ofThisNode() {
        var blobs = new Blobs();
        blobs.configuration = new Configuration();
        return blobs;
    }
}
