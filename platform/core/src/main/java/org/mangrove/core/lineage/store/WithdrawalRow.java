package org.mangrove.core.lineage.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.database.Uuids;
import org.mangrove.core.lineage.Withdrawal;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;
import org.mangrove.core.tenancy.EnterpriseOwned;

/** A text that must not be served any more. */
@Entity
@Table(name = "lineage_withdrawal")
public class WithdrawalRow extends EnterpriseOwned {

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "block_slug", nullable = false, updatable = false)
    private String block;

    @Column(name = "field", nullable = false, updatable = false)
    private String field;

    @Column(name = "digest", nullable = false, updatable = false)
    private String digest;

    @Column(name = "since", nullable = false, updatable = false)
    private Instant since;

    @Column(name = "jurisdictions", nullable = false, updatable = false)
    private String jurisdictions;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected WithdrawalRow() {}

    public WithdrawalRow(EnterpriseId enterprise, String asset, Withdrawal withdrawal) {
        super(enterprise, Uuids.next());
        this.subject = asset;
        this.block = withdrawal.block();
        this.field = withdrawal.field();
        this.digest = withdrawal.text().hex();
        this.since = withdrawal.from();
        this.jurisdictions = Definitions.write(withdrawal.jurisdictions());
    }

    public Withdrawal withdrawal() {
        return new Withdrawal(
                block, field, new Digest(digest), since, List.of(Definitions.read(jurisdictions, String[].class)));
    }
}
