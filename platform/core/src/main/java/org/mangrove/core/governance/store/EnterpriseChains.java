package org.mangrove.core.governance.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.CoreDatabase;
import org.mangrove.core.tenancy.EnterpriseId;

/** What enterprises have decided in their cores. */
@ApplicationScoped
public class EnterpriseChains implements Chains<EnterpriseId> {

    @Inject
    CoreDatabase core;

    @Override
    public StoredHead hold(EnterpriseId owner, String start, String seal) {
        return sql(owner).hold(start, seal);
    }

    @Override
    public Optional<StoredHead> head(EnterpriseId owner) {
        return sql(owner).head("");
    }

    @Override
    public boolean append(EnterpriseId owner, StoredEntry entry, StoredOpening opening, String seal) {
        return sql(owner).append(entry, opening, seal);
    }

    @Override
    public List<StoredDecision> after(EnterpriseId owner, long number, int most) {
        return sql(owner).after(number, most);
    }

    @Override
    public List<StoredDecision> before(
            EnterpriseId owner, long number, Optional<String> kind, Optional<String> asset, int most) {
        return sql(owner).before(number, kind, asset, most);
    }

    @Override
    public Optional<String> hashAt(EnterpriseId owner, long number) {
        return sql(owner).hashAt(number);
    }

    @Override
    public List<String> kinds(EnterpriseId owner, int most) {
        return sql(owner).kinds(most);
    }

    @Override
    public List<String> assets(EnterpriseId owner, int most) {
        return sql(owner).assets(most);
    }

    @Override
    public int forget(EnterpriseId owner, UUID actor) {
        return sql(owner).forget(actor);
    }

    private ChainSql sql(EnterpriseId owner) {
        return new ChainSql(core.session(), "enterprise_id", owner.number());
    }
}
