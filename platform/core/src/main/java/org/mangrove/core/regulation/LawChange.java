package org.mangrove.core.regulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.mangrove.core.lineage.Claim;

/**
 * That a law is another from a day on.
 *
 * @param legalReference what changes, such as {@code ArbSchG § 12}
 * @param jurisdictions where
 * @param says what the law says then, for those who have to write it
 * @param announcedIn who has made it known, such as a law gazette
 * @param effectiveOn the first day on which it holds
 * @param daysToLearn how many days people have from then on
 * @param announcedBy the actor who has written it down here
 */
public record LawChange(
        UUID id,
        String title,
        String legalReference,
        List<String> jurisdictions,
        String says,
        String announcedIn,
        LocalDate effectiveOn,
        int daysToLearn,
        UUID announcedBy,
        Instant announcedAt) {

    /** What log entries about it are of. */
    public static final String TYPE = "law-change";

    public LawChange {
        jurisdictions = List.copyOf(jurisdictions);
    }

    /** From when on the old law may not be relied on. */
    public Instant since() {
        return effectiveOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public boolean isInEffect(Instant at) {
        return !since().isAfter(at);
    }

    /** Whether a claim rests on what changes. A part of a place stands under the law of the whole. */
    boolean touches(Claim claim) {
        return isOf(List.of(claim.jurisdiction())) && new LegalReference(legalReference).covers(claim.legalReference());
    }

    /** Whether it is about one of some places, or about a place that one of them lies in. */
    public boolean isOf(Collection<String> places) {
        return places.stream()
                .anyMatch(place -> place.equals(Claim.EVERYWHERE)
                        || jurisdictions.stream().anyMatch(each -> place.equals(each) || place.startsWith(each + "-")));
    }
}
