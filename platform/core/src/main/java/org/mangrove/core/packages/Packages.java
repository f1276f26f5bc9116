package org.mangrove.core.packages;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mangrove.core.blobs.Blobs;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.governance.DecisionRights;
import org.mangrove.core.governance.RightsBook;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.CanonicalJson;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Level;
import org.mangrove.core.lineage.LineageJson;
import org.mangrove.core.lineage.Overlay;
import org.mangrove.core.lineage.RuleBook;
import org.mangrove.core.lineage.Rules;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.lineage.Withdrawal;
import org.mangrove.core.packages.store.MarketPackagesStore;
import org.mangrove.core.packages.store.PackageFileRow;
import org.mangrove.core.packages.store.PackageFileStore;
import org.mangrove.core.packages.store.PackageOverlayRow;
import org.mangrove.core.packages.store.PackageOverlayStore;
import org.mangrove.core.packages.store.PackageVersionRow;
import org.mangrove.core.packages.store.PackageVersionStore;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** The packages of an enterprise, in its core: files, versions for everybody, and what its regions put in their place. */
@ApplicationScoped
public class Packages {

    /** What a feed entry with a version is called. */
    static final String VERSION = "packages.version";

    /** What a feed entry with what a region puts in its place is called. */
    static final String OVERLAY = "packages.overlay";

    /** What a feed entry with a file is called. */
    static final String FILE = "packages.file";

    /** The longest reason, name or objective, in characters. */
    public static final int LONGEST_TEXT = 500;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 60;
    private static final int MOST_VERSIONS = 5_000;
    private static final int MOST_FILES = 500;
    private static final int MOST_MARKETS = 5_000;
    private static final int LATEST_YEARS = 5;

    @Inject
    PackageFileStore files;

    @Inject
    PackageVersionStore versions;

    @Inject
    PackageOverlayStore overlays;

    @Inject
    MarketPackagesStore markets;

    @Inject
    RuleBook rules;

    @Inject
    RightsBook rights;

    @Inject
    TenantRegister register;

    @Inject
    Blobs blobs;

    @Inject
    Feed feed;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    private static final Comparator<Market> FURTHEST_FIRST = Comparator.comparing(
                    (Market market) -> !market.stand().waits())
            .thenComparing(market -> -market.stand().points())
            .thenComparing(market -> market.stand().state() == MarketStands.State.FOLLOWS)
            .thenComparing(Market::tenant);

    /** How a package stands in a market, as it was last heard of. */
    public record Market(String tenant, Instant heardAt, MarketStands.Stand stand) {}

    /**
     * A package to govern.
     *
     * @param history the newest first; one that is not in effect yet among them
     * @param regions what each puts in its place; none as long as no version is in effect
     * @param markets that something waits for first
     */
    public record Work(
            String slug,
            List<PackageVersion> history,
            List<PackageDesk> regions,
            RuleBook.Entries rules,
            List<Market> markets) {

        public PackageVersion newest() {
            return history.getFirst();
        }

        /** What holds now; the newest as long as none does. */
        public PackageVersion version(Instant at) {
            return inEffect(history, at);
        }
    }

    /**
     * A package among others.
     *
     * @param version what holds now; the newest as long as none does
     * @param locks that its governors have set
     * @param markets how many there are of each state, by what they have told
     */
    public record Summary(PackageVersion version, long locks, SortedMap<MarketStands.State, Long> markets) {}

    /**
     * What somebody wants to publish.
     *
     * @param seen the number of the newest version that they have looked at; 0 if there is none
     * @param effectiveFrom the first day; empty for at once
     * @param variants by language
     */
    public record Draft(
            int seen,
            ChangeClass change,
            Optional<LocalDate> effectiveFrom,
            PackageFacts facts,
            String reason,
            Map<String, Digest> variants) {}

    /** Who writes what a region puts in its place, and what they have seen. */
    public record Writing(EnterpriseId enterprise, UUID actor, String slug, String region, int seen) {}

    static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }

    /** The latest first. */
    @Transactional
    public List<PackageFile> files(EnterpriseId enterprise) {
        return files.all(enterprise, MOST_FILES).stream()
                .map(PackageFileRow::file)
                .toList();
    }

    /** Keeps a package that somebody has brought, so that versions can be made of it. The same once more is the one that is there. */
    @AgainIfOvertaken
    @Transactional
    public PackageFile keep(EnterpriseId enterprise, UUID actor, PackageFile file) {
        return files.find(enterprise, file.digest()).map(PackageFileRow::file).orElseGet(() -> {
            files.add(new PackageFileRow(enterprise, file, actor, now()));
            return file;
        });
    }

    /** Looks through what somebody brings, and stores its bytes; what may be large is read once, and in no transaction. */
    public PackageFile take(BroughtPackage brought) {
        return brought.take(blobs::put);
    }

    /** By name. However many packages, regions and markets there are, it asks three times. */
    @Transactional
    public List<Summary> all(EnterpriseId enterprise) {
        Map<String, Long> locks = rules.lockCounts(enterprise);
        Map<String, SortedMap<MarketStands.State, Long>> stands = markets.all(enterprise, MOST_MARKETS).stream()
                .flatMap(row -> row.stands().bySlug().entrySet().stream())
                .collect(groupingBy(
                        Map.Entry::getKey, groupingBy(entry -> entry.getValue().state(), TreeMap::new, counting())));
        Instant at = now();
        return versions.all(enterprise, MOST_VERSIONS).stream()
                .map(PackageVersionRow::version)
                .collect(groupingBy(PackageVersion::slug, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> new Summary(
                        inEffect(entry.getValue(), at),
                        RuleBook.locksOn(locks, PackageVersion.TYPE, PackageVersion.asset(entry.getKey())),
                        stands.getOrDefault(entry.getKey(), Collections.emptySortedMap())))
                .toList();
    }

    /** What holds; the newest as long as none does. @param history the newest first */
    private static PackageVersion inEffect(List<PackageVersion> history, Instant at) {
        return history.stream()
                .filter(version -> !version.effectiveFrom().isAfter(at))
                .findFirst()
                .orElseGet(history::getFirst);
    }

    /** @throws Refusal.NotFound if there is no such package */
    @Transactional
    public Work work(EnterpriseId enterprise, String slug) {
        List<PackageVersion> history = history(enterprise, slug);
        if (history.isEmpty()) {
            throw new Refusal.NotFound(Message.of("packages.not-found"));
        }
        return work(enterprise, history);
    }

    private List<PackageVersion> history(EnterpriseId enterprise, String slug) {
        return versions.of(enterprise, slug, MOST_VERSIONS).stream()
                .map(PackageVersionRow::version)
                .toList();
    }

    private Work work(EnterpriseId enterprise, List<PackageVersion> history) {
        String slug = history.getFirst().slug();
        return new Work(
                slug,
                history,
                regions(enterprise).stream()
                        .flatMap(region -> desk(enterprise, slug, history, region).stream())
                        .toList(),
                rules.of(enterprise, PackageVersion.TYPE, PackageVersion.asset(slug)),
                markets.all(enterprise, MOST_MARKETS).stream()
                        .flatMap(
                                row -> Optional.ofNullable(row.stands().bySlug().get(slug))
                                        .map(stand -> new Market(row.tenant(), row.heardAt(), stand))
                                        .stream())
                        .sorted(FURTHEST_FIRST)
                        .toList());
    }

    private List<String> regions(EnterpriseId enterprise) {
        return register.tenantsOf(enterprise).stream()
                .flatMap(tenant -> tenant.region().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<PackageDesk> desk(
            EnterpriseId enterprise, String slug, List<PackageVersion> history, String region) {
        Instant at = now();
        List<PackageVersion> inEffect = history.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(at))
                .toList();
        if (inEffect.isEmpty()) {
            return Optional.empty();
        }
        String asset = PackageVersion.asset(slug);
        RuleBook.Entries entries = rules.of(enterprise, PackageVersion.TYPE, asset);
        Rules observed = new Rules(entries.locksBelow(List.of(region)), List.of(), entries.withdrawals(), List.of());
        Overlay own = overlays.find(enterprise, slug, region)
                .map(PackageOverlayRow::overlay)
                .orElseGet(() -> Overlay.of(asset, region, Level.REGION, 0, List.of()));
        return Optional.of(PackageDesk.of(inEffect, List.of(), own, observed, at));
    }

    /**
     * Publishes the next version, or the first one.
     *
     * @throws Refusal.Invalid if it makes no sense, says nothing new, or if others would have to agree
     * @throws Refusal.Conflict if somebody else has published since
     */
    @AgainIfOvertaken
    @Transactional
    public PackageVersion publish(EnterpriseId enterprise, UUID actor, String slug, Draft draft) {
        if (!isSlug(slug)) {
            throw new Refusal.Invalid("slug", Message.of("packages.no-slug").with("most", LONGEST_SLUG));
        }
        List<PackageVersion> history = history(enterprise, slug);
        Optional<PackageVersion> newest = history.stream().findFirst();
        if (newest.map(PackageVersion::no).orElse(0) != draft.seen()) {
            throw new Refusal.Conflict(Message.of("packages.changed-meanwhile"));
        }
        mustBeWhole(draft);
        mustNeedNobody(enterprise, slug, draft.change());
        List<PackageFile> those = mustBeThere(enterprise, draft.variants());
        PackageVersion version = PackageVersion.of(
                slug,
                draft.seen() + 1,
                draft.change(),
                effectiveFrom(draft, newest),
                draft.facts(),
                draft.reason(),
                Variants.of(draft.variants()));
        if (newest.filter(before -> before.digest().equals(version.digest())).isPresent()) {
            throw new Refusal.Invalid("reason", Message.of("packages.same"));
        }
        versions.add(new PackageVersionRow(enterprise, version, actor, now()));
        newest.filter(before -> version.change() == ChangeClass.REGULATORY)
                .filter(before -> !before.variants().equals(version.variants()))
                .ifPresent(before -> rules.withdraw(enterprise, version.asset(), withdrawn(history, version)));
        those.forEach(file -> tell(enterprise, file));
        feed.append(enterprise, FeedItem.of(VERSION, slug + "/" + version.no(), version.write()));
        decisions.record(
                enterprise,
                new Decided(
                        DecisionKind.VERSION_PUBLISHED,
                        PackageVersion.TYPE,
                        version.asset(),
                        List.of(Variants.SUBJECT),
                        Map.of(
                                "version", String.valueOf(version.no()),
                                "change", version.change().name(),
                                "effectiveFrom", version.effectiveFrom().toString()),
                        version.digest().hex()),
                actor,
                draft.reason());
        return version;
    }

    /** From that day on nobody is served what was put in the place of any version before, however far behind they are. */
    static List<Withdrawal> withdrawn(List<PackageVersion> history, PackageVersion now) {
        return history.stream()
                .map(PackageVersion::variants)
                .filter(before -> !before.equals(now.variants()))
                .map(before ->
                        new Withdrawal(Variants.BLOCK, Variants.FIELD, before.digest(), now.effectiveFrom(), List.of()))
                .distinct()
                .toList();
    }

    private void tell(EnterpriseId enterprise, PackageFile file) {
        feed.append(
                enterprise,
                FeedItem.of(FILE, file.digest().hex(), Definitions.write(file))
                        .withBlobs(List.of(file.digest().hex())));
    }

    private List<PackageFile> mustBeThere(EnterpriseId enterprise, Map<String, Digest> variants) {
        if (variants.isEmpty()) {
            throw new Refusal.Invalid("variants", Message.of("packages.no-variant"));
        }
        return variants.values().stream()
                .distinct()
                .map(digest -> files.find(enterprise, digest)
                        .map(PackageFileRow::file)
                        .orElseThrow(() -> new Refusal.Invalid("variants", Message.of("packages.no-such-file"))))
                .toList();
    }

    private void mustBeWhole(Draft draft) {
        mustSay("reason", draft.reason());
        mustSay("owner", draft.facts().owner());
        mustSay("steward", draft.facts().steward());
        mustSay("objective", draft.facts().objective());
        LocalDate due = draft.facts().reviewDue();
        if (!due.isAfter(today()) || due.isAfter(today().plusYears(LATEST_YEARS))) {
            throw new Refusal.Invalid(
                    "reviewDue", Message.of("packages.no-review").with("years", LATEST_YEARS));
        }
    }

    /** What was published later is in effect later: so the newest one in effect holds. */
    private Instant effectiveFrom(Draft draft, Optional<PackageVersion> newest) {
        LocalDate day = draft.effectiveFrom().orElse(today());
        Instant from =
                day.equals(today()) ? now() : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean isTooEarly =
                newest.filter(before -> before.effectiveFrom().isAfter(from)).isPresent();
        if (day.isBefore(today()) || day.isAfter(today().plusYears(1)) || isTooEarly) {
            throw new Refusal.Invalid("effectiveFrom", Message.of("packages.no-day"));
        }
        return from;
    }

    /** Candidates that others agree to are courses only: what would need them is not published past them. */
    private void mustNeedNobody(EnterpriseId enterprise, String slug, ChangeClass change) {
        boolean isDemanded = !rights.of(enterprise)
                .demand(
                        DecisionRights.GLOBAL,
                        PackageVersion.TYPE,
                        PackageVersion.asset(slug),
                        Optional.of(change.name().toLowerCase(Locale.ROOT)))
                .isNothing();
        if (isDemanded) {
            throw new Refusal.Invalid("change", Message.of("packages.needs-others"));
        }
    }

    private static void mustSay(String place, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Refusal.Invalid(
                    place, Message.of("packages.say-something").with("most", LONGEST_TEXT));
        }
    }

    /** Puts other files in its place, for all markets of a region. */
    @AgainIfOvertaken
    @Transactional
    public void replace(Writing by, Map<String, Digest> variants, Terms terms) {
        List<PackageFile> those = mustBeThere(by.enterprise(), variants);
        PackageDesk desk = desk(by);
        List<Adaptation> said = desk.replacing(by.seen(), Variants.of(variants), terms);
        those.forEach(file -> tell(by.enterprise(), file));
        write(by, terms.reason(), said);
    }

    /** Stays with what a region has put in its place, having looked at what is above now. */
    @AgainIfOvertaken
    @Transactional
    public void keep(Writing by, String reason) {
        write(by, reason, desk(by).keeping(by.seen(), reason, by.actor()));
    }

    /** Gives up what a region has put in its place for what is above. */
    @AgainIfOvertaken
    @Transactional
    public void giveUp(Writing by, String reason) {
        write(by, reason, desk(by).givingUp(by.seen(), reason));
    }

    private PackageDesk desk(Writing by) {
        if (!regions(by.enterprise()).contains(by.region())) {
            throw new Refusal.NotFound(Message.of("packages.no-such-region"));
        }
        return desk(by.enterprise(), by.slug(), history(by.enterprise(), by.slug()), by.region())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("packages.not-found")));
    }

    private void write(Writing by, String reason, List<Adaptation> said) {
        Overlay overlay = Overlay.of(PackageVersion.asset(by.slug()), by.region(), Level.REGION, by.seen() + 1, said);
        overlays.add(new PackageOverlayRow(by.enterprise(), by.slug(), overlay, by.actor(), now()));
        feed.append(
                by.enterprise(),
                FeedItem.of(
                        OVERLAY,
                        overlay.asset() + "/" + overlay.space(),
                        CanonicalJson.write(LineageJson.of(overlay))));
        decisions.record(
                by.enterprise(),
                new Decided(
                        DecisionKind.OVERLAY_PUBLISHED,
                        PackageVersion.TYPE,
                        overlay.asset(),
                        List.of(Variants.SUBJECT),
                        Map.of("space", overlay.space(), "revision", String.valueOf(overlay.revision())),
                        overlay.digest().hex()),
                by.actor(),
                reason);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
