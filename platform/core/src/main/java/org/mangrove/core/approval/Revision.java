package org.mangrove.core.approval;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A candidate as it was handed in once.
 *
 * @param no counts from 1
 * @param digest of all that would be published and of the version that it would follow: what somebody agrees to is this and nothing else
 * @param parts the digests of what each space would get, by its slug
 * @param version the digest of the version alone
 * @param base the number of the version that it would follow; 0 if there is none
 * @param bytes where the package lies
 */
public record Revision(
        int no,
        String digest,
        SortedMap<String, String> parts,
        String version,
        String change,
        int base,
        String bytes,
        UUID by,
        Instant at) {

    public Revision {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Whether what a space would get is the same. */
    boolean sameFor(String space, Map<String, String> others) {
        return parts.getOrDefault(space, "").equals(others.getOrDefault(space, ""));
    }
}
