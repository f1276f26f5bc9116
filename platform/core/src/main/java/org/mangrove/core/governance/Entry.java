package org.mangrove.core.governance;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mangrove.core.tenancy.Definitions;

/**
 * One decision in a chain. Its text is what is hashed.
 *
 * @param owner whose chain it is: {@code tenant/acme-de}, {@code enterprise/acme}
 * @param number counts from 1
 * @param at in microseconds
 * @param kind the word of a {@link DecisionKind}, perhaps of a later version of the platform
 * @param commitment to who has decided it and why
 * @param previous the hash of the entry before
 */
public record Entry(
        String owner,
        long number,
        Instant at,
        String kind,
        String type,
        String asset,
        List<String> subjects,
        Map<String, String> details,
        String digest,
        String commitment,
        String previous) {

    private static final int FORMAT = 1;
    private static final TypeReference<TreeMap<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public Entry {
        subjects = List.copyOf(subjects);
        details = Map.copyOf(details);
    }

    static Entry of(String owner, long number, Instant at, Decided what, String commitment, String previous) {
        var details = new TreeMap<String, String>();
        what.details().forEach((name, value) -> details.put(name, PlainText.of(value)));
        return new Entry(
                owner,
                number,
                at,
                what.kind().word(),
                what.type(),
                what.asset(),
                what.subjects().stream().map(PlainText::of).toList(),
                details,
                what.digest(),
                commitment,
                previous);
    }

    /** JSON with its members in the order of their names, and no space between. */
    String text() {
        var members = new TreeMap<String, Object>();
        members.put("format", FORMAT);
        members.put("owner", owner);
        members.put("number", number);
        members.put("at", TIME.format(at));
        members.put("kind", kind);
        members.put("type", type);
        members.put("asset", asset);
        members.put("subjects", subjects);
        members.put("details", details);
        members.put("digest", digest);
        members.put("commitment", commitment);
        members.put("previous", previous);
        return Definitions.write(members);
    }

    /** Empty if it is no entry, or is not written as entries are. */
    static Optional<Entry> read(String text) {
        try {
            Map<String, Object> members = Definitions.read(text, MEMBERS);
            var entry = new Entry(
                    word(members, "owner"),
                    members.get("number") instanceof Number number ? number.longValue() : 0,
                    Instant.parse(word(members, "at")),
                    word(members, "kind"),
                    word(members, "type"),
                    word(members, "asset"),
                    members.get("subjects") instanceof List<?> all
                            ? all.stream().map(String::valueOf).toList()
                            : List.of(),
                    details(members),
                    word(members, "digest"),
                    word(members, "commitment"),
                    word(members, "previous"));
            return Optional.of(entry).filter(read -> read.text().equals(text));
        } catch (IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Map<String, String> details(Map<String, Object> members) {
        var details = new TreeMap<String, String>();
        if (members.get("details") instanceof Map<?, ?> some) {
            some.forEach((name, value) -> details.put(String.valueOf(name), String.valueOf(value)));
        }
        return details;
    }

    private static String word(Map<String, Object> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }
}
