package org.mangrove.core.components.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Registers, in a cell. */
@ApplicationScoped
public class RegisterCopyStore extends EnterpriseCopyStore<RegisterCopy> {

    public RegisterCopyStore() {
        super(RegisterCopy.class);
    }

    public Optional<RegisterCopy> find(TenantProfile tenant) {
        return find(tenant.cell(), tenant.enterprise(), RegisterRow.ID);
    }
}
