package org.mangrove.core.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.adaptation.store.AgreementRow;
import org.mangrove.core.adaptation.store.AgreementStore;
import org.mangrove.core.adaptation.store.OfferRow;
import org.mangrove.core.adaptation.store.OfferStore;
import org.mangrove.core.adaptation.store.SharingRow;
import org.mangrove.core.adaptation.store.SharingStore;
import org.mangrove.core.tenancy.TenantProfile;

/** Reads what somebody has offered, shared or asked others to agree to, in a transaction of its own. */
@ApplicationScoped
class OfferedTexts {

    @Inject
    OfferStore store;

    @Inject
    SharingStore sharings;

    @Inject
    AgreementStore agreements;

    @Transactional
    List<OfferRow> by(TenantProfile tenant, UUID person, int most) {
        return store.by(tenant.tenant().id(), person, most);
    }

    @Transactional
    List<Agreement> askedOrAnsweredBy(TenantProfile tenant, UUID person, Optional<UUID> after, int most) {
        return agreements.by(tenant.tenant().id(), person, after, most).stream()
                .map(AgreementRow::agreement)
                .toList();
    }

    @Transactional
    List<SharingRow> sharedBy(TenantProfile tenant, UUID person, int most) {
        return sharings.by(tenant.tenant().id(), person, most);
    }
}
