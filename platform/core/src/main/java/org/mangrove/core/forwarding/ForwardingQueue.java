package org.mangrove.core.forwarding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.credentials.Credentials;
import org.mangrove.core.database.AgainIfOvertaken;
import org.mangrove.core.forwarding.store.ForgottenRows;
import org.mangrove.core.forwarding.store.ForwarderRow;
import org.mangrove.core.forwarding.store.ForwarderStore;
import org.mangrove.core.forwarding.store.PortionRows;
import org.mangrove.core.forwarding.store.SetAsideRows;
import org.mangrove.core.forwarding.store.SetAsideRows.Aside;
import org.mangrove.core.forwarding.store.StandingRows;
import org.mangrove.core.forwarding.store.StandingRows.Standing;
import org.mangrove.core.forwarding.store.ToldRows;
import org.mangrove.core.forwarding.store.ToldRows.Told;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.NewStatement.Attachment;
import org.mangrove.core.records.Positions;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.sdk.TenantId;

/** The steps of sending, each in a short transaction of its own: nothing is held while another store is spoken with. */
@ApplicationScoped
class ForwardingQueue {

    static final int MOST_AT_ONCE = 100;

    /** Longer than a request can take, so that nobody else begins meanwhile. */
    private static final Duration HOLD = TargetClient.LONGEST_REQUEST.plusSeconds(15);

    private static final int PORTIONS_AT_ONCE = 20;
    private static final int LONGEST_TOLD = 1000;

    @Inject
    ForwarderStore forwarders;

    @Inject
    StandingRows standings;

    @Inject
    PortionRows portions;

    @Inject
    SetAsideRows asides;

    @Inject
    ToldRows told;

    @Inject
    Statements statements;

    @Inject
    ForgottenRows forgotten;

    @Inject
    ForgottenTerms veiled;

    @Inject
    ErasureQueue erasures;

    @Inject
    IndexTerms terms;

    @Inject
    Credentials credentials;

    @Inject
    SealedText sealed;

    @Inject
    Tenants tenants;

    @Inject
    Clock clock;

    /**
     * A forwarder that is held by this node.
     *
     * @param login empty if what we sign in with cannot be opened
     * @param begins what was stored before is not sent
     */
    record Held(
            TenantProfile tenant,
            UUID id,
            UUID node,
            ForwarderTerms terms,
            Optional<TargetLogin> login,
            int failures,
            Instant begins) {

        TenantId owner() {
            return tenant.tenant().id();
        }
    }

    /**
     * What was dealt with, in the order of the queue.
     *
     * @param stored when the first of them was stored
     */
    record Dealt(
            Upcoming upcoming,
            int count,
            long sent,
            long repeated,
            long leftOut,
            List<Aside> asides,
            Map<AgentId, AgentId> people,
            Instant stored) {}

    /** Empty if another node works for it, or it is not to be worked for. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Held> begin(TenantId tenant, UUID id, UUID node) {
        Instant now = clock.instant();
        if (!standings.hold(tenant, id, node, now, now.plus(HOLD))) {
            return Optional.empty();
        }
        Optional<ForwarderRow> row = forwarders.find(tenant, id);
        Optional<Standing> standing = standings.find(tenant, id);
        Optional<TenantProfile> profile = tenants.find(tenant);
        if (row.isEmpty() || standing.isEmpty() || profile.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Held(
                profile.get(),
                id,
                node,
                meant(profile.get(), Definitions.read(row.get().terms(), ForwarderTerms.class)),
                login(row.get()),
                standing.get().failures(),
                standing.get().beginsAt()));
    }

    private ForwarderTerms meant(TenantProfile tenant, ForwarderTerms said) {
        return said.with(PurposeFilter.of(tenant, said, credentials.all(tenant)));
    }

    private Optional<TargetLogin> login(ForwarderRow row) {
        return row.login().isEmpty()
                ? Optional.of(TargetLogin.NONE)
                : sealed.open(row.tenant(), row.id(), row.login()).map(TargetLogin::read);
    }

    /** What comes next: first what was stored before, then what the events brought. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Upcoming next(Held held) {
        Optional<Standing> standing = standings.find(held.owner(), held.id());
        Optional<UUID> replay = standing.flatMap(Standing::replayPosition);
        if (replay.isPresent()) {
            UUID through = standing.flatMap(Standing::replayThrough).orElseGet(() -> end(held));
            List<UUID> stored = statements.after(held.owner(), replay.get(), MOST_AT_ONCE).stream()
                    .map(StoredStatement::position)
                    .filter(position -> compare(position, through) <= 0)
                    .toList();
            if (!stored.isEmpty()) {
                return Upcoming.stored(stored);
            }
            standings.replayEnded(held.owner(), held.id(), held.node(), through);
        }
        return Upcoming.queued(portions.first(held.owner(), held.id(), PORTIONS_AT_ONCE), MOST_AT_ONCE);
    }

    /** From now on the reader knows of this forwarder: whatever is committed later comes through it. */
    private UUID end(Held held) {
        UUID through = Positions.lastOf(clock.instant());
        standings.replayThrough(held.owner(), held.id(), held.node(), through);
        return through;
    }

    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /** Those of the positions that have a statement which may be sent, with what came with it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Map<UUID, WithFiles> read(Held held, List<UUID> positions) {
        var found = new HashMap<UUID, WithFiles>();
        for (StoredStatement stored : statements.at(held.owner(), positions)) {
            if (!Positions.time(stored.position()).isBefore(held.begins())) {
                List<Attachment> files =
                        held.terms().attachments() ? statements.attachments(held.owner(), List.of(stored)) : List.of();
                found.put(stored.position(), new WithFiles(stored, files));
            }
        }
        return found;
    }

    /** A statement and the contents that came with it. */
    record WithFiles(StoredStatement statement, List<Attachment> files) {}

    /** @return whether to go on: nobody has paused or removed it */
    @AgainIfOvertaken
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean deal(Held held, Dealt dealt) {
        TenantId tenant = held.owner();
        Instant now = clock.instant();
        boolean goesOn = standings.progress(
                tenant,
                held.id(),
                held.node(),
                dealt.sent(),
                dealt.repeated(),
                dealt.leftOut(),
                dealt.upcoming().storedUpTo(dealt.count()),
                now,
                now.plus(HOLD));
        dealt.upcoming().takenAfter(dealt.count()).forEach((portion, taken) -> {
            if (taken >= portion.positions().size()) {
                portions.remove(tenant, held.id(), portion.number());
            } else {
                portions.take(tenant, held.id(), portion.number(), taken);
            }
        });
        dealt.asides().forEach(aside -> asides.add(tenant, held.id(), aside));
        remember(held, dealt, now);
        return goesOn;
    }

    /** Whom it told of; and who was forgotten meanwhile is asked to be forgotten there, too. */
    private void remember(Held held, Dealt dealt, Instant now) {
        TenantId tenant = held.owner();
        var byTerm = new LinkedHashMap<UUID, Map.Entry<AgentId, AgentId>>();
        dealt.people().entrySet().forEach(person -> byTerm.put(terms.agent(tenant, person.getKey()), person));
        Map<UUID, UUID> late = forgotten.since(tenant, veiled.of(tenant, byTerm.keySet()), dealt.stored());
        var all = new HashSet<Told>();
        byTerm.forEach((term, person) -> {
            UUID forgottenAs = veiled.of(tenant, term);
            if (late.containsKey(forgottenAs)) {
                erasures.ask(
                        tenant,
                        held.id(),
                        late.getOrDefault(forgottenAs, forgottenAs),
                        JsonNodeFactory.instance
                                .arrayNode()
                                .add(person.getValue().json()));
            } else {
                all.add(told(held, term, person.getKey(), person.getValue()));
            }
        });
        told.add(tenant, held.id(), all, now);
    }

    private Told told(Held held, UUID term, AgentId here, AgentId there) {
        return new Told(
                term,
                terms.agent(held.owner(), there),
                here.equals(there)
                        ? Optional.empty()
                        : Optional.of(sealed.close(
                                held.owner(), held.id(), there.json().toString())));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void fail(Held held, Trouble trouble, int status, Duration pause) {
        Instant now = clock.instant();
        boolean needsSomebody = trouble == Trouble.TURNED_AWAY || trouble == Trouble.LOST_SECRET;
        standings.fail(
                held.owner(),
                held.id(),
                held.node(),
                needsSomebody ? StandingRows.TURNED_AWAY : StandingRows.RUNNING,
                trouble.name(),
                status,
                now,
                now.plus(pause));
    }

    @AgainIfOvertaken
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void rest(Held held) {
        standings.rest(held.owner(), held.id(), held.node());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void letGo(Held held) {
        standings.letGo(held.owner(), held.id(), held.node(), clock.instant());
    }

    /** What is found at once: both kinds of work. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<StandingRows.Due> due(String cell, int most) {
        return new ArrayList<>(standings.due(cell, clock.instant(), most));
    }

    static Aside aside(
            UUID position,
            UUID statement,
            Optional<UUID> actor,
            SetAside.Reason reason,
            int status,
            String said,
            Instant at) {
        return new Aside(
                position, statement, actor, reason.name(), status, said.length() > LONGEST_TOLD ? "" : said, at);
    }
}
