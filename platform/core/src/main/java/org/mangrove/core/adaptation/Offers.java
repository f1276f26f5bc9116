package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mangrove.core.adaptation.store.AnswerCopyStore;
import org.mangrove.core.adaptation.store.OfferRow;
import org.mangrove.core.adaptation.store.OfferStore;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.Courses;
import org.mangrove.core.content.Ground;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.identity.People;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.lineage.Adaptation;
import org.mangrove.core.lineage.Change;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LocalAct;
import org.mangrove.core.lineage.LocalOverlays;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/** What a market offers of its own to headquarters, and what becomes of it. Nothing leaves the market that is not offered. */
@ApplicationScoped
public class Offers {

    private static final int MOST = 200;

    @Inject
    OfferStore store;

    @Inject
    AnswerCopyStore answers;

    @Inject
    Courses courses;

    @Inject
    Desks desks;

    @Inject
    LocalOverlays overlays;

    @Inject
    People people;

    @Inject
    DecisionLog decisions;

    @Inject
    Event<Said> said;

    @Inject
    Clock clock;

    /** An offer and what has become of it. @param answer what headquarters has said to it */
    public record Made(Offer offer, Offer.State state, String answer, Optional<Integer> version, Instant at) {}

    /** The latest first. */
    @Transactional
    public List<Made> of(TenantProfile tenant, String course) {
        return store.of(tenant.tenant().id(), course, MOST).stream()
                .map(row -> new Made(offer(row), row.state(), row.answer(), row.version(), row.offeredAt()))
                .toList();
    }

    /**
     * What would be sent, and with which name if one is wanted.
     *
     * @throws Refusal.NotFound if the market says no such text in its own way
     */
    @Transactional
    public Offer preview(TenantProfile tenant, UUID person, String course, String block, String field) {
        Desk desk = desks.of(tenant, course, clock.instant());
        DeskText text = desk.find(block, field)
                .filter(there ->
                        there.said().filter(Field.Worded.class::isInstance).isPresent())
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.offer.nothing-to-offer")));
        Adaptation ours = text.ours().orElseThrow();
        return new Offer(
                Uuids.next(),
                tenant.tenant().slug(),
                course,
                block,
                field,
                desk.ground().version().no(),
                words(text.base().or(text::above)),
                words(text.said()),
                ours.reason(),
                ours.legalReference(),
                Optional.of(people.names(tenant.tenant().id(), List.of(person)))
                        .map(names -> names.get(person))
                        .map(Offers::written));
    }

    /**
     * @param isNamed whether the name of whoever offers it is to stand beside it
     * @throws Refusal.Conflict if the text is offered already
     */
    @Transactional
    public void offer(TenantProfile tenant, UUID person, String course, String block, String field, boolean isNamed) {
        Offer seen = preview(tenant, person, course, block, field);
        Offer offer = isNamed ? seen : seen.withByline(Optional.empty());
        TenantId id = tenant.tenant().id();
        boolean isOffered = store.of(id, course, MOST).stream()
                .anyMatch(
                        row -> row.state() == Offer.State.OPEN && row.subject().equals(offer.subject()));
        if (isOffered) {
            throw new Refusal.Conflict(Message.of("adaptation.offer.already"));
        }
        store.add(new OfferRow(id, offer, Definitions.write(offer.withByline(Optional.empty())), person, now()));
        record(tenant, DecisionKind.LOCAL_OFFERED, person, offer);
        said.fire(new Said(id));
    }

    /** Once more does no harm. @throws Refusal.Conflict if it was answered already */
    @Transactional
    public void withdraw(TenantProfile tenant, UUID person, String course, UUID offer) {
        OfferRow row = store.hold(tenant.tenant().id(), offer)
                .filter(there -> there.course().equals(course))
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.offer.not-found")));
        if (row.state() == Offer.State.WITHDRAWN) {
            return;
        }
        if (row.state() != Offer.State.OPEN) {
            throw new Refusal.Conflict(Message.of("adaptation.offer.answered"));
        }
        row.becomes(Offer.State.WITHDRAWN, "", Optional.empty());
        record(tenant, DecisionKind.LOCAL_OFFER_WITHDRAWN, person, row.nameless());
        said.fire(new Said(tenant.tenant().id()));
    }

    /** All that headquarters is to hear of offers, each time: whoever hears it twice has heard it once. */
    @Transactional
    public List<Tiding> tidings(TenantProfile tenant) {
        return store.all(tenant.tenant().id(), MOST).stream()
                .map(row -> new Tiding(
                        ProposalReader.TYPE,
                        row.id().toString(),
                        Definitions.write(new Offer.Notice(offer(row), row.state() == Offer.State.WITHDRAWN))))
                .toList();
    }

    /**
     * Takes note of what headquarters has answered. Where the master says now what the market has offered, the market's own word
     * gives way to it: whoever has offered it has decided that.
     *
     * @return how many were answered
     * @throws Refusal.Conflict if somebody has written meanwhile
     */
    @Transactional
    public int settle(TenantProfile tenant) {
        int settled = 0;
        for (OfferRow row : store.all(tenant.tenant().id(), MOST)) {
            Optional<Offer.Answer> answer = row.state() == Offer.State.OPEN ? answer(tenant, row) : Optional.empty();
            if (answer.filter(there -> isHere(tenant, row, there)).isPresent()) {
                Offer.Answer there = answer.get();
                row.becomes(there.state(), there.answer(), there.version());
                if (there.state() == Offer.State.ACCEPTED) {
                    giveWay(tenant, row);
                }
                settled++;
            }
        }
        return settled;
    }

    private Optional<Offer.Answer> answer(TenantProfile tenant, OfferRow row) {
        return answers.find(tenant, row.id())
                .map(copy -> Definitions.read(copy.document(), Offer.Answer.class))
                .filter(there -> there.tenant().equals(tenant.tenant().slug()));
    }

    /** Whether the version that has the text is in effect already. */
    private boolean isHere(TenantProfile tenant, OfferRow row, Offer.Answer answer) {
        return answer.version()
                .flatMap(version -> ground(tenant, row.course())
                        .filter(ground -> ground.version().no() < version))
                .isEmpty();
    }

    /** Empty if the course does not come to the market any more. */
    private Optional<Ground> ground(TenantProfile tenant, String course) {
        return courses.grounds(tenant, List.of(course)).stream().findFirst();
    }

    private void giveWay(TenantProfile tenant, OfferRow row) {
        Optional<Ground> ground = ground(tenant, row.course());
        if (ground.isEmpty()) {
            return;
        }
        Desk desk = desks.of(tenant, ground.get(), now());
        Offer offer = row.nameless();
        boolean isTheSame = desk.find(offer.block(), offer.field())
                .filter(text -> saysAllOf(text.above(), text.said()))
                .isPresent();
        if (isTheSame) {
            overlays.write(
                    tenant,
                    AssetVersion.TYPE,
                    row.course(),
                    desk.own().revision(),
                    desk.own().adaptations().stream()
                            .filter(each -> !(each.change() instanceof Change.Set
                                    && each.change().subject().equals(offer.subject())))
                            .toList(),
                    new LocalOverlays.Act(LocalAct.ADOPTED, List.of(offer.subject()), "", row.offeredBy()));
        }
    }

    /** In each language in which the market speaks. */
    static boolean saysAllOf(Optional<Field> above, Optional<Field> ours) {
        return above.isPresent()
                && above.get() instanceof Field.Worded theirs
                && ours.isPresent()
                && ours.get() instanceof Field.Worded own
                && theirs.words().entrySet().containsAll(own.words().entrySet());
    }

    private void record(TenantProfile tenant, DecisionKind kind, UUID person, Offer offer) {
        decisions.record(
                tenant,
                new Decided(
                        kind,
                        AssetVersion.TYPE,
                        offer.course(),
                        List.of(offer.subject()),
                        Map.of("offer", offer.id().toString()),
                        ""),
                person,
                offer.reason());
    }

    static Offer offer(OfferRow row) {
        return row.nameless().withByline(row.byline());
    }

    private static Map<String, String> words(Optional<Field> field) {
        return field.filter(Field.Worded.class::isInstance)
                .map(worded -> (Map<String, String>) ((Field.Worded) worded).words())
                .orElseGet(TreeMap::new);
    }

    private static String written(PersonName name) {
        String whole = (name.given() + " " + name.family()).strip();
        return whole.length() > Offer.LONGEST_BYLINE ? whole.substring(0, Offer.LONGEST_BYLINE) : whole;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
