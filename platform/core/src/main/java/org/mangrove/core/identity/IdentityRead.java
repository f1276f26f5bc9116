package org.mangrove.core.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mangrove.core.identity.store.MembershipStore;
import org.mangrove.core.identity.store.PersonRow;
import org.mangrove.core.identity.store.PersonStore;
import org.mangrove.core.identity.store.RoleChangeRow;
import org.mangrove.core.identity.store.RoleChangeStore;
import org.mangrove.core.identity.store.SessionRow;
import org.mangrove.core.identity.store.SessionStore;
import org.mangrove.sdk.TenantId;

/** Reads all that is kept of who somebody is. */
@ApplicationScoped
class IdentityRead {

    private static final int MOST = 10_000;

    @Inject
    PersonStore people;

    @Inject
    MembershipStore memberships;

    @Inject
    RoleChangeStore changes;

    @Inject
    SessionStore sessions;

    /** One thing, by the names of what it says. */
    record Item(String kind, Map<String, String> values) {}

    @Transactional
    List<Item> all(TenantId tenant, UUID person) {
        var items = new ArrayList<Item>();
        people.find(tenant, person).ifPresent(row -> items.add(new Item("person", person(row))));
        memberships
                .find(tenant, person)
                .ifPresent(row -> items.add(new Item(
                        "membership",
                        Map.of(
                                "roles",
                                row.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "))))));
        changes.ofPerson(tenant, person, MOST).forEach(row -> items.add(new Item("role-change", change(row))));
        sessions.of(tenant, person, MOST).forEach(row -> items.add(new Item("session", session(row))));
        return items;
    }

    private static Map<String, String> person(PersonRow row) {
        var values = new LinkedHashMap<String, String>();
        values.put("id", row.id().toString());
        values.put("actor", row.actor().toString());
        values.put("givenName", row.name().given());
        values.put("familyName", row.name().family());
        values.put("email", row.email());
        values.put("realm", row.account().realm());
        values.put("account", row.account().subject());
        row.language().ifPresent(language -> values.put("language", language.toLanguageTag()));
        row.hiredOn().ifPresent(day -> values.put("hiredOn", day.toString()));
        values.put("joinedAt", row.joinedAt().toString());
        return values;
    }

    private static Map<String, String> change(RoleChangeRow row) {
        var values = new LinkedHashMap<String, String>();
        values.put("before", names(row.before()));
        values.put("after", names(row.after()));
        values.put("changedAt", row.changedAt().toString());
        return values;
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    private static Map<String, String> session(SessionRow row) {
        var values = new LinkedHashMap<String, String>();
        values.put("startedAt", row.browser().startedAt().toString());
        values.put("seenAt", row.browser().seenAt().toString());
        values.put("expiresAt", row.browser().expiresAt().toString());
        return values;
    }
}
