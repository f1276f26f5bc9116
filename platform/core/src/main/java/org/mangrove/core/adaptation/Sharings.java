package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mangrove.core.adaptation.store.SharingRow;
import org.mangrove.core.adaptation.store.SharingStore;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.identity.People;
import org.mangrove.core.lineage.LocalOverlays;
import org.mangrove.core.lineage.LocalRevision;
import org.mangrove.core.lineage.Terms;
import org.mangrove.core.publication.Tiding;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * What a market lets others read of what it says itself. It is told as it is at present, as long as it is shared; nobody is named
 * in it. What is not shared is never told.
 */
@ApplicationScoped
public class Sharings {

    private static final int MOST = 200;

    @Inject
    SharingStore store;

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

    /** Something that was shared. @param isOpen whether it still is */
    public record Made(Sharing sharing, Instant at, Optional<Instant> endedAt, boolean isOpen) {}

    /**
     * What would be shared.
     *
     * @param traces what looks as if it were about a person
     */
    public record Preview(String course, String subject, List<SharedText> texts, List<String> traces) {}

    /** @param audience who may read it. @param endsAt from when nobody may any more */
    public record Wish(String subject, Sharing.Audience audience, String reason, Instant endsAt) {}

    /** The latest first. */
    @Transactional
    public List<Made> of(TenantProfile tenant, String course) {
        Instant now = clock.instant();
        return store.of(tenant.tenant().id(), course, MOST).stream()
                .map(row ->
                        new Made(row.sharing(tenant.tenant().slug()), row.sharedAt(), row.endedAt(), row.holdsAt(now)))
                .toList();
    }

    /**
     * @param subject of one change; empty for all that the market says of the course
     * @throws Refusal.NotFound if no such course comes to the market, or it says no such thing
     */
    @Transactional
    public Preview preview(TenantProfile tenant, UUID person, String course, String subject) {
        Desk desk = desks.of(tenant, course, clock.instant());
        List<SharedText> texts = SharedText.of(desk.own(), subject, clock.instant());
        if (texts.isEmpty() && !subject.isEmpty()) {
            throw new Refusal.NotFound(Message.of("adaptation.sharing.nothing-to-share"));
        }
        return new Preview(course, subject, texts, traces(tenant, person, course, texts));
    }

    private List<String> traces(TenantProfile tenant, UUID person, String course, List<SharedText> texts) {
        Set<UUID> writers = new LinkedHashSet<>(overlays.history(tenant, AssetVersion.TYPE, course).stream()
                .map(LocalRevision::by)
                .flatMap(Optional::stream)
                .toList());
        writers.add(person);
        List<String> names = people.names(tenant.tenant().id(), writers).values().stream()
                .flatMap(name -> Stream.of(name.given(), name.family()))
                .toList();
        return PersonalTraces.in(texts.stream().flatMap(SharedText::everything), names);
    }

    /**
     * @throws Refusal.NotFound if the market says no such thing
     * @throws Refusal.Conflict if it is shared already
     */
    @Transactional
    public void share(TenantProfile tenant, UUID person, String course, Wish wish) {
        if (preview(tenant, person, course, wish.subject()).texts().isEmpty()) {
            throw new Refusal.NotFound(Message.of("adaptation.sharing.nothing-to-share"));
        }
        TenantId id = tenant.tenant().id();
        Instant now = now();
        boolean isShared = store.of(id, course, MOST).stream()
                .anyMatch(row -> row.holdsAt(now) && row.subject().equals(wish.subject()));
        if (isShared) {
            throw new Refusal.Conflict(Message.of("adaptation.sharing.already"));
        }
        var sharing = new Sharing(
                Uuids.next(),
                tenant.tenant().slug(),
                course,
                wish.subject(),
                wish.audience(),
                Terms.of(wish.reason()).reason(),
                wish.endsAt());
        store.add(new SharingRow(id, sharing, person, now));
        record(tenant, DecisionKind.LOCAL_SHARED, person, sharing);
        said.fire(new Said(id));
    }

    /** Takes it back, wherever it is. Once more does no harm. */
    @Transactional
    public void end(TenantProfile tenant, UUID person, String course, UUID sharing) {
        SharingRow row = store.hold(tenant.tenant().id(), sharing)
                .filter(there -> there.course().equals(course))
                .orElseThrow(() -> new Refusal.NotFound(Message.of("adaptation.sharing.not-found")));
        Instant now = now();
        if (row.holdsAt(now)) {
            row.end(now);
            record(
                    tenant,
                    DecisionKind.LOCAL_SHARING_ENDED,
                    person,
                    row.sharing(tenant.tenant().slug()));
            said.fire(new Said(tenant.tenant().id()));
        }
    }

    /** All that the core is to hear of it, each time: whoever hears it twice has heard it once. */
    @Transactional
    public List<Tiding> tidings(TenantProfile tenant) {
        Instant now = clock.instant();
        List<SharingRow> rows = store.all(tenant.tenant().id(), MOST);
        if (rows.isEmpty()) {
            return List.of();
        }
        LocalOverlays.Known own = overlays.of(tenant, AssetVersion.TYPE);
        return rows.stream().map(row -> tiding(tenant, row, own, now)).toList();
    }

    private static Tiding tiding(TenantProfile tenant, SharingRow row, LocalOverlays.Known own, Instant now) {
        Sharing sharing = row.sharing(tenant.tenant().slug());
        boolean isOver = !row.holdsAt(now);
        List<SharedText> texts = isOver
                ? List.of()
                : own.overlay(row.course())
                        .map(overlay -> SharedText.of(overlay, row.subject(), now))
                        .orElse(List.of());
        return new Tiding(
                SharedReader.TYPE,
                row.id().toString(),
                Definitions.write(new Sharing.Notice(new Sharing.Content(sharing, texts), isOver)));
    }

    private void record(TenantProfile tenant, DecisionKind kind, UUID person, Sharing sharing) {
        decisions.record(
                tenant,
                new Decided(
                        kind,
                        AssetVersion.TYPE,
                        sharing.course(),
                        sharing.isOfAll() ? List.of() : List.of(sharing.subject()),
                        Map.of(
                                "sharing", sharing.id().toString(),
                                "audience", sharing.audience().name(),
                                "until", sharing.endsAt().toString()),
                        ""),
                person,
                sharing.reason());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
