package org.mangrove.core.components;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.mangrove.core.components.store.RegisterCopy;
import org.mangrove.core.components.store.RegisterCopyStore;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.TenantProfile;

/** Reads the register that a cell holds, whatever transaction whoever asks is in. */
@ApplicationScoped
class RegisterReader {

    @Inject
    RegisterCopyStore copies;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<PublishedRegister> read(TenantProfile tenant) {
        return copies.find(tenant)
                .map(RegisterCopy::document)
                .map(document -> Definitions.read(document, PublishedRegister.class));
    }
}
