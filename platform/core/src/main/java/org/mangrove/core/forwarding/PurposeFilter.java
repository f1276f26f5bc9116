package org.mangrove.core.forwarding;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.credentials.Credential;
import org.mangrove.core.forwarding.ForwardingFilter.Origin;
import org.mangrove.core.tenancy.TenantProfile;

/**
 * What a filter means where it does not say which sources it wants: those whose statements are kept for the purpose for which the
 * recipient gets them. What the platform itself records is kept for training, or since a law demands it.
 */
final class PurposeFilter {

    private static final String TRAINING = "training-records";
    private static final String BY_LAW = "legal-obligation";

    /** The id of no source: where there are none, none are wanted, and not all. */
    private static final UUID NOBODY = new UUID(-1, -1);

    private PurposeFilter() {}

    static ForwardingFilter of(TenantProfile tenant, ForwarderTerms terms, List<Credential> credentials) {
        ForwardingFilter filter = terms.filter();
        if (!filter.sources().isEmpty()) {
            return filter;
        }
        Set<UUID> sources = credentials.stream()
                .filter(credential -> credential.terms().purpose().equals(terms.purpose()))
                .map(Credential::id)
                .collect(Collectors.toSet());
        boolean isOwn = terms.purpose().equals(TRAINING)
                || tenant.purposes().stream()
                        .anyMatch(purpose -> purpose.key().equals(terms.purpose())
                                && purpose.basis().equals(BY_LAW));
        return new ForwardingFilter(
                filter.verbs(),
                filter.activities(),
                filter.related(),
                sources.isEmpty() ? Set.of(NOBODY) : sources,
                filter.origin() == Origin.ANY && !isOwn ? Origin.FOREIGN : filter.origin(),
                filter.actors());
    }
}
