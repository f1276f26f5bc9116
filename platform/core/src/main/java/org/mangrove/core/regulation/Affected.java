package org.mangrove.core.regulation;

import java.util.List;
import java.util.UUID;
import org.mangrove.core.lineage.Claim;

/**
 * A course that rests on a law that changes.
 *
 * @param owner who answers for it, as its facts have it
 * @param steward who keeps it up to date, as its facts have it
 * @param claims the ids of the claims that rest on the law
 * @param texts what they are about, as {@code block/field}
 */
public record Affected(
        String course,
        String owner,
        String steward,
        int version,
        String digest,
        List<UUID> claims,
        List<String> texts) {

    public Affected {
        claims = List.copyOf(claims);
        texts = List.copyOf(texts);
    }

    static String textOf(Claim claim) {
        return claim.block() + "/" + claim.field();
    }

    /** How many blocks. */
    public long blocks() {
        return blocks(texts);
    }

    static long blocks(List<String> texts) {
        return texts.stream().map(text -> text.split("/", 2)[0]).distinct().count();
    }
}
