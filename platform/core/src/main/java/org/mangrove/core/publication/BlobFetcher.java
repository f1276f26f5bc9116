package org.mangrove.core.publication;

import java.io.IOException;
import org.mangrove.core.tenancy.Enterprise;

/** Brings what an entry needs into the cell's object store, before the entry is applied. */
public interface BlobFetcher {

    /** Does nothing if the blob is there and whole. @throws BrokenFeed if what comes is not what the digest names */
    void fetch(String cell, Enterprise enterprise, String digest) throws IOException, InterruptedException;
}
