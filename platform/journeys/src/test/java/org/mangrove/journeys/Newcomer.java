package org.mangrove.journeys;

import java.util.List;
import java.util.Locale;
import org.mangrove.launcher.Stack;

/** Somebody new, so that nothing happens to somebody whom another test needs. */
final class Newcomer {

    private Newcomer() {}

    /** Learns in a tenant, with an address of that tenant. */
    static Learner of(Stack stack, String given, String family, String tenant) {
        String user = user(given, family);
        return known(stack, given, family, user + "@" + tenant + ".example", List.of(tenant));
    }

    /** Learns in several tenants, with the same name and address everywhere. @return the person in the first one */
    static Learner known(Stack stack, String given, String family, String email, List<String> tenants) {
        for (String tenant : tenants) {
            new Operator(stack)
                    .post("/operator/api/demonstration/accounts", "application/yaml", """
                            accounts:
                              - user: %s
                                given: %s
                                family: %s
                                email: %s
                                tenants:
                                  %s: [learner]
                            """.formatted(
                                    user(given, family), given, family, email, tenant))
                    .must();
        }
        return new Learner(user(given, family), tenants.getFirst(), "de", "ltr");
    }

    private static String user(String given, String family) {
        return (given + "." + family).toLowerCase(Locale.ROOT);
    }
}
