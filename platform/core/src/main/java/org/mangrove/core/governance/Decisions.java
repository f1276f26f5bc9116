package org.mangrove.core.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.governance.Verification.Breach;
import org.mangrove.core.governance.Verification.Broken;
import org.mangrove.core.governance.store.Chains;
import org.mangrove.core.governance.store.EnterpriseChains;
import org.mangrove.core.governance.store.StoredDecision;
import org.mangrove.core.governance.store.StoredEntry;
import org.mangrove.core.governance.store.StoredHead;
import org.mangrove.core.governance.store.TenantChains;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.core.tenancy.CoreDatabase;
import org.mangrove.core.tenancy.Enterprise;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** Reads what was decided, and finds out whether it is still what was written down. */
@ApplicationScoped
public class Decisions {

    static final int AT_ONCE = 500;
    private static final int ON_A_PAGE = 50;
    private static final int MOST_CHOICES = 500;

    /** How many of the last entries are verified while somebody waits for a page: some 50 ms. */
    private static final long LAST_ENTRIES = 1_000;

    @Inject
    Event<MemberForgotten> forgotten;

    @Inject
    TenantChains tenants;

    @Inject
    EnterpriseChains enterprises;

    @Inject
    HeadSeals seals;

    @Inject
    Cells cells;

    @Inject
    CoreDatabase core;

    /** An entry that somebody saw when they verified a chain before. */
    public record Seen(long number, String hash) {}

    /** All of the chain. */
    @Transactional(TxType.REQUIRES_NEW)
    public Verification verify(TenantProfile tenant, Optional<Seen> seen) {
        return cells.inSnapshot(tenant.cell(), () -> of(tenant).verified(0, seen));
    }

    /** All of the chain. */
    @Transactional(TxType.REQUIRES_NEW)
    public Verification verify(Enterprise enterprise, Optional<Seen> seen) {
        return core.inSnapshot(() -> of(enterprise).verified(0, seen));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public LogPart part(TenantProfile tenant, Asked asked) {
        return cells.inSnapshot(tenant.cell(), () -> of(tenant).part(asked));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public LogPart part(Enterprise enterprise, Asked asked) {
        return core.inSnapshot(() -> of(enterprise).part(asked));
    }

    /** The lines of some entries, for whoever verifies them elsewhere; none after the last one. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<LogLine> lines(TenantProfile tenant, long after) {
        return of(tenant).lines(after);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public List<LogLine> lines(Enterprise enterprise, long after) {
        return of(enterprise).lines(after);
    }

    /** The hash of an entry, if there is such an entry. */
    @Transactional
    public Optional<String> findHash(TenantProfile tenant, long number) {
        return tenants.hashAt(tenant.tenant().id(), number);
    }

    @Transactional
    public Optional<String> findHash(Enterprise enterprise, long number) {
        return enterprises.hashAt(enterprise.id(), number);
    }

    /** What somebody has decided, in that order. */
    @Transactional
    List<StoredDecision> by(TenantProfile tenant, UUID actor, long after) {
        return tenants.by(tenant.tenant().id(), actor, after, AT_ONCE);
    }

    /** What was decided stays; that it was them, and why they said it was, is gone. @return how many decisions there were */
    @Transactional
    public int forget(Enterprise enterprise, UUID actor) {
        forgotten.fire(new MemberForgotten(enterprise.id(), actor));
        return enterprises.forget(enterprise.id(), actor);
    }

    private Log<TenantId> of(TenantProfile tenant) {
        TenantId id = tenant.tenant().id();
        String owner = DecisionLog.nameOf(tenant);
        return new Log<>(tenants, id, owner, seals.of(owner));
    }

    private Log<?> of(Enterprise enterprise) {
        String owner = DecisionLog.nameOf(enterprise);
        return new Log<>(enterprises, enterprise.id(), owner, seals.of(owner));
    }

    /** The log of one owner. */
    private record Log<O>(Chains<O> chains, O id, String owner, HeadSeals.Seal seal) {

        private StoredHead head() {
            return chains.head(id).orElseGet(() -> new StoredHead(0, Hashes.START, seal.of(0, Hashes.START)));
        }

        /** @param before the number of the entry after which it begins */
        private Verification verified(long before, Optional<Seen> seen) {
            StoredHead head = head();
            var check = new ChainCheck(
                    owner,
                    before,
                    before == 0 ? Hashes.START : chains.hashAt(id, before).orElse(""));
            long last = before;
            List<StoredDecision> some;
            do {
                some = chains.after(id, last, AT_ONCE);
                for (StoredDecision decision : some) {
                    check.look(decision, head);
                    last = decision.entry().number();
                }
            } while (some.size() == AT_ONCE);
            Verification found = check.end(head, seal.of(head.number(), head.hash()));
            return found.holds() ? compared(found, seen) : found;
        }

        private Verification compared(Verification found, Optional<Seen> seen) {
            Optional<Broken> broken = seen.filter(before -> before.number() > 0)
                    .filter(before -> chains.hashAt(id, before.number())
                            .filter(before.hash()::equals)
                            .isEmpty())
                    .map(before -> before.number() > found.head()
                            ? new Broken(found.head() + 1, Breach.MISSING)
                            : new Broken(before.number(), Breach.ANOTHER_THAN_SEEN));
            return new Verification(
                    found.owner(), found.from(), found.head(), found.hash(), found.entries(), found.openings(), broken);
        }

        private LogPart part(Asked asked) {
            List<StoredDecision> found = chains.before(
                    id, asked.before().orElse(Long.MAX_VALUE), asked.kind(), asked.asset(), ON_A_PAGE + 1);
            return new LogPart(
                    found.stream().limit(ON_A_PAGE).map(this::told).toList(),
                    found.size() > ON_A_PAGE,
                    chains.kinds(id, MOST_CHOICES),
                    chains.assets(id, MOST_CHOICES),
                    verified(Math.max(0, head().number() - LAST_ENTRIES), Optional.empty()));
        }

        private LoggedDecision told(StoredDecision decision) {
            StoredEntry stored = decision.entry();
            return new LoggedDecision(
                    Entry.read(stored.body()).orElseGet(() -> unreadable(stored)),
                    stored.hash(),
                    decision.opening().map(Opening::of));
        }

        /** What the row's other columns say of one that was changed. */
        private Entry unreadable(StoredEntry stored) {
            return new Entry(
                    owner,
                    stored.number(),
                    Instant.EPOCH,
                    stored.kind(),
                    stored.type(),
                    stored.asset(),
                    List.of(),
                    Map.of(),
                    "",
                    "",
                    "");
        }

        private List<LogLine> lines(long after) {
            List<StoredDecision> some = chains.after(id, after, AT_ONCE);
            return some.isEmpty()
                    ? List.of()
                    : some.stream()
                            .map(decision -> new LogLine(decision.entry().number(), LogLine.text(decision)))
                            .toList();
        }
    }
}
