package org.mangrove.launcher.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One of the fifty people who are invented for a measurement. */
record Guest(String user, String given, String family, String tenant, String language) {

    /** Fifty people in three tenants, in the languages that are spoken there. */
    static List<Guest> all() {
        return Stream.of(
                        guests("acme-de", 20, List.of("de", "en"), List.of("Anke", "Björn", "Çiğdem", "Dirk", "Elif")),
                        guests(
                                "acme-sa",
                                15,
                                List.of("ar", "ar", "en"),
                                List.of("أمل", "بدر", "جواهر", "راكان", "سارة")),
                        guests("acme-jp", 15, List.of("ja", "ja", "en"), List.of("葵", "翔太", "陽菜", "健一", "美咲")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Guest> guests(String tenant, int many, List<String> languages, List<String> names) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Guest(
                        "bench-%s-%02d".formatted(tenant, i + 1),
                        names.get(i % names.size()),
                        String.format(Locale.ROOT, "Messung %02d", i + 1),
                        tenant,
                        languages.get(i % languages.size())))
                .toList();
    }

    /** As the file of the demonstration's accounts has people. */
    static String accounts(List<Guest> guests) {
        var yaml = new StringBuilder("accounts:\n");
        for (Guest guest : guests) {
            yaml.append("""
                      - user: %s
                        given: "%s"
                        family: "%s"
                        email: %s@%s.example
                        tenants:
                          %s: [learner]
                    """.formatted(
                            guest.user(), guest.given(), guest.family(), guest.user(), guest.tenant(), guest.tenant()));
        }
        return yaml.toString();
    }

    String at(String path) {
        return "/t/" + tenant + path;
    }
}
