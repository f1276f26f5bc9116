package org.mangrove.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mangrove.core.tenancy.TenantOwned;
import org.mangrove.sdk.TenantId;

/** A row by which tests see what a transaction has left. */
@Entity
@Table(name = "probe_row")
public class Probe extends TenantOwned {

    @Column(name = "word", nullable = false)
    private String word;

    @SuppressWarnings("NullAway.Init")
    protected Probe() {}

    public Probe(TenantId tenant, UUID id, String word) {
        super(tenant, id);
        this.word = word;
    }

    public String word() {
        return word;
    }
}
