package org.mangrove.core.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.mangrove.core.tenancy.EnterpriseStore;

/** The door to the members of the global core. */
@ApplicationScoped
public class CoreMemberStore extends EnterpriseStore<CoreMemberRow> {

    public CoreMemberStore() {
        super(CoreMemberRow.class);
    }
}
