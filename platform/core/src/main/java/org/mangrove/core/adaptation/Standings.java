package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.store.StandingRow;
import org.mangrove.core.adaptation.store.StandingStore;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.CourseVector;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.Endings;
import org.mangrove.core.content.Ground;
import org.mangrove.core.content.Pinned;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * How each course stands in a market. It is written down beside what it was worked out of, so that a market with hundreds of
 * courses need not be worked out anew for each look; whatever has changed since is, before it is shown.
 */
@ApplicationScoped
public class Standings {

    private static final int MOST = 2_000;

    @Inject
    Courses courses;

    @Inject
    Desks desks;

    @Inject
    Deadlines deadlines;

    @Inject
    Endings endings;

    @Inject
    StandingStore store;

    @Inject
    Clock clock;

    /**
     * All that comes to a tenant from above.
     *
     * @param validUntil when time alone makes any of it another
     */
    public record Refreshed(List<CourseStanding> standings, Optional<Instant> validUntil) {}

    /** @param validUntil when time alone makes it another */
    private record Found(CourseStanding standing, String vector, Optional<Instant> validUntil) {}

    /** The ones first that somebody should look at first. Writes nothing. */
    @Transactional
    public List<CourseStanding> of(TenantProfile tenant) {
        Instant now = clock.instant();
        Deadlines.Here here = deadlines.of(tenant);
        List<CourseVector> vectors = courses.vectors(tenant);
        Map<String, Found> known = valid(store.all(tenant.tenant().id(), MOST), vectors, here, now);
        return Stream.concat(known.values().stream(), missing(tenant, vectors, known, here, now).stream())
                .map(Found::standing)
                .sorted(Comparator.comparing((CourseStanding standing) -> !isLeftUndecided(standing))
                        .thenComparing(standing -> -standing.drift())
                        .thenComparing(standing -> -standing.waiting())
                        .thenComparing(standing -> -standing.own())
                        .thenComparing(CourseStanding::course))
                .toList();
    }

    /**
     * Writes down what is not known yet, or is another now.
     *
     * @return how all of them stand now
     */
    @Transactional
    public Refreshed refresh(TenantProfile tenant) {
        Instant now = clock.instant();
        Deadlines.Here here = deadlines.of(tenant);
        List<CourseVector> vectors = courses.vectors(tenant);
        List<StandingRow> rows = store.all(tenant.tenant().id(), MOST);
        Map<String, Found> known = valid(rows, vectors, here, now);
        List<Found> fresh = missing(tenant, vectors, known, here, now);
        fresh.forEach(found -> store.put(tenant.tenant().id(), found.standing(), found.vector(), found.validUntil()));
        List<String> there = vectors.stream().map(CourseVector::course).toList();
        store.remove(
                tenant.tenant().id(),
                rows.stream()
                        .map(StandingRow::course)
                        .filter(course -> !there.contains(course))
                        .toList());
        List<Found> all = Stream.concat(known.values().stream(), fresh.stream())
                .sorted(Comparator.comparing(found -> found.standing().course()))
                .toList();
        return new Refreshed(
                all.stream().map(Found::standing).toList(),
                all.stream().flatMap(found -> found.validUntil().stream()).min(Comparator.naturalOrder()));
    }

    private static boolean isLeftUndecided(CourseStanding standing) {
        return standing.leaving().filter(there -> there.state().waits()).isPresent();
    }

    /** By which one knows whether a course still stands the same: what it is made of, and the deadlines that hold here. */
    private static String mark(CourseVector vector, Deadlines.Here here) {
        String both = vector.whole().hex() + here.inForce().digest().hex();
        return Digest.of(both.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static Map<String, Found> valid(
            List<StandingRow> rows, List<CourseVector> vectors, Deadlines.Here here, Instant now) {
        Map<String, String> wanted =
                vectors.stream().collect(Collectors.toMap(CourseVector::course, vector -> mark(vector, here)));
        var valid = new HashMap<String, Found>();
        for (StandingRow row : rows) {
            boolean holds = row.vector().equals(wanted.get(row.course()))
                    && row.validUntil().filter(until -> !until.isAfter(now)).isEmpty();
            if (holds) {
                valid.put(row.course(), new Found(row.standing(), row.vector(), row.validUntil()));
            }
        }
        return valid;
    }

    private List<Found> missing(
            TenantProfile tenant,
            List<CourseVector> vectors,
            Map<String, Found> known,
            Deadlines.Here here,
            Instant now) {
        Map<String, CourseVector> missing = vectors.stream()
                .filter(vector -> !known.containsKey(vector.course()))
                .collect(Collectors.toMap(CourseVector::course, vector -> vector));
        var found = new ArrayList<Found>();
        if (missing.isEmpty()) {
            return found;
        }
        Endings.Known ends = endings.of(tenant);
        ZoneId zone = tenant.tenant().timeZone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Deadlines.OfRetirement ofRetirement = here.ofRetirement();
        for (Ground ground : courses.grounds(tenant, missing.keySet())) {
            Desk desk = desks.of(tenant, ground, now);
            Optional<Pinned> pinned = desks.pinned(tenant, ground.version().key());
            Behind behind = desks.behind(tenant, desk, pinned, now);
            CourseVector vector =
                    Optional.ofNullable(missing.get(ground.version().key())).orElseThrow();
            found.add(new Found(
                    CourseStanding.of(
                            desk,
                            behind,
                            here.of(behind),
                            Leaving.of(ends.find(vector.course()), ends.kept(vector.course()), today, ofRetirement),
                            pinned,
                            now),
                    mark(vector, here),
                    Stream.of(
                                    here.inForce().validUntil(),
                                    desk.validUntil(),
                                    vector.until(),
                                    ends.kept(vector.course())
                                            .map(kept -> ofRetirement.startOf(ofRetirement.remindFrom(kept.reviewOn())))
                                            .filter(now::isBefore))
                            .flatMap(Optional::stream)
                            .min(Comparator.naturalOrder())));
        }
        return found;
    }
}
