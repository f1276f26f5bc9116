package org.mangrove.core.credentials.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.tenancy.Cells;
import org.mangrove.sdk.TenantId;

/** How often the credentials of a cell have been changed. One number for all tenants, so that nodes ask one question. */
@ApplicationScoped
public class CredentialChanges {

    @Inject
    Cells cells;

    /** Counts a change, in the transaction that makes it. */
    public void count(TenantId tenant) {
        cells.sessionOf(tenant)
                .createNativeMutationQuery(
                        "update credentials_change set number = number + 1 where name = 'credential'")
                .executeUpdate();
    }

    /** How many there have been in the cell. */
    public long counted(String cell) {
        return cells.sessionOfCell(cell)
                .createNativeQuery("select number from credentials_change where name = 'credential'", Long.class)
                .getSingleResult();
    }
}
