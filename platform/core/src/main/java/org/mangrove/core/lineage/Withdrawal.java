package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.List;
import org.mangrove.core.blobs.Digest;

/**
 * That what a field said must not be served any more, since the law has changed.
 *
 * @param text the digest of what it said
 * @param from when the new law is in effect
 * @param jurisdictions where; everywhere if there are none
 */
public record Withdrawal(String block, String field, Digest text, Instant from, List<String> jurisdictions) {

    public Withdrawal {
        jurisdictions = List.copyOf(jurisdictions);
    }

    boolean isAbout(List<String> others) {
        return jurisdictions.isEmpty() || jurisdictions.stream().anyMatch(others::contains);
    }
}
