package org.mangrove.launcher.visit;

import java.util.List;

/**
 * Somebody who is invented for a measurement or a demonstration.
 *
 * @param roles in the tenant, with commas between
 */
public record Guest(String user, String given, String family, String tenant, String roles, String language) {

    /** As the file of the demonstration's accounts has people. */
    public static String accounts(List<Guest> guests) {
        var yaml = new StringBuilder("accounts:\n");
        for (Guest guest : guests) {
            yaml.append("""
                      - user: %s
                        given: "%s"
                        family: "%s"
                        email: %s@%s.example
                        tenants:
                          %s: [%s]
                    """.formatted(
                            guest.user(),
                            guest.given(),
                            guest.family(),
                            guest.user(),
                            guest.tenant(),
                            guest.tenant(),
                            guest.roles()));
        }
        return yaml.toString();
    }

    public String at(String path) {
        return "/t/" + tenant + path;
    }
}
