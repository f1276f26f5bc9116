package org.mangrove.core.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Documents;
import org.mangrove.core.governance.Decided;
import org.mangrove.core.governance.DecisionKind;
import org.mangrove.core.governance.DecisionLog;
import org.mangrove.core.lineage.store.LocalOverlayMark;
import org.mangrove.core.lineage.store.LocalOverlayRow;
import org.mangrove.core.lineage.store.LocalOverlayStore;
import org.mangrove.core.lineage.store.LocalRevisionRow;
import org.mangrove.core.lineage.store.LocalRevisionStore;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.Message;
import org.mangrove.sdk.TenantId;

/**
 * What tenants themselves say otherwise than the spaces above them, in their own cells. Every act is a revision, and nothing
 * that was said is ever gone: whoever wants it back finds it among the revisions.
 */
@ApplicationScoped
public class LocalOverlays {

    private static final int MOST_MARKS = 2_000;
    private static final int MOST_DOCUMENTS = 400;
    private static final int MOST_REVISIONS = 200;

    @Inject
    LocalOverlayStore overlays;

    @Inject
    LocalRevisionStore revisions;

    @Inject
    MarketRules rules;

    @Inject
    DecisionLog decisions;

    @Inject
    Clock clock;

    private final Documents<DocumentKey, Overlay> documents = new Documents<>(MOST_DOCUMENTS);

    private record DocumentKey(TenantId tenant, String type, String asset, int revision, String digest) {}

    /** What a tenant has of its own this moment, of one type of assets. */
    public final class Known {

        private final TenantProfile tenant;
        private final String type;
        private final Map<String, LocalOverlayMark> marks;

        private Known(TenantProfile tenant, String type) {
            this.tenant = tenant;
            this.type = type;
            this.marks = overlays.marks(tenant.tenant().id(), type, MOST_MARKS).stream()
                    .collect(Collectors.toMap(LocalOverlayMark::asset, Function.identity()));
        }

        /** By which a cached answer knows that it is still the same. */
        public Optional<String> digest(String asset) {
            return Optional.ofNullable(marks.get(asset)).map(LocalOverlayMark::digest);
        }

        /** Of what an asset was made above when the platform last took over by itself what it may. */
        public Optional<Digest> joinedWith(String asset) {
            return Optional.ofNullable(marks.get(asset)).flatMap(mark -> Digest.parse(mark.joinedWith()));
        }

        /** The assets of which the tenant says anything otherwise, or once did. */
        public Set<String> assets() {
            return marks.keySet();
        }

        public Optional<Overlay> overlay(String asset) {
            return Optional.ofNullable(marks.get(asset)).map(mark -> document(tenant, type, mark));
        }
    }

    /** In the transaction that is under way. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Known of(TenantProfile tenant, String type) {
        return new Known(tenant, type);
    }

    /** How it came to be, the latest act first. */
    @Transactional
    public List<LocalRevision> history(TenantProfile tenant, String type, String asset) {
        return revisions.of(tenant.tenant().id(), type, asset, MOST_REVISIONS).stream()
                .map(LocalOverlays::revision)
                .toList();
    }

    /** All that held after an act. */
    @Transactional
    public Optional<Overlay> after(TenantProfile tenant, String type, String asset, int revision) {
        return revisions.find(tenant.tenant().id(), type, asset, revision).map(LocalRevisionRow::overlay);
    }

    /** What somebody has written, in the order of their writing. */
    @Transactional
    List<LocalRevisionRow> by(TenantProfile tenant, UUID person, Optional<UUID> after, int most) {
        return revisions.by(tenant.tenant().id(), person, after, most);
    }

    /**
     * An act.
     *
     * @param subjects of the changes that it is about
     * @param by a person of the tenant; empty if the platform did it by itself
     * @param details what else the log of decisions says of it
     */
    public record Act(
            LocalAct kind, Collection<String> subjects, String reason, Optional<UUID> by, Map<String, String> details) {

        public Act(LocalAct kind, Collection<String> subjects, String reason, Optional<UUID> by) {
            this(kind, subjects, reason, by, Map.of());
        }

        private Map<String, String> detailsOf(int revision) {
            var all = new TreeMap<>(details);
            all.put("revision", String.valueOf(revision));
            return all;
        }
    }

    /**
     * Writes the next revision, and into the log of decisions if somebody has decided it.
     *
     * @param seen the revision that whoever acts has looked at; 0 if there was none
     * @throws Refusal.Conflict if somebody else has written since, or if anything in it is new that is locked above
     */
    @Transactional
    public Overlay write(
            TenantProfile tenant, String type, String asset, int seen, Collection<Adaptation> adaptations, Act act) {
        LocalOverlayRow row = held(tenant, type, asset);
        Overlay before = row.overlay();
        if (before.revision() != seen) {
            throw new Refusal.Conflict(Message.of("lineage.local.changed-meanwhile"));
        }
        mustNotBeLocked(rules.of(tenant).rules(type, asset).locks(), before, adaptations);
        Overlay after = Overlay.of(asset, tenant.tenant().slug(), Level.TENANT, seen + 1, List.copyOf(adaptations));
        row.becomes(after);
        revisions.add(new LocalRevisionRow(
                tenant.tenant().id(),
                type,
                after,
                act.kind(),
                act.subjects(),
                act.reason(),
                act.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        act.by()
                .ifPresent(person -> kind(act.kind())
                        .ifPresent(kind -> decisions.record(
                                tenant,
                                new Decided(
                                        kind,
                                        type,
                                        asset,
                                        List.copyOf(act.subjects()),
                                        act.detailsOf(after.revision()),
                                        after.digest().hex()),
                                person,
                                act.reason())));
        return after;
    }

    /**
     * Remembers that the platform has taken over by itself what it may of what is above now.
     *
     * @return whether nobody has written since that revision
     */
    @Transactional
    public boolean joinedWith(TenantProfile tenant, String type, String asset, int revision, Digest above) {
        return overlays.joinedWith(tenant.tenant().id(), type, asset, revision, above);
    }

    /** The database refuses the same, whoever writes; what was there when the lock came stays. */
    private void mustNotBeLocked(Locks locks, Overlay before, Collection<Adaptation> after) {
        Instant now = clock.instant();
        after.stream()
                .filter(adaptation -> before.adaptations().stream().noneMatch(adaptation::saysTheSameAs))
                .flatMap(adaptation -> locks.locked(Level.TENANT, adaptation.change(), now).stream())
                .findFirst()
                .ifPresent(lock -> {
                    throw new Refusal.Conflict(Message.of("lineage.local.locked")
                            .with("reason", lock.reason())
                            .with("decider", lock.decider()));
                });
    }

    /** Empty of what nobody has decided. */
    private static Optional<DecisionKind> kind(LocalAct act) {
        return switch (act) {
            case CHANGED -> Optional.of(DecisionKind.LOCAL_CHANGED);
            case TAKEN_BACK -> Optional.of(DecisionKind.LOCAL_TAKEN_BACK);
            case ACCEPTED -> Optional.of(DecisionKind.LOCAL_ACCEPTED);
            case KEPT -> Optional.of(DecisionKind.LOCAL_KEPT);
            case EDITED -> Optional.of(DecisionKind.LOCAL_EDITED);
            case JOINED -> Optional.of(DecisionKind.LOCAL_JOINED);
            case RESTORED -> Optional.of(DecisionKind.LOCAL_RESTORED);
            case ADOPTED -> Optional.of(DecisionKind.LOCAL_ADOPTED);
            case TAKEN_OVER -> Optional.of(DecisionKind.LOCAL_TAKEN_OVER);
            case AGREED -> Optional.of(DecisionKind.LOCAL_AGREED);
            case FOLLOWED -> Optional.empty();
        };
    }

    private LocalOverlayRow held(TenantProfile tenant, String type, String asset) {
        TenantId id = tenant.tenant().id();
        return overlays.hold(id, type, asset).orElseGet(() -> {
            overlays.begin(id, type, Overlay.of(asset, tenant.tenant().slug(), Level.TENANT, 0, List.of()));
            return overlays.hold(id, type, asset).orElseThrow();
        });
    }

    private Overlay document(TenantProfile tenant, String type, LocalOverlayMark mark) {
        var key = new DocumentKey(tenant.tenant().id(), type, mark.asset(), mark.revision(), mark.digest());
        return documents.get(
                key,
                () -> overlays.find(tenant.tenant().id(), mark.id())
                        .orElseThrow()
                        .overlay());
    }

    static LocalRevision revision(LocalRevisionRow row) {
        return new LocalRevision(
                row.asset(), row.revision(), row.act(), row.subjects(), row.reason(), row.writtenBy(), row.writtenAt());
    }
}
