package org.mangrove.core.lineage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** @param blocks by their names */
    boolean isSaid(Map<String, Block> blocks) {
        return Optional.ofNullable(blocks.get(block))
                .flatMap(there -> there.find(field))
                .filter(said -> LineageJson.digestOf(said).equals(text))
                .isPresent();
    }
}
