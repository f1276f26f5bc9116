package org.mangrove.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Someone whom a visitor may sign in as, as far as the table at the end of a start shows it. */
record DemonstrationAccount(String user, Place place, String roles) {

    /** A tenant, or an enterprise's core. */
    record Place(String slug, boolean isCore) {}

    static List<DemonstrationAccount> readFrom(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            var accounts = new ArrayList<DemonstrationAccount>();
            if (content instanceof Map<?, ?> map && map.get("accounts") instanceof List<?> list) {
                list.forEach(entry -> accounts.addAll(of(entry)));
            }
            return List.copyOf(accounts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String password() {
        String chosen = System.getenv("MANGROVE_DEMO_PASSWORD");
        return chosen == null || chosen.isBlank() ? "mangrove" : chosen;
    }

    static List<String> table(List<DemonstrationAccount> accounts) {
        int user =
                accounts.stream().mapToInt(each -> each.user().length()).max().orElse(0);
        int place = accounts.stream()
                .mapToInt(each -> each.place().slug().length())
                .max()
                .orElse(0);
        String row = "%-" + user + "s   %-" + place + "s   %s";
        return accounts.stream()
                .map(each -> row.formatted(each.user(), each.place().slug(), each.roles()))
                .toList();
    }

    /** One for each place that the person belongs to. */
    private static List<DemonstrationAccount> of(Object entry) {
        var accounts = new ArrayList<DemonstrationAccount>();
        if (entry instanceof Map<?, ?> person) {
            String user = String.valueOf(person.get("user"));
            add(user, person.get("tenants"), false, accounts);
            add(user, person.get("core"), true, accounts);
        }
        return accounts;
    }

    private static void add(String user, @Nullable Object places, boolean isCore, List<DemonstrationAccount> accounts) {
        if (places instanceof Map<?, ?> map) {
            map.forEach((place, roles) -> {
                String told = roles instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : String.valueOf(roles);
                accounts.add(new DemonstrationAccount(user, new Place(String.valueOf(place), isCore), told));
            });
        }
    }
}
