package org.mangrove.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.tenancy.Enterprise;

/** Brings what an entry needs into the cell's object store, before the entry is applied. */
@ApplicationScoped
public class BlobFetcher {

    @Inject
    Blobs blobs;

    @Inject
    FeedClient client;

    /**
     * Does nothing if the blob is there.
     *
     * @throws BrokenFeed if what comes is not what the digest names
     */
    void fetch(String cell, Enterprise enterprise, String digest) throws IOException, InterruptedException {
        var wanted = Digest.parse(digest).orElseThrow(() -> new BrokenFeed("an entry names a blob that is none"));
        if (blobs.has(wanted)) {
            return;
        }
        byte[] bytes = client.blob(cell, enterprise, digest);
        if (!Digest.of(bytes).equals(wanted)) {
            throw new BrokenFeed("blob " + digest + " is not what its name says");
        }
        blobs.put(bytes);
    }
}
