package org.mangrove.core.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.sdk.TenantId;

/** Finds the people of a tenant. */
public interface People {

    Optional<Person> find(TenantId tenant, UUID person);

    Optional<Person> findByActor(TenantId tenant, UUID actor);

    /** The names of those of {@code people} who belong to the tenant. */
    Map<UUID, PersonName> names(TenantId tenant, Collection<UUID> people);

    /** Up to {@code most} people whose id comes after {@code after}, in the order of their ids. */
    List<Person> page(TenantId tenant, Optional<UUID> after, int most);

    /** Everybody who may be assigned something: those who have any role. */
    List<UUID> members(TenantId tenant);

    void chooseLanguage(TenantId tenant, UUID person, Locale language);
}
