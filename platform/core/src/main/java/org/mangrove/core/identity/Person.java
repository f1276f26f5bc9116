package org.mangrove.core.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who belongs to a tenant. Never leaves the tenant's zone.
 *
 * @param id the person's id in this tenant; the same human has another in another tenant
 * @param actor how the person is known outside the home zone
 * @param email empty if none is known
 */
public record Person(
        UUID id,
        UUID actor,
        PersonName name,
        String email,
        Optional<Locale> language,
        Optional<LocalDate> hiredOn,
        Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }
}
