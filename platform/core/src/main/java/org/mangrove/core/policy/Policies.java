package org.mangrove.core.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.mangrove.core.policy.store.MarketFiguresStore;
import org.mangrove.core.policy.store.PolicyOverlayRow;
import org.mangrove.core.policy.store.PolicyOverlayStore;
import org.mangrove.core.policy.store.PolicyVersionRow;
import org.mangrove.core.policy.store.PolicyVersionStore;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** The policies of an enterprise, in its core: versions for everybody, and what its regions say otherwise. */
@ApplicationScoped
public class Policies {

    /** What a feed entry with a version is called. */
    static final String VERSION = "policy.version";

    /** What a feed entry with what a region says otherwise is called. */
    static final String OVERLAY = "policy.overlay";

    /** The longest reason, name or objective, in characters. */
    public static final int LONGEST_TEXT = 500;

    private static final int MOST_VERSIONS = 50;
    private static final int MOST_MARKETS = 500;
    private static final int LATEST_YEARS = 5;

    @Inject
    PolicyBook book;

    @Inject
    PolicyVersionStore versions;

    @Inject
    PolicyOverlayStore overlays;

    @Inject
    MarketFiguresStore markets;

    @Inject
    RuleBook rules;

    @Inject
    RightsBook rights;

    @Inject
    TenantRegister register;

    @Inject
    Feed feed;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /**
     * A version as it was published.
     *
     * @param by an actor; empty if the platform made it of the operator's file
     * @param changed figures, by subject, and what they were before
     */
    public record Published(PolicyVersion version, Optional<UUID> by, Instant at, Map<String, String> changed) {}

    /** A market that says figures of its own, as it was last heard of. */
    public record Market(String tenant, Instant heardAt, List<MarketFigures.Said> said) {}

    /**
     * A policy to govern.
     *
     * @param version that is in effect
     * @param newest published; a newer one than that is not in effect yet
     * @param history the newest first
     * @param regions what each says otherwise
     * @param declared figures of the operator's file that are not those of the newest version, by subject
     */
    public record Work(
            PolicyDefinition definition,
            PolicyVersion version,
            PolicyVersion newest,
            List<Published> history,
            List<PolicyDesk> regions,
            RuleBook.Entries rules,
            List<Market> markets,
            Map<String, String> declared) {}

    /**
     * What somebody wants to publish.
     *
     * @param seen the number of the newest version that they have looked at
     * @param effectiveFrom the first day; empty for at once
     * @param figures by subject
     */
    public record Draft(
            int seen,
            ChangeClass change,
            Optional<LocalDate> effectiveFrom,
            PolicyFacts facts,
            String reason,
            Map<String, String> figures) {}

    /** Who writes what a region says otherwise, and what they have seen. */
    public record Writing(EnterpriseId enterprise, UUID actor, String policy, String region, int seen) {}

    /** The figures that hold for the enterprise as a whole, by subject. */
    @Transactional
    public Map<String, String> figures(EnterpriseId enterprise, String slug) {
        PolicyDefinition definition = book.must(slug);
        return PolicyDefinition.figures(definition.complete(
                current(register.must(enterprise), definition).blocks()));
    }

    @Transactional
    public List<Work> all(EnterpriseId enterprise) {
        return book.all().stream()
                .map(definition -> work(enterprise, definition))
                .toList();
    }

    /** @throws Refusal.NotFound if there is no such policy */
    @Transactional
    public Work work(EnterpriseId enterprise, String slug) {
        return work(enterprise, book.must(slug));
    }

    private Work work(EnterpriseId enterprise, PolicyDefinition definition) {
        Enterprise whose = register.must(enterprise);
        List<Published> history = history(enterprise, definition);
        PolicyVersion version = current(whose, definition);
        PolicyVersion newest =
                history.stream().map(Published::version).findFirst().orElse(version);
        Map<String, String> said = PolicyDefinition.figures(definition.complete(newest.blocks()));
        return new Work(
                definition,
                version,
                newest,
                history,
                regions(enterprise).stream()
                        .map(region -> desk(enterprise, definition, version, region))
                        .toList(),
                rules.of(enterprise, PolicyDefinition.TYPE, definition.asset()),
                markets.all(enterprise, MOST_MARKETS).stream()
                        .map(row -> new Market(
                                row.tenant(), row.heardAt(), row.figures().of(definition)))
                        .filter(market -> !market.said().isEmpty())
                        .toList(),
                book.declared(whose, definition.slug()).entrySet().stream()
                        .filter(figure -> !figure.getValue().equals(said.get(figure.getKey())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private PolicyVersion current(Enterprise enterprise, PolicyDefinition definition) {
        return versions.findInEffect(enterprise.id(), definition.slug(), clock.instant())
                .map(PolicyVersionRow::version)
                .orElseGet(() -> PolicyBook.unpublished(
                        definition, book.declared(enterprise, definition.slug()), clock.instant()));
    }

    private List<Published> history(EnterpriseId enterprise, PolicyDefinition definition) {
        List<PolicyVersionRow> rows = versions.of(enterprise, definition.slug(), MOST_VERSIONS);
        var history = new ArrayList<Published>();
        for (int i = 0; i < rows.size(); i++) {
            PolicyVersion version = rows.get(i).version();
            Map<String, String> before = i + 1 < rows.size()
                    ? figures(definition, rows.get(i + 1).version())
                    : PolicyDefinition.figures(definition.blocks(Map.of()));
            history.add(new Published(
                    version,
                    rows.get(i).publishedBy(),
                    rows.get(i).publishedAt(),
                    changed(before, figures(definition, version))));
        }
        return history;
    }

    private static Map<String, String> figures(PolicyDefinition definition, PolicyVersion version) {
        return PolicyDefinition.figures(definition.complete(version.blocks()));
    }

    /** What was before where something else is now. */
    private static Map<String, String> changed(Map<String, String> before, Map<String, String> now) {
        return before.entrySet().stream()
                .filter(figure -> !figure.getValue().equals(now.get(figure.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> regions(EnterpriseId enterprise) {
        return register.tenantsOf(enterprise).stream()
                .flatMap(tenant -> tenant.region().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private PolicyDesk desk(
            EnterpriseId enterprise, PolicyDefinition definition, PolicyVersion version, String region) {
        Rules observed = new Rules(
                rules.of(enterprise, PolicyDefinition.TYPE, definition.asset()).locksBelow(List.of(region)),
                List.of(),
                List.of(),
                List.of());
        Overlay own = overlays.find(enterprise, definition.slug(), region)
                .map(PolicyOverlayRow::overlay)
                .orElseGet(() -> Overlay.of(definition.asset(), region, Level.REGION, 0, List.of()));
        return PolicyDesk.of(definition, version, List.of(), own, observed, now());
    }

    /**
     * Publishes the next version.
     *
     * @throws Refusal.Invalid if it makes no sense, says nothing new, or if others would have to agree
     * @throws Refusal.Conflict if somebody else has published since
     */
    @AgainIfOvertaken
    @Transactional
    public PolicyVersion publish(EnterpriseId enterprise, UUID actor, String slug, Draft draft) {
        PolicyDefinition definition = book.must(slug);
        Work work = work(enterprise, definition);
        if (work.newest().no() != draft.seen()) {
            throw new Refusal.Conflict(Message.of("policy.changed-meanwhile"));
        }
        mustBeWhole(definition, draft);
        mustNeedNobody(enterprise, definition, draft.change());
        PolicyVersion version = PolicyVersion.of(
                slug,
                draft.seen() + 1,
                draft.change(),
                effectiveFrom(draft),
                draft.facts(),
                draft.reason(),
                definition.blocks(draft.figures()));
        if (version.digest().equals(work.newest().digest())) {
            throw new Refusal.Invalid("reason", Message.of("policy.same"));
        }
        release(enterprise, version, Optional.of(actor));
        decisions.record(
                enterprise,
                new Decided(
                        DecisionKind.VERSION_PUBLISHED,
                        PolicyDefinition.TYPE,
                        definition.asset(),
                        changed(figures(definition, work.newest()), figures(definition, version)).keySet().stream()
                                .sorted()
                                .toList(),
                        Map.of(
                                "version", String.valueOf(version.no()),
                                "change", version.change().name(),
                                "effectiveFrom", version.effectiveFrom().toString()),
                        version.digest().hex()),
                actor,
                draft.reason());
        return version;
    }

    private void release(EnterpriseId enterprise, PolicyVersion version, Optional<UUID> actor) {
        versions.add(new PolicyVersionRow(enterprise, version, actor, now()));
        feed.append(enterprise, FeedItem.of(VERSION, version.slug() + "/" + version.no(), version.write()));
    }

    /**
     * Makes a version of what the operator's file says, as long as no governor has published one: the file is how an enterprise
     * begins, and nothing of it is lost; what somebody has decided since, with a name and a reason, is not undone by a file.
     *
     * @return whether one was made
     */
    @AgainIfOvertaken
    @Transactional
    public boolean follow(Enterprise enterprise, PolicyDefinition definition) {
        Optional<PolicyVersionRow> newest =
                versions.of(enterprise.id(), definition.slug(), 1).stream().findFirst();
        if (newest.flatMap(PolicyVersionRow::publishedBy).isPresent()) {
            return false;
        }
        PolicyVersion wanted = PolicyBook.unpublished(definition, book.declared(enterprise, definition.slug()), now());
        boolean isThere = newest.map(row -> figures(definition, row.version()))
                .filter(wanted.figures()::equals)
                .isPresent();
        if (!isThere) {
            int before = newest.map(row -> row.version().no()).orElse(0);
            release(
                    enterprise.id(),
                    PolicyVersion.of(
                            wanted.slug(),
                            before + 1,
                            ChangeClass.MINOR,
                            wanted.effectiveFrom(),
                            wanted.facts(),
                            "",
                            wanted.blocks()),
                    Optional.empty());
        }
        return !isThere;
    }

    private void mustBeWhole(PolicyDefinition definition, Draft draft) {
        mustSay("reason", draft.reason());
        mustSay("owner", draft.facts().owner());
        mustSay("steward", draft.facts().steward());
        mustSay("objective", draft.facts().objective());
        LocalDate due = draft.facts().reviewDue();
        if (!due.isAfter(today()) || due.isAfter(today().plusYears(LATEST_YEARS))) {
            throw new Refusal.Invalid(
                    "reviewDue", Message.of("policy.no-review").with("years", LATEST_YEARS));
        }
        for (Figure figure : definition.figures()) {
            try {
                PolicyDesk.mustBePossible(figure, draft.figures().getOrDefault(figure.subject(), ""));
            } catch (Refusal.Invalid impossible) {
                throw new Refusal.Invalid(figure.subject(), impossible.reason());
            }
        }
    }

    private Instant effectiveFrom(Draft draft) {
        LocalDate day = draft.effectiveFrom().orElse(today());
        if (day.isBefore(today()) || day.isAfter(today().plusYears(1))) {
            throw new Refusal.Invalid("effectiveFrom", Message.of("policy.no-day"));
        }
        return day.equals(today()) ? now() : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Candidates that others agree to are courses only: what would need them is not published past them. */
    private void mustNeedNobody(EnterpriseId enterprise, PolicyDefinition definition, ChangeClass change) {
        boolean isDemanded = !rights.of(enterprise)
                .demand(
                        DecisionRights.GLOBAL,
                        PolicyDefinition.TYPE,
                        definition.asset(),
                        Optional.of(change.name().toLowerCase(Locale.ROOT)))
                .isNothing();
        if (isDemanded) {
            throw new Refusal.Invalid("change", Message.of("policy.needs-others"));
        }
    }

    private static void mustSay(String place, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Refusal.Invalid(place, Message.of("policy.say-something").with("most", LONGEST_TEXT));
        }
    }

    /** Says a figure otherwise for all markets of a region. */
    @AgainIfOvertaken
    @Transactional
    public void say(Writing by, String subject, String value, Terms terms) {
        PolicyDesk desk = desk(by);
        write(by, desk, subject, terms.reason(), desk.saying(by.seen(), subject, value, terms, now()));
    }

    /** Stays with what a region says, having looked at what is above now. */
    @AgainIfOvertaken
    @Transactional
    public void keep(Writing by, String subject, String reason) {
        PolicyDesk desk = desk(by);
        write(by, desk, subject, reason, desk.keeping(by.seen(), subject, reason, by.actor(), now()));
    }

    /** Gives up what a region says for what is above. */
    @AgainIfOvertaken
    @Transactional
    public void giveUp(Writing by, String subject, String reason) {
        PolicyDesk desk = desk(by);
        write(by, desk, subject, reason, desk.givingUp(by.seen(), subject, reason));
    }

    private PolicyDesk desk(Writing by) {
        PolicyDefinition definition = book.must(by.policy());
        if (!regions(by.enterprise()).contains(by.region())) {
            throw new Refusal.NotFound(Message.of("policy.no-such-region"));
        }
        return desk(by.enterprise(), definition, current(register.must(by.enterprise()), definition), by.region());
    }

    private void write(Writing by, PolicyDesk desk, String subject, String reason, List<Adaptation> said) {
        Overlay overlay = Overlay.of(
                desk.definition().asset(), by.region(), Level.REGION, desk.own().revision() + 1, said);
        overlays.add(new PolicyOverlayRow(by.enterprise(), by.policy(), overlay, by.actor(), now()));
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
                        PolicyDefinition.TYPE,
                        overlay.asset(),
                        List.of(subject),
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
