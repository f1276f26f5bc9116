package org.mangrove.core.records;

import java.util.Optional;
import org.mangrove.core.credentials.Purposes;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;

/** What the platform itself records of instruction that a law demands. */
final class OwnEvidence {

    private static final String DEMANDED = "statutory-instruction";

    private OwnEvidence() {}

    /** For which it is kept, if the tenant's register has anything of that kind. */
    static Optional<Purpose> purpose(TenantProfile tenant) {
        return Purposes.find(tenant, DEMANDED)
                .filter(Purposes::isEvidence)
                .or(() ->
                        tenant.purposes().stream().filter(Purposes::isEvidence).findFirst());
    }
}
