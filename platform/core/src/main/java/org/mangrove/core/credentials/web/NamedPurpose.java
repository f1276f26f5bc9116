package org.mangrove.core.credentials.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.credentials.Terms;
import org.mangrove.core.tenancy.PurposeNames;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.tenancy.TenantProfile.Purpose;
import org.mangrove.sdk.Message;

/**
 * A purpose for which statements can be kept.
 *
 * @param name what people call it; empty if there is only its key
 */
public record NamedPurpose(String key, Optional<Message> name) {

    static NamedPurpose of(String key) {
        return new NamedPurpose(key, PurposeNames.findInRegister(key));
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
