package org.mangrove.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.mangrove.core.identity.ExpiringData;
import org.mangrove.core.identity.IdentityData;
import org.mangrove.core.identity.PersonalData;

/** All that hold people's data; found, so that none is forgotten. Whoever knows who somebody is comes last. */
@ApplicationScoped
class Holders {

    @Inject
    @Any
    Instance<PersonalData> personal;

    @Inject
    @Any
    Instance<ExpiringData> expiring;

    List<PersonalData> all() {
        return personal.stream()
                .sorted(Comparator.comparing(
                                (PersonalData holder) -> holder.holder().equals(IdentityData.HOLDER))
                        .thenComparing(PersonalData::holder))
                .toList();
    }

    List<ExpiringData> expiring() {
        return expiring.stream()
                .sorted(Comparator.comparing(ExpiringData::holder))
                .toList();
    }
}
