package org.mangrove.core.learning;

import java.util.Optional;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.processing.LegalBasis;

/** For which purpose the law wants it shown who has passed what they had to. */
final class Evidence {

    private Evidence() {}

    /** The first in the tenant's register that is an obligation under the law. */
    static Optional<Purpose> purpose(TenantProfile tenant) {
        return tenant.purposes().stream()
                .filter(purpose -> purpose.basis().equals(LegalBasis.LEGAL_OBLIGATION.key()))
                .findFirst();
    }
}
