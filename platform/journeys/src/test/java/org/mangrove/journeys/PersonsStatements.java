package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mangrove.launcher.Json;
import org.mangrove.launcher.Stack;

/** What the platform itself has recorded of somebody, as another system of their tenant reads it: it lies sealed in its rows. */
record PersonsStatements(WholeStack.Site site, Stack stack, String tenant) {

    private static final String ATTEMPT = "https://mangrove.org/xapi/extensions/attempt";
    private static final String PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";

    /** Each in a line: verb, activity, attempt, and what was answered; those of progress with how far it was. */
    List<String> of(CellRows.Person person) {
        var told = new ArrayList<String>();
        String home = "http://%s.localhost:%d".formatted(tenant, site.url().getPort());
        String agent =
                "{\"account\":{\"homePage\":\"%s\",\"name\":\"%s\"}}".formatted(home, CellRows.uuid(person.id()));
        try (var store = RecordStore.of(site, new Operator(stack), tenant, "2.0.0", "\"statements/read\"")) {
            String next = "statements?" + RecordStore.query(Map.of("agent", agent, "limit", "500"));
            while (!next.isEmpty()) {
                RecordStore.Reply page = store.get(next);
                assertThat(page.status()).as(page.toString()).isEqualTo(200);
                Map<?, ?> json = Json.readMap(page.text());
                for (Object statement : (List<?>) Objects.requireNonNull(json.get("statements"))) {
                    told.add(line((Map<?, ?>) statement));
                }
                next = String.valueOf(json.get("more"));
            }
        }
        return told;
    }

    private static String line(Map<?, ?> json) {
        Map<?, ?> result = json.containsKey("result") ? map(json.get("result")) : Map.of();
        Object attempt = map(map(json.get("context")).get("extensions")).get(ATTEMPT);
        String verb = last(map(json.get("verb")).get("id"), "/");
        String object = last(map(json.get("object")).get("id"), "/courses/").replace("/blocks", "");
        String told = "%s %s %s".formatted(verb, object, attempt);
        if (result.containsKey("response")) {
            return told + " " + result.get("response");
        }
        return verb.equals("progressed")
                ? told + " " + map(result.get("extensions")).get(PROGRESS)
                : told;
    }

    private static String last(@Nullable Object text, String after) {
        String all = String.valueOf(text);
        return all.substring(all.lastIndexOf(after) + after.length());
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("No object: " + value);
    }
}
