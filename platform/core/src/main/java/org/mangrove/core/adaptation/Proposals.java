package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.adaptation.store.ProposalRow;
import org.mangrove.core.adaptation.store.ProposalStore;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Masters;
import org.mangrove.core.content.Revisions;
import org.mangrove.core.content.VersionCredits;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.lineage.ChangeClass;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.publication.Feed;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantRegister;
import org.mangrove.sdk.Message;

/** What markets propose for masters, as the authors of the masters look at it and decide. */
@ApplicationScoped
public class Proposals implements VersionCredits {

    /** What a feed entry with an answer is called. */
    static final String ANSWER = "adaptation.answer";

    private static final int MOST = 500;

    @Inject
    ProposalStore store;

    @Inject
    Masters masters;

    @Inject
    Revisions revisions;

    @Inject
    TenantRegister register;

    @Inject
    Feed feed;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    /**
     * A proposal.
     *
     * @param market names by language
     * @param now by language, what the master says; empty if it has no such text any more
     */
    public record Proposed(
            Offer offer,
            Map<Locale, String> market,
            Offer.State state,
            String answer,
            Optional<Integer> version,
            Instant at,
            Map<String, String> now) {

        public String market(Locale language) {
            return market.getOrDefault(language, market.getOrDefault(Locale.ENGLISH, offer.tenant()));
        }
    }

    /** What waits first. */
    @Transactional
    public List<Proposed> all(EnterpriseId enterprise) {
        Map<String, TenantProfile> markets = markets(enterprise);
        return store.all(enterprise, MOST).stream()
                .map(row -> proposed(row, markets, Map.of()))
                .toList();
    }

    /** @throws Refusal.NotFound if there is no such proposal */
    @Transactional
    public Proposed must(EnterpriseId enterprise, UUID id) {
        ProposalRow row = store.find(enterprise, id).orElseThrow(Proposals::notFound);
        Offer offer = row.nameless();
        Map<String, String> now = masters.findCurrent(enterprise, offer.course())
                .flatMap(version -> version.find(offer.block()))
                .flatMap(block -> block.find(offer.field()))
                .filter(Field.Worded.class::isInstance)
                .map(field -> (Map<String, String>) ((Field.Worded) field).words())
                .orElseGet(TreeMap::new);
        return proposed(row, markets(enterprise), now);
    }

    /**
     * Makes it the master's, in the languages in which the market has said it.
     *
     * @return the number of the version
     * @throws Refusal.Conflict if it was answered already, or if the master has no such text any more, or says so already
     * @throws Refusal.Invalid if the version cannot be published
     */
    @Transactional
    public int accept(EnterpriseId enterprise, UUID actor, UUID id, ChangeClass change, String answer) {
        ProposalRow row = mustBeOpen(enterprise, id);
        mustBeShort(answer);
        Offer offer = row.nameless();
        int version =
                revisions.say(enterprise, actor, offer.course(), offer.block(), offer.field(), offer.words(), change);
        decide(enterprise, actor, row, Offer.State.ACCEPTED, answer, Optional.of(version));
        return version;
    }

    /** @throws Refusal.Invalid if nothing is said to it */
    @Transactional
    public void decline(EnterpriseId enterprise, UUID actor, UUID id, String answer) {
        ProposalRow row = mustBeOpen(enterprise, id);
        mustBeShort(answer);
        if (answer.isBlank()) {
            throw new Refusal.Invalid("answer", Message.of("adaptation.proposal.say-why"));
        }
        decide(enterprise, actor, row, Offer.State.DECLINED, answer, Optional.empty());
    }

    @Override
    @Transactional
    public Map<Integer, List<String>> of(EnterpriseId enterprise, String course) {
        Map<String, TenantProfile> markets = markets(enterprise);
        var credits = new TreeMap<Integer, List<String>>();
        store.acceptedOf(enterprise, course)
                .forEach(row -> row.version()
                        .ifPresent(version -> credits.computeIfAbsent(version, first -> new ArrayList<>())
                                .add(credit(row, markets))));
        return credits;
    }

    private static String credit(ProposalRow row, Map<String, TenantProfile> markets) {
        String market = Optional.ofNullable(markets.get(row.tenant()))
                .map(TenantProfile::names)
                .map(names -> names.getOrDefault(Locale.ENGLISH, row.tenant()))
                .orElse(row.tenant());
        return row.byline().map(name -> name + " · " + market).orElse(market);
    }

    private void decide(
            EnterpriseId enterprise,
            UUID actor,
            ProposalRow row,
            Offer.State state,
            String answer,
            Optional<Integer> version) {
        row.decide(state, answer, version, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        feed.append(
                enterprise,
                FeedItem.of(
                        ANSWER,
                        row.id().toString(),
                        Definitions.write(new Offer.Answer(row.id(), row.tenant(), state, answer, version))));
        var details = new TreeMap<>(Map.of("proposal", row.id().toString(), "market", row.tenant()));
        version.ifPresent(number -> details.put("version", String.valueOf(number)));
        Offer offer = row.nameless();
        decisions.record(
                enterprise,
                new Decided(
                        state == Offer.State.ACCEPTED ? DecisionKind.PROPOSAL_ACCEPTED : DecisionKind.PROPOSAL_DECLINED,
                        AssetVersion.TYPE,
                        offer.course(),
                        List.of(offer.subject()),
                        details,
                        ""),
                actor,
                answer);
    }

    private ProposalRow mustBeOpen(EnterpriseId enterprise, UUID id) {
        ProposalRow row = store.hold(enterprise, id).orElseThrow(Proposals::notFound);
        if (row.state() != Offer.State.OPEN) {
            throw new Refusal.Conflict(Message.of("adaptation.proposal.answered"));
        }
        return row;
    }

    private static void mustBeShort(String answer) {
        if (answer.length() > Terms.LONGEST) {
            throw new Refusal.Invalid(
                    "answer", Message.of("adaptation.too-long").with("most", Terms.LONGEST));
        }
    }

    private static Refusal.NotFound notFound() {
        return new Refusal.NotFound(Message.of("adaptation.proposal.not-found"));
    }

    private Map<String, TenantProfile> markets(EnterpriseId enterprise) {
        return register.tenantsOf(enterprise).stream()
                .collect(Collectors.toMap(tenant -> tenant.tenant().slug(), Function.identity()));
    }

    private static Proposed proposed(ProposalRow row, Map<String, TenantProfile> markets, Map<String, String> now) {
        return new Proposed(
                row.nameless().withByline(row.byline()),
                Optional.ofNullable(markets.get(row.tenant()))
                        .map(TenantProfile::names)
                        .orElseGet(Map::of),
                row.state(),
                row.answer(),
                row.version(),
                row.heardAt(),
                now);
    }
}
