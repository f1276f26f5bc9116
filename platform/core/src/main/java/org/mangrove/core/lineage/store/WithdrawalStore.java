package org.mangrove.core.lineage.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseStore;

/** Texts that must not be served any more. */
@ApplicationScoped
public class WithdrawalStore extends EnterpriseStore<WithdrawalRow> {

    public WithdrawalStore() {
        super(WithdrawalRow.class);
    }

    public List<WithdrawalRow> of(EnterpriseId enterprise, String asset) {
        return where(enterprise, "e.subject = :subject", "e.id")
                .setParameter("subject", asset)
                .getResultList();
    }
}
