package org.mangrove.core.records;

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
import org.mangrove.core.database.Configuration;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.records.store.StatementRow;
import org.mangrove.core.records.store.StatementStore;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.sdk.TenantId;

/** Keeps what people did, and hands it out. */
@ApplicationScoped
public class Statements {

    /** No transaction of ours is under way for longer, so that what was stored earlier can be read by now. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);

    @Inject
    StatementStore store;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    /** Stores a statement in the transaction that is under way, so that it is kept if and only if what it tells of is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(TenantProfile tenant, Statement statement) {
        var json = new StatementJson(home(tenant));
        UUID id = Uuids.next();
        Instant now = clock.instant();
        store.add(new StatementRow(
                tenant.tenant().id(),
                id,
                statement,
                json.idOf(statement.object()),
                json.write(id, statement, now),
                now));
    }

    @Transactional
    public Optional<String> find(TenantId tenant, UUID id) {
        return store.find(tenant, id).map(StatementRow::statement);
    }

    @Transactional
    public StatementPage page(TenantId tenant, StatementFilter filter, int most) {
        List<StatementRow> rows = store.page(tenant, filter, most + 1);
        List<StatementRow> shown = rows.subList(0, Math.min(most, rows.size()));
        return new StatementPage(
                shown.stream().map(StatementRow::statement).toList(),
                rows.size() > most ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    /** All that was stored before can be read. */
    public Instant consistentThrough() {
        return clock.instant().minus(LONGEST_TRANSACTION);
    }

    /** The address that the accounts and the activities of a tenant are named by. */
    public String home(TenantProfile tenant) {
        URI own = configuration.url();
        String port = own.getPort() < 0 ? "" : ":" + own.getPort();
        return "%s://%s.%s%s".formatted(own.getScheme(), tenant.tenant().slug(), own.getHost(), port);
    }
}
