package org.mangrove.core.records.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mangrove.core.records.Terms;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.Message;

/**
 * A purpose for which statements can be kept.
 *
 * @param name what people call it; empty if there is only its key
 */
public record NamedPurpose(String key, Optional<Message> name) {

    /** The purposes that the platform has words for. A tenant's register may hold others. */
    private static final Set<String> KNOWN =
            Set.of("statutory-instruction", "training-records", "team-progress", "learning-analytics", "peer-profile");

    static NamedPurpose of(String key) {
        return new NamedPurpose(
                key, Optional.of(key).filter(KNOWN::contains).map(known -> Message.of("consent.purpose." + known)));
    }

    /** What the tenant's register has, each once, the usual one first. */
    static List<NamedPurpose> all(TenantProfile tenant) {
        return Stream.concat(
                        Stream.of(Terms.USUAL_PURPOSE),
                        tenant.purposes().stream().map(Purpose::key))
                .distinct()
                .map(NamedPurpose::of)
                .toList();
    }
}
