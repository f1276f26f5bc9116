package org.mangrove.core.adaptation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.tenancy.EnterpriseCopyStore;
import org.mangrove.core.tenancy.TenantProfile;

/** What headquarters has answered, in a cell. */
@ApplicationScoped
public class AnswerCopyStore extends EnterpriseCopyStore<AnswerCopy> {

    public AnswerCopyStore() {
        super(AnswerCopy.class);
    }

    public Optional<AnswerCopy> find(TenantProfile tenant, UUID id) {
        return find(tenant.cell(), tenant.enterprise(), id);
    }
}
