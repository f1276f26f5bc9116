package org.mangrove.core.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.content.store.KeptCourseRow;
import org.mangrove.core.content.store.KeptCourseStore;
import org.mangrove.core.content.store.MarketCourseStore;
import org.mangrove.core.content.store.OverlayCopyStore;
import org.mangrove.core.content.store.OverlayMark;
import org.mangrove.core.content.store.PinRow;
import org.mangrove.core.content.store.PinStore;
import org.mangrove.core.content.store.VersionCopyStore;
import org.mangrove.core.content.store.VersionMark;
import org.mangrove.core.database.Documents;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.LocalOverlays;
import org.mangrove.core.lineage.MarketRules;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * Of what a tenant's courses are made, from what its cell holds. Which versions, overlays and rules there are is read each
 * time; what they say is kept in memory by its digest, so that a change is seen at once on every node.
 */
@ApplicationScoped
class CourseSources {

    /** Of courses of one kind; twice as many as an audit is measured for. */
    private static final int MOST_MARKS = 40_000;

    private static final int MOST_DOCUMENTS = 400;

    @Inject
    VersionCopyStore versions;

    @Inject
    OverlayCopyStore overlays;

    @Inject
    MarketCourseStore marketCourses;

    @Inject
    KeptCourseStore keptCourses;

    @Inject
    PinStore pins;

    @Inject
    LocalOverlays localOverlays;

    @Inject
    MarketRules rules;

    private final Documents<DocumentKey, AssetVersion> versionDocuments = new Documents<>(MOST_DOCUMENTS);
    private final Documents<DocumentKey, Overlay> overlayDocuments = new Documents<>(MOST_DOCUMENTS);
    private final Documents<DocumentKey, KeptCourse> keptDocuments = new Documents<>(MOST_DOCUMENTS);

    /** A document of an enterprise or of a tenant, by what it says. */
    private record DocumentKey(int owner, boolean isTenant, int number, String digest) {}

    /** Where a course comes from. */
    enum Origin {
        /** From above. */
        CORE,
        /** The tenant's own plugins brought it. */
        MARKET,
        /** It came from above once; the tenant keeps it as it was then. */
        KEPT
    }

    /**
     * Which version of a course holds now.
     *
     * @param until when the next one does
     * @param pin if the market stays with it
     */
    record Current(VersionMark mark, Origin origin, Optional<Instant> until, Optional<Stay> pin) {

        Current(VersionMark mark, Origin origin, Optional<Instant> until) {
            this(mark, origin, until, Optional.empty());
        }

        boolean isMarket() {
            return origin == Origin.MARKET;
        }

        String course() {
            return mark.course();
        }
    }

    /** That a market stays. @param until when it does not any more. @param endsByLaw whether it is the law that ends it */
    record Stay(Pin pin, Instant until, boolean endsByLaw) {}

    /** What there is for a tenant this moment. */
    final class Held {

        private final TenantProfile tenant;
        private final Map<String, Current> current = new LinkedHashMap<>();
        /** Of courses of which more is asked than what is in effect. */
        private final Map<String, List<VersionMark>> published = new HashMap<>();

        private final List<OverlayMark> marks;
        private final LocalOverlays.Known own;
        private final MarketRules.Known observed;
        private final Instant now;

        private Held(TenantProfile tenant, Instant now) {
            this.tenant = tenant;
            this.now = now;
            this.observed = rules.of(tenant);
            add(versions.marks(tenant, now, MOST_MARKS), Origin.CORE, now);
            List<Pin> held = pins.all(tenant.tenant().id(), MOST_MARKS).stream()
                    .map(PinRow::pin)
                    .toList();
            published.putAll(
                    versions.marks(tenant, held.stream().map(Pin::course).toList()).stream()
                            .collect(Collectors.groupingBy(VersionMark::course)));
            held.forEach(this::stay);
            add(marketCourses.marks(tenant.tenant().id(), MOST_MARKS), Origin.MARKET, now);
            keptCourses
                    .marks(tenant.tenant().id(), MOST_MARKS)
                    .forEach(mark -> current.put(
                            mark.version().course(), new Current(mark.version(), Origin.KEPT, Optional.empty())));
            this.marks = overlays.marks(tenant);
            this.own = localOverlays.of(tenant, AssetVersion.TYPE);
        }

        /** Of each course the highest version that is in effect, valid until the next one is. The core's courses come first. */
        private void add(List<VersionMark> all, Origin origin, Instant now) {
            for (VersionMark mark : all) {
                Current before = current.get(mark.course());
                if (before != null && before.origin() != origin) {
                    continue;
                }
                if (!mark.effectiveFrom().isAfter(now)) {
                    current.put(mark.course(), new Current(mark, origin, Optional.empty()));
                } else if (before != null && before.until().isEmpty()) {
                    current.put(mark.course(), new Current(before.mark(), origin, Optional.of(mark.effectiveFrom())));
                }
            }
        }

        /** A pin is over on its day, when the law withdraws what it holds on to here, and when a version comes that the law demands. */
        private void stay(Pin pin) {
            Optional<VersionMark> mark = published(pin.course()).stream()
                    .filter(each -> each.number() == pin.number())
                    .findFirst();
            boolean isFromAbove = Optional.ofNullable(current.get(pin.course()))
                    .filter(there -> there.origin() == Origin.CORE)
                    .isPresent();
            if (mark.isEmpty() || !isFromAbove || !pin.holdsAt(now)) {
                return;
            }
            Optional<Instant> law = Stream.concat(
                            later(mark.get())
                                    .filter(each -> ofTheCore(tenant, each).change() == ChangeClass.REGULATORY)
                                    .map(VersionMark::effectiveFrom),
                            observed
                                    .rules(AssetVersion.TYPE, pin.course())
                                    .withdrawnFrom(
                                            ofTheCore(tenant, mark.get()).blocks(),
                                            mark.get().effectiveFrom())
                                    .stream())
                    .min(Comparator.naturalOrder())
                    .filter(day -> day.isBefore(pin.endsAt()));
            Instant until = law.orElse(pin.endsAt());
            if (until.isAfter(now)) {
                current.put(
                        pin.course(),
                        new Current(
                                mark.get(),
                                Origin.CORE,
                                Optional.of(until),
                                Optional.of(new Stay(pin, until, law.isPresent()))));
            }
        }

        private Stream<VersionMark> later(VersionMark than) {
            return published(than.course()).stream().filter(each -> each.number() > than.number());
        }

        private List<VersionMark> published(String course) {
            return published.computeIfAbsent(course, asked -> versions.marks(tenant, List.of(asked)));
        }

        /** At which version the market stays, if it does. */
        Optional<Pinned> pinned(Current of) {
            return of.pin()
                    .map(stay -> new Pinned(
                            stay.pin(),
                            stay.until(),
                            stay.endsByLaw(),
                            later(of.mark())
                                    .filter(each -> !each.effectiveFrom().isAfter(now))
                                    .map(each -> ofTheCore(tenant, each))
                                    .toList()));
        }

        /** By which one knows whether a market that stays has missed more; nothing for all others. */
        private Stream<String> missed(Current of) {
            return of.pin().stream()
                    .flatMap(stay -> later(of.mark()))
                    .filter(each -> !each.effectiveFrom().isAfter(now))
                    .map(each -> each.number() + " " + each.digest());
        }

        /** When a market that stays misses the next version. */
        private Stream<Instant> nextMissed(Current of) {
            return of.pin().stream()
                    .flatMap(stay -> later(of.mark()).map(VersionMark::effectiveFrom))
                    .filter(day -> day.isAfter(now));
        }

        List<Current> all() {
            return List.copyOf(current.values());
        }

        Optional<Current> find(String course) {
            return Optional.ofNullable(current.get(course));
        }

        /** By which a cached answer knows that all it was made of is still the same. */
        List<String> vector(Current of) {
            return Stream.of(
                            above(of),
                            of.isMarket() ? Stream.<String>empty() : own.digest(of.course()).stream(),
                            observed.vector(AssetVersion.TYPE, of.course()).stream(),
                            of.pin().stream().map(stay -> stay.pin().mark() + " until " + stay.until()))
                    .flatMap(digests -> digests)
                    .toList();
        }

        CourseVector courseVector(Current of, Endings.Known endings) {
            return new CourseVector(
                    of.course(),
                    CourseVector.of(above(of).toList()),
                    CourseVector.of(Stream.of(
                                    vector(of).stream(),
                                    tenant.tenant().jurisdictions().stream(),
                                    endings.vector(of.course()).stream(),
                                    missed(of))
                            .flatMap(parts -> parts)
                            .toList()),
                    Stream.of(
                                    of.until().stream(),
                                    nextMissed(of),
                                    endings
                                            .find(of.course())
                                            .flatMap(ending -> ending.changesAt(
                                                    tenant.tenant().timeZone()))
                                            .stream())
                            .flatMap(times -> times)
                            .min(Comparator.naturalOrder()));
        }

        private Stream<String> above(Current of) {
            return Stream.concat(
                    Stream.of(of.mark().number() + " " + of.mark().digest()),
                    overlayMarks(of).map(OverlayMark::digest));
        }

        Ground ground(Current of) {
            if (of.isMarket()) {
                return new Ground(version(of), List.of(), Optional.empty(), Rules.none(AssetVersion.TYPE, of.course()));
            }
            if (of.origin() == Origin.KEPT) {
                KeptCourse kept = kept(of);
                return new Ground(
                        kept.version(),
                        kept.above(),
                        own.overlay(of.course()),
                        observed.rules(AssetVersion.TYPE, of.course()));
            }
            return new Ground(
                    version(of),
                    overlayMarks(of).map(mark -> overlay(tenant, mark)).toList(),
                    own.overlay(of.course()),
                    observed.rules(AssetVersion.TYPE, of.course()));
        }

        /** The versions that the core has published until the one that holds now, the first one first. */
        List<AssetVersion> versionsUntil(Current now) {
            if (now.origin() == Origin.KEPT) {
                return List.of(kept(now).version());
            }
            return published(now.course()).stream()
                    .filter(mark -> mark.number() <= now.mark().number())
                    .map(mark -> ofTheCore(tenant, mark))
                    .toList();
        }

        /** The region's first. */
        private Stream<OverlayMark> overlayMarks(Current of) {
            return of.origin() != Origin.CORE
                    ? Stream.empty()
                    : marks.stream()
                            .filter(mark -> mark.course().equals(of.course()))
                            .sorted(Comparator.comparing(
                                    mark -> mark.space().equals(tenant.tenant().slug())));
        }

        private KeptCourse kept(Current of) {
            return keptDocuments.get(
                    new DocumentKey(
                            tenant.tenant().id().number(),
                            true,
                            of.mark().number(),
                            of.mark().digest()),
                    () -> keptCourses
                            .find(tenant.tenant().id(), of.mark().id())
                            .map(KeptCourseRow::kept)
                            .orElseThrow());
        }

        private AssetVersion version(Current of) {
            VersionMark mark = of.mark();
            if (!of.isMarket()) {
                return ofTheCore(tenant, mark);
            }
            return versionDocuments.get(
                    new DocumentKey(tenant.tenant().id().number(), true, mark.number(), mark.digest()),
                    () -> marketCourses
                            .find(tenant.tenant().id(), mark.id())
                            .orElseThrow()
                            .version());
        }
    }

    /** In the transaction that is under way. */
    @Transactional(Transactional.TxType.MANDATORY)
    Held of(TenantProfile tenant, Instant now) {
        return new Held(tenant, now);
    }

    private AssetVersion ofTheCore(TenantProfile tenant, VersionMark mark) {
        return versionDocuments.get(
                new DocumentKey(tenant.enterprise().number(), false, mark.number(), mark.digest()),
                () -> versions.find(tenant, mark.id()).orElseThrow().version());
    }

    private Overlay overlay(TenantProfile tenant, OverlayMark mark) {
        return overlayDocuments.get(
                new DocumentKey(tenant.enterprise().number(), false, 0, mark.digest()),
                () -> overlays.find(tenant, mark.id()).orElseThrow().overlay());
    }
}
