package org.mangrove.launcher.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mangrove.launcher.visit.Guest;

/** The fifty people who are invented for a measurement. */
final class FiftyGuests {

    private FiftyGuests() {}

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
                        "learner",
                        languages.get(i % languages.size())))
                .toList();
    }
}
