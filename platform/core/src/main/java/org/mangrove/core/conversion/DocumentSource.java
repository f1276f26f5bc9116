package org.mangrove.core.conversion;

/** Reads one format. What it gets has been measured before; what it cannot read, it refuses. */
interface DocumentSource {

    void read(byte[] document, Manuscript into);
}
