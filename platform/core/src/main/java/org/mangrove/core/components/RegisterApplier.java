package org.mangrove.core.components;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mangrove.core.components.store.RegisterCopy;
import org.mangrove.core.components.store.RegisterCopyStore;
import org.mangrove.core.components.store.RegisterRow;
import org.mangrove.core.publication.FeedApplier;
import org.mangrove.core.publication.FeedItem;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes the register of an enterprise into a cell. */
@ApplicationScoped
public class RegisterApplier implements FeedApplier {

    @Inject
    RegisterCopyStore copies;

    @Override
    public String type() {
        return Components.REGISTER;
    }

    @Override
    public void apply(String cell, EnterpriseId enterprise, FeedItem item) {
        // what cannot be read must not be taken for a register
        PublishedRegister register = Definitions.read(item.payload(), PublishedRegister.class);
        copies.put(cell, new RegisterCopy(enterprise, Definitions.write(register)));
    }

    @Override
    public void remove(String cell, EnterpriseId enterprise, String subject) {
        copies.remove(cell, enterprise, RegisterRow.ID);
    }
}
