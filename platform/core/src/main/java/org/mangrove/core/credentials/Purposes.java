package org.mangrove.core.credentials;

import java.util.Optional;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;

/** For which purposes of a tenant's register statements are kept. */
public final class Purposes {

    private static final String BY_LAW = "legal-obligation";

    private Purposes() {}

    public static Optional<Purpose> find(TenantProfile tenant, String key) {
        return tenant.purposes().stream()
                .filter(purpose -> purpose.key().equals(key))
                .findFirst();
    }

    /** Whether what is recorded for it is evidence that a law demands. */
    static boolean isEvidence(TenantProfile tenant, String key) {
        return find(tenant, key).filter(Purposes::isEvidence).isPresent();
    }

    /** Whether it is by a law that data is kept for it. */
    public static boolean isEvidence(Purpose purpose) {
        return purpose.basis().equals(BY_LAW);
    }
}
