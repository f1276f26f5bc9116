package org.mangrove.core.governance.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** What tenants have decided, each in its cell. */
@ApplicationScoped
public class TenantChains implements Chains<TenantId> {

    @Inject
    Cells cells;

    @Override
    public StoredHead hold(TenantId owner, String start, String seal) {
        return sql(owner).hold(start, seal);
    }

    @Override
    public Optional<StoredHead> head(TenantId owner) {
        return sql(owner).head("");
    }

    @Override
    public boolean append(TenantId owner, StoredEntry entry, StoredOpening opening, String seal) {
        return sql(owner).append(entry, opening, seal);
    }

    @Override
    public List<StoredDecision> after(TenantId owner, long number, int most) {
        return sql(owner).after(number, most);
    }

    @Override
    public List<StoredDecision> before(
            TenantId owner, long number, Optional<String> kind, Optional<String> asset, int most) {
        return sql(owner).before(number, kind, asset, most);
    }

    @Override
    public Optional<String> hashAt(TenantId owner, long number) {
        return sql(owner).hashAt(number);
    }

    @Override
    public List<String> kinds(TenantId owner, int most) {
        return sql(owner).kinds(most);
    }

    @Override
    public List<String> assets(TenantId owner, int most) {
        return sql(owner).assets(most);
    }

    /** What somebody has decided, in that order. */
    public List<StoredDecision> by(TenantId owner, UUID actor, long after, int most) {
        return sql(owner).by(actor, after, most);
    }

    @Override
    public int forget(TenantId owner, UUID actor) {
        return sql(owner).forget(actor);
    }

    private ChainSql sql(TenantId owner) {
        return new ChainSql(cells.sessionOf(owner), "tenant_id", owner.number());
    }
}
