package org.mangrove.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Somebody who asks, and with what they show who they are: their cookies, or a credential in a header.
 *
 * @param place where they are at home: {@code /t/acme-de}, {@code /e/acme}, or nothing if the platform's own address is
 * @param credential what stands in the header {@code Authorization}; empty for those with cookies
 * @param worthless as {@code credential}, but nobody's
 */
record Party(
        String name,
        Kind kind,
        String place,
        String enterprise,
        Visitor visitor,
        Optional<Supplier<String>> credential,
        String worthless) {

    /** What somebody is to the platform. */
    enum Kind {
        ANYBODY,
        MEMBER,
        AUTHOR,
        /** An author of one market. */
        EDITOR,
        GOVERNOR,
        OPERATOR,
        MACHINE,
        CELL
    }

    static Party withCookies(Kind kind, String place, String enterprise, Visitor visitor) {
        return new Party("the session of " + place, kind, place, enterprise, visitor, Optional.empty(), "");
    }

    static Party withCredential(
            String name,
            Kind kind,
            String place,
            String enterprise,
            Visitor nobody,
            Supplier<String> credential,
            String worthless) {
        return new Party(name, kind, place, enterprise, nobody, Optional.of(credential), worthless);
    }

    boolean hasCookies() {
        return credential.isEmpty();
    }

    /** Whether what they show is worth something there: a credential names its owner wherever nobody else is named. */
    boolean isAtHomeAt(String where) {
        return where.equals(place) || (where.isEmpty() && !hasCookies());
    }

    /** Asks at a place that may be another's, with cookies also under the names that they would have there. */
    Answer ask(Asked asked, String where, Map<String, String> values) {
        return ask(asked, where, values, visitor, credential.map(Supplier::get));
    }

    /** The same, asked by somebody who shows something of the same kind that nobody ever gave. */
    Answer askAsNobody(Asked asked, String where, Map<String, String> values, Visitor stranger) {
        return ask(asked, where, values, stranger, credential.map(there -> worthless));
    }

    private Answer ask(Asked asked, String where, Map<String, String> values, Visitor by, Optional<String> shown) {
        var headers = new HashMap<>(asked.headers());
        shown.ifPresent(text -> headers.put("Authorization", text));
        return by.ask(
                asked.method(),
                where + asked.path(values),
                headers,
                asked.body(values, by.csrf()),
                name -> shown.isPresent() ? Stream.empty() : Stream.of(name, asNamed(name, where)));
    }

    private String asNamed(String cookie, String where) {
        return where.isEmpty() ? cookie : cookie.replace(slug(place), slug(where));
    }

    private static String slug(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
