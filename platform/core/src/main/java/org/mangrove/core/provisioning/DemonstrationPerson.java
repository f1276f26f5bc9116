package org.mangrove.core.provisioning;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mangrove.core.identity.CoreRole;
import org.mangrove.core.identity.PersonName;
import org.mangrove.core.identity.Role;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * An invented person of the demonstration.
 *
 * @param attributes department and manager, as far as the person has them
 * @param tenants tenant to roles there
 * @param cores enterprise to roles in its core
 */
record DemonstrationPerson(
        String user,
        PersonName name,
        String email,
        Map<String, String> attributes,
        Map<String, Set<Role>> tenants,
        Map<String, Set<CoreRole>> cores,
        boolean isOperator) {

    /** @throws Refusal.Invalid if it is no YAML */
    static List<DemonstrationPerson> readAll(String yaml) {
        var file = new ConfigFile("accounts.yaml", yaml);
        for (Problem problem : file.problems()) {
            throw new Refusal.Invalid(problem.file() + ":" + problem.line(), problem.what());
        }
        return Section.top(file).sections("accounts").stream()
                .map(DemonstrationPerson::read)
                .toList();
    }

    private static DemonstrationPerson read(Section account) {
        var attributes = new LinkedHashMap<String, String>();
        for (String name : List.of("department", "manager")) {
            account.findText(name).ifPresent(value -> attributes.put(name, value));
        }
        return new DemonstrationPerson(
                account.text("user"),
                new PersonName(account.text("given"), account.text("family")),
                account.text("email"),
                attributes,
                roles(account.section("tenants"), Role.class),
                roles(account.section("core"), CoreRole.class),
                account.isTrue("operator"));
    }

    private static <R extends Enum<R>> Map<String, Set<R>> roles(Section places, Class<R> type) {
        var roles = new LinkedHashMap<String, Set<R>>();
        places.node().propertyNames().forEach(place -> {
            var there = new LinkedHashSet<R>();
            places.texts(place)
                    .forEach(role -> there.add(
                            Enum.valueOf(type, role.toUpperCase(Locale.ROOT).replace('-', '_'))));
            roles.put(place, there);
        });
        return roles;
    }

    Message unknownPlace(String place) {
        return Message.of("provisioning.demonstration.place-is-unknown")
                .with("found", user)
                .with("name", place);
    }
}
