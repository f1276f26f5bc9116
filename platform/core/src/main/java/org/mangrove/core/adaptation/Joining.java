package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseVector;
import org.mangrove.core.content.Courses;
import org.mangrove.core.lineage.LocalAct;
import org.mangrove.core.lineage.LocalOverlays;
import org.mangrove.core.lineage.Sync;
import org.mangrove.core.lineage.SyncProposal;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Takes over what comes from above where nobody has to be asked: what is cosmetic, and what is minor if nothing of it is in
 * dispute. Each course is a transaction of its own, so that whoever is stopped in the middle goes on with the next.
 *
 * <p>What somebody has undone is not taken over again until something changes above.
 */
@ApplicationScoped
public class Joining {

    @Inject
    Courses courses;

    @Inject
    Desks desks;

    @Inject
    LocalOverlays overlays;

    @Inject
    Clock clock;

    /** The courses in which something may go on by itself. */
    @Transactional
    public List<CourseVector> candidates(TenantProfile tenant) {
        LocalOverlays.Known own = overlays.of(tenant, AssetVersion.TYPE);
        return own.assets().isEmpty()
                ? List.of()
                : courses.vectors(tenant).stream()
                        .filter(vector -> own.assets().contains(vector.course()))
                        .filter(vector -> own.joinedWith(vector.course())
                                .filter(vector.above()::equals)
                                .isEmpty())
                        .toList();
    }

    /**
     * @param candidate as it was found
     * @return how much went on
     * @throws Refusal.Conflict if somebody has written meanwhile
     */
    @Transactional
    public int join(TenantProfile tenant, CourseVector candidate) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String course = candidate.course();
        Desk desk = desks.of(tenant, course, now);
        SyncProposal proposal = desk.proposal();
        if (proposal.items().isEmpty()) {
            overlays.joinedWith(tenant, AssetVersion.TYPE, course, desk.own().revision(), candidate.above());
            return 0;
        }
        Behind behind = desks.behind(tenant, desk, now);
        SyncProposal whole = proposal.after(behind.strongest().orElse(proposal.change()));
        List<SyncProposal.Item> free = desk.joinable();
        if (whole.flow() != SyncProposal.Flow.AUTOMATIC || free.isEmpty()) {
            return 0;
        }
        Sync.Outcome outcome = Sync.settle(desk.own(), proposal.only(free), Map.of());
        int revision = overlays.write(
                        tenant,
                        AssetVersion.TYPE,
                        course,
                        desk.own().revision(),
                        outcome.overlay().adaptations(),
                        new LocalOverlays.Act(
                                LocalAct.FOLLOWED,
                                free.stream().map(SyncProposal.Item::subject).toList(),
                                "",
                                Optional.empty()))
                .revision();
        overlays.joinedWith(tenant, AssetVersion.TYPE, course, revision, candidate.above());
        return free.size();
    }
}
