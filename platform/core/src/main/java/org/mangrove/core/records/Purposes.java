package org.mangrove.core.records;

import java.util.Optional;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;

/** For which purposes of a tenant's register statements are kept. */
final class Purposes {

    private static final String DEMANDED = "statutory-instruction";
    private static final String BY_LAW = "legal-obligation";

    private Purposes() {}

    static Optional<Purpose> find(TenantProfile tenant, String key) {
        return tenant.purposes().stream()
                .filter(purpose -> purpose.key().equals(key))
                .findFirst();
    }

    /** Whether what is recorded for it is evidence that a law demands. */
    static boolean isEvidence(TenantProfile tenant, String key) {
        return find(tenant, key).filter(Purposes::isEvidence).isPresent();
    }

    /** What the platform itself records of instruction that a law demands is kept for this purpose. */
    static Optional<Purpose> ofOwnEvidence(TenantProfile tenant) {
        return find(tenant, DEMANDED)
                .filter(Purposes::isEvidence)
                .or(() ->
                        tenant.purposes().stream().filter(Purposes::isEvidence).findFirst());
    }

    private static boolean isEvidence(Purpose purpose) {
        return purpose.basis().equals(BY_LAW);
    }
}
