package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/**
 * What somebody leaves anywhere is in the cell and the realm of their zone, and nowhere else: no other schema, no log, no
 * file, no export.
 */
@ExtendWith(WholeStack.class)
class ResidencyIT {

    private static final List<String> TENANTS =
            List.of("acme-de", "acme-at", "acme-sa", "acme-jp", "borealis-de", "borealis-jp");

    @Test
    void what_people_leave_is_in_their_own_zone_and_nowhere_else(WholeStack.Site site, Stack stack) throws IOException {
        Instant since = Instant.now().minus(Duration.ofSeconds(2));
        var node = new NodeProcess(stack.node());
        long logBefore = node.endOfLog();

        byte[] paper = livesOfTheMarked(stack, site);

        assertThat(SearchedFolder.unpacked(paper, new Traces(Marked.NAJLA.kept())))
                .as("what can be found in the certificate")
                .extracting(Marker::text)
                .contains(Marked.NAJLA.script());
        assertThat(node.logSince(logBefore).contains("java.sql.SQLException (SQL state 45000"))
                .as("the failure was logged")
                .isTrue();
        var databases = new SearchedDatabases(Rows.everywhere(stack));
        var folder = new SearchedFolder(stack.state().path(), since);
        databases.writeOut();
        var leaks = new SoftAssertions();
        for (Marked who : Marked.all()) {
            assertIsAtHomeOnly(who, databases, folder, leaks);
        }
        leaks.assertAll();
        assertThat(folder.files()).as("files that were read").isGreaterThan(500);
        assertThat(databases.tables("keycloak")).isGreaterThan(80);
        assertThat(databases.tables("mangrove_core")).isGreaterThan(10);
        assertExportsTellOfTheirOwnPeopleOnly(stack, site);
    }

    /** @return the certificate of one of them */
    private static byte[] livesOfTheMarked(Stack stack, WholeStack.Site site) {
        MarkedPeople people = MarkedPeople.of(stack, site);
        people.getAccounts();
        byte[] paper = people.learns(Marked.NAJLA, new Learner(Marked.NAJLA.user(), "acme-sa", "ar", "rtl"));
        people.learns(Marked.SAYO, new Learner(Marked.SAYO.user(), "acme-jp", "ja", "ltr"));
        people.fails(new Learner(Marked.UTE.user(), "acme-de", "de", "ltr"));
        people.governs();
        int asked = new Provocations(site, Marked.NAJLA, "acme-sa").send()
                + new Provocations(site, Marked.SAYO, "acme-jp").send()
                + new Provocations(site, Marked.UTE, "acme-de").send();
        assertThat(asked).isPositive();
        return paper;
    }

    private static void assertIsAtHomeOnly(
            Marked who, SearchedDatabases databases, SearchedFolder folder, SoftAssertions leaks) {
        var places = new RightfulPlaces(who);
        var traces = new Traces(Stream.of(who.kept(), who.passing(), databases.idsOf(who))
                .flatMap(List::stream)
                .toList());

        List<Find> inRows = databases.search(traces);
        List<Find> inFiles = folder.search(traces);

        places.mustBeFound(inRows, inFiles);
        leaks.assertThat(inRows)
                .as("rows of %s outside their zones", who.user())
                .filteredOn(Predicate.not(places::mayHold))
                .isEmpty();
        leaks.assertThat(inFiles)
                .as("files that tell of %s", who.user())
                .filteredOn(Predicate.not(places::mayHoldAsAFile))
                .isEmpty();
        leaks.assertThat(Stream.concat(inRows.stream(), inFiles.stream()))
                .as("what was kept of what passes by, of %s", who.user())
                .filteredOn(find -> who.passing().stream()
                        .anyMatch(marker -> marker.text().equals(find.marker().text())))
                .isEmpty();
    }

    private static void assertExportsTellOfTheirOwnPeopleOnly(Stack stack, WholeStack.Site site) {
        for (String tenant : TENANTS) {
            String exported = new ExportedStatements(site, new Operator(stack), tenant).text();
            assertThat(exported).contains("\"statements\"");
            assertThat(exported.contains(Marked.NAJLA.answer()))
                    .as("%s tells of answers in acme-sa", tenant)
                    .isEqualTo(tenant.equals("acme-sa"));
            assertThat(exported.contains(Marked.SAYO.answer()))
                    .as("%s tells of answers in acme-jp", tenant)
                    .isEqualTo(tenant.equals("acme-jp"));
        }
    }
}
