package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where traces of somebody have to be, and where they may be. Of a governor the core has the byline that they agreed to and
 * their actor, and nothing else.
 */
record RightfulPlaces(Marked who) {

    private static final String BYLINE = "mangrove_core.identity_core_member.byline";
    private static final Set<String> CORE_KNOWS_ACTORS_IN =
            Set.of("mangrove_core.identity_core_member.id", "mangrove_core.identity_core_session.actor_id");

    /** All schemas of a server share these: rows on their way, and what takes them back. */
    private static final Pattern SHARED_BY_ALL_SCHEMAS =
            Pattern.compile("database/(?:ibdata1|ib_logfile0|ibtmp1|undo\\d+|aria_log.*|#.*|ib_buffer_pool)");

    /** A search that finds nothing at home would find nothing anywhere. */
    void mustBeFound(List<Find> rows, List<Find> files) {
        for (String zone : who.zones()) {
            var expected = new ArrayList<>(List.of("user", "given", "family", "mail", "script", "account"));
            if (zone.startsWith("cell")) {
                expected.remove("user");
                expected.addAll(List.of("answer", "person", "actor"));
            }
            assertThat(rows)
                    .as("what is known of %s in %s", who.user(), zone)
                    .filteredOn(find -> find.zone().equals(zone))
                    .extracting(find -> find.marker().what())
                    .containsAll(expected);
        }
        who.zones().stream()
                .filter(zone -> zone.startsWith("cell"))
                .forEach(zone -> assertThat(files)
                        .extracting(find -> find.marker().what() + " in " + find.place())
                        .contains("family in database/mangrove_cell_%s/identity_person.ibd".formatted(cell(zone))));
    }

    /** Whether a row may tell of the person. */
    boolean mayHold(Find find) {
        if (who.zones().contains(find.zone())) {
            return true;
        }
        boolean isByline =
                Set.of("given", "family", "script").contains(find.marker().what())
                        && find.place().equals(BYLINE);
        boolean isActor = find.marker().what().equals("actor") && CORE_KNOWS_ACTORS_IN.contains(find.place());
        return who == Marked.GERDA && (isByline || isActor);
    }

    /** Whether a file may tell of the person: that of a table in which a row may, or one that all schemas share. */
    boolean mayHoldAsAFile(Find find) {
        boolean isOfTheCell = who.zones().stream()
                .filter(zone -> zone.startsWith("cell"))
                .anyMatch(zone -> find.place().startsWith("database/mangrove_cell_%s/".formatted(cell(zone))));
        return isOfTheCell
                || find.place().startsWith("database/keycloak/")
                || SHARED_BY_ALL_SCHEMAS.matcher(find.place()).matches()
                || (who == Marked.GERDA && find.place().equals("database/mangrove_core/identity_core_member.ibd"));
    }

    private static String cell(String zone) {
        return zone.replaceAll("cell (\\w+),.*", "$1");
    }
}
