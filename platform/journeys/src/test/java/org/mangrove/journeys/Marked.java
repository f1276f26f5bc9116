package org.mangrove.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Somebody all of whose traces are unmistakable.
 *
 * @param mark two letters that are in all of them
 * @param script a given name in the person's own script
 * @param place as the account's file has it, such as {@code tenants: {acme-sa: [learner]}}
 * @param zones where traces may be
 */
record Marked(String mark, String script, String domain, String place, Set<String> zones) {

    /** Another one each time, so that nobody is taken for somebody of an earlier run. */
    private static final String RUN =
            Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 44), 36) + "qz";

    static final Marked NAJLA = new Marked(
            "sa",
            "خقظضغصثذ",
            "acme-sa.example",
            "tenants: {acme-sa: [learner]}",
            Set.of("cell sa, tenant acme-sa", "realm acme-sa"));

    /** Signs on through the company's own provider, so that two realms know of her. */
    static final Marked SAYO = new Marked(
            "jp",
            "鑢鑵鑷鑰",
            "acme-jp.example",
            "tenants: {acme-jp: [learner]}",
            Set.of("cell jp, tenant acme-jp", "realm acme-jp", "realm acme-jp-company"));

    static final Marked UTE = new Marked(
            "de",
            "Üẞößǖœ",
            "acme-de.example",
            "tenants: {acme-de: [learner]}",
            Set.of("cell eu, tenant acme-de", "realm acme-eu"));

    /** Works in the enterprise's core and learns nowhere. */
    static final Marked GERDA =
            new Marked("go", "Ǧëŕðâøħ", "acme.example", "core: {acme: [governor]}", Set.of("realm acme-eu"));

    static List<Marked> all() {
        return List.of(NAJLA, SAYO, UTE, GERDA);
    }

    /** A word of the person's, of small letters and digits. */
    String word(String what) {
        return "zq" + what + mark + RUN;
    }

    String user() {
        return word("user");
    }

    String given() {
        return word("given") + " " + script;
    }

    String family() {
        return word("family");
    }

    String email() {
        return word("mail") + "@" + domain;
    }

    String answer() {
        return word("answer") + " " + script;
    }

    /** An entry of accounts.yaml. */
    String account() {
        return """
                - user: %s
                  given: "%s"
                  family: "%s"
                  email: %s
                  department: "%s"
                  %s
                """.formatted(user(), given(), family(), email(), word("department"), place)
                .indent(2);
    }

    /** What is kept of the person, where it may be. */
    List<Marker> kept() {
        var kept = new ArrayList<Marker>();
        Stream.of("user", "given", "family", "mail", "department", "answer", "wronguser")
                .forEach(what -> kept.add(Marker.of(what, word(what))));
        kept.add(Marker.of("script", script));
        return kept;
    }

    /** What passes by and is kept nowhere at all. */
    List<Marker> passing() {
        return Stream.of("password", "query", "path", "header", "cookie", "token", "form", "body", "language", "raw")
                .map(what -> Marker.of(what, word(what)))
                .toList();
    }
}
