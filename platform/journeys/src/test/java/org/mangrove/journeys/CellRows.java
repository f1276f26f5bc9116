package org.mangrove.journeys;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mangrove.launcher.Json;
import org.mangrove.launcher.Stack;

/** What the database of a cell holds of people who learn, and of what it was told by others. */
final class CellRows {

    private final Rows rows;

    CellRows(Stack stack, String cell) {
        this.rows = Rows.ofCell(stack, cell);
    }

    /** Somebody's rows. */
    record Person(int tenant, byte[] id) {}

    Person person(String email) {
        List<Person> found = rows.read(
                "select tenant_id, id from identity_person where email = ?",
                List.of(email),
                row -> new Person(row.getInt(1), row.getBytes(2)));
        if (found.size() != 1) {
            throw new AssertionError(email + " is there " + found.size() + " times");
        }
        return found.getFirst();
    }

    List<String> events(Person person) {
        return rows.read(
                "select type, payload from events_outbox where tenant_id = ? and json_value(payload, '$.person') = ?",
                List.of(person.tenant(), uuid(person.id())),
                row -> event(row.getString(1), Json.readMap(row.getString(2))));
    }

    /** Course, attempt and certificate. */
    List<String> completions(Person person) {
        return rows.read(
                "select course_slug, attempt, id from learning_completion where tenant_id = ? and person_id = ?",
                List.of(person.tenant(), person.id()),
                row -> "%s %d %s".formatted(row.getString(1), row.getInt(2), uuid(row.getBytes(3))));
    }

    /** Course, state, attempt and how many answers that has. */
    List<String> enrolments(Person person) {
        return rows.read(
                "select course_slug, state, progress from learning_enrolment where tenant_id = ? and person_id = ?",
                List.of(person.tenant(), person.id()),
                row -> {
                    Map<?, ?> progress = Json.readMap(row.getString(3));
                    return "%s %s %s %d"
                            .formatted(
                                    row.getString(1),
                                    row.getString(2),
                                    progress.get("attempt"),
                                    map(progress.get("answers")).size());
                });
    }

    /** Whether the person consents now, once for each row. */
    List<Boolean> consents(Person person, String purpose) {
        return rows.read(
                "select consented_at is not null and (withdrawn_at is null or withdrawn_at < consented_at)"
                        + " from consent_consent where tenant_id = ? and person_id = ? and purpose = ?",
                List.of(person.tenant(), person.id(), purpose),
                row -> row.getBoolean(1));
    }

    /** How many events there are, have numbers, have numbers of their own, and which is the greatest of these. */
    record Numbering(long events, long numbered, long different, long greatest, long given) {

        boolean isWhole() {
            return events == numbered && events == different && events == greatest && events == given;
        }
    }

    Numbering numbering() {
        return rows.read(
                        "select count(*), count(number), count(distinct number), coalesce(max(number), 0),"
                                + " (select last_number from events_relay) from events_outbox",
                        List.of(),
                        row -> new Numbering(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .getFirst();
    }

    /** Readers that have not read everything that is numbered, and what was set aside. */
    List<String> readersBehind() {
        return rows.read(
                "select reader from events_position where number < (select last_number from events_relay)"
                        + " union all select concat('set aside: ', problem) from events_dead_letter",
                List.of(),
                row -> row.getString(1));
    }

    /** How far the feed of an enterprise has come here. */
    List<String> position(String enterprise) {
        return rows.read(
                "select concat(epoch, ' ', number, ' ', hash) from publication_position p"
                        + " join tenancy_enterprise e on e.enterprise_id = p.enterprise_id where e.slug = ?",
                List.of(enterprise),
                row -> row.getString(1));
    }

    private static String event(String type, Map<?, ?> json) {
        return switch (type) {
            case "QuestionAnswered" ->
                "%s %s/%s %s".formatted(type, json.get("course"), json.get("block"), json.get("attempt"));
            case "CourseCompleted" -> "%s %s %s".formatted(type, json.get("course"), json.get("completion"));
            case "CourseBegun" -> "%s %s".formatted(type, json.get("course"));
            default -> type;
        };
    }

    static String uuid(byte[] id) {
        return HexFormat.of().formatHex(id).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("No object: " + value);
    }
}
