package org.mangrove.core.forwarding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.forwarding.ErasureRequest.State;
import org.mangrove.core.forwarding.store.ErasureRows;
import org.mangrove.core.forwarding.store.ErasureRows.Asked;
import org.mangrove.core.forwarding.store.ForwarderRow;
import org.mangrove.core.forwarding.store.ForwarderStore;
import org.mangrove.core.forwarding.store.StandingRows.Due;
import org.mangrove.core.records.Statements;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.Tenants;
import org.mangrove.sdk.TenantId;

/** The steps of asking, each in a transaction of its own. */
@ApplicationScoped
class ErasureQueue {

    private static final Duration HOLD = TargetClient.LONGEST_REQUEST.plusSeconds(15);

    @Inject
    ErasureRows rows;

    @Inject
    ForwarderStore forwarders;

    @Inject
    Statements statements;

    @Inject
    Tenants tenants;

    @Inject
    SealedText sealed;

    @Inject
    Clock clock;

    /**
     * What can be sent.
     *
     * @param store where the statements went
     * @param agents JSON
     */
    record Sendable(
            URI address, URI store, TargetLogin login, String home, String agents, Instant askedAt, int failures) {}

    /**
     * Asks a store elsewhere to forget somebody, or has somebody ask.
     *
     * @param agents by which names it knows the person
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ask(TenantId tenant, UUID forwarder, UUID subject, ArrayNode agents) {
        Optional<ForwarderRow> row = forwarders.find(tenant, forwarder);
        if (row.isEmpty()) {
            return;
        }
        boolean hasAddress = Definitions.read(row.get().terms(), ForwarderTerms.class)
                .erasure()
                .isPresent();
        UUID request = Uuids.next();
        rows.add(
                tenant,
                forwarder,
                subject,
                (hasAddress ? State.TO_SEND : State.BY_HAND).name(),
                sealed.close(tenant, request, agents.toString()),
                clock.instant(),
                hasAddress ? Optional.of(clock.instant()) : Optional.empty(),
                request);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Due> due(String cell, int most) {
        return rows.due(cell, clock.instant(), most);
    }

    /** Empty if somebody else sends it, or nobody can: that is written down. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Sendable> begin(TenantId tenant, UUID id) {
        Instant now = clock.instant();
        if (!rows.hold(tenant, id, now, now.plus(HOLD))) {
            return Optional.empty();
        }
        Asked asked = rows.find(tenant, id).orElseThrow();
        Optional<ForwarderRow> row = forwarders.find(tenant, asked.forwarder());
        Optional<ForwarderTerms> terms = row.map(there -> Definitions.read(there.terms(), ForwarderTerms.class));
        Optional<URI> address = terms.flatMap(ForwarderTerms::erasure);
        Optional<String> agents = asked.agents().flatMap(closed -> sealed.open(tenant, id, closed));
        if (row.isEmpty() || terms.isEmpty() || address.isEmpty() || agents.isEmpty()) {
            rows.answer(tenant, id, State.BY_HAND.name(), 0, "", now, true);
            return Optional.empty();
        }
        TargetLogin login = row.filter(there -> !there.login().isEmpty())
                .flatMap(there -> sealed.open(tenant, there.id(), there.login()))
                .map(TargetLogin::read)
                .orElse(TargetLogin.NONE);
        return Optional.of(new Sendable(
                address.get(),
                terms.get().endpoint(),
                login,
                tenants.find(tenant).map(statements::home).orElse(""),
                agents.get(),
                asked.askedAt(),
                asked.failures()));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void answer(TenantId tenant, UUID id, State state, int status, String said) {
        rows.answer(tenant, id, state.name(), status, said, clock.instant(), !state.isOver());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void fail(TenantId tenant, UUID id, int status, Duration pause) {
        rows.fail(tenant, id, status, clock.instant().plus(pause));
    }
}
