package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The core goes, and people in each zone go on; it comes back, and each cell has what it missed, once. */
@Tag("long")
@ExtendWith(NodesApart.class)
class CoreGoneIT {

    private static final DemonstrationCourse COURSE = DemonstrationCourse.FEEDBACK;
    private static final Pattern STALE = Pattern.compile("class=\"freshness freshness-stale\"");
    private static final List<Learner> LEARNERS = List.of(
            Learner.EMRE,
            new Learner("fahad.alotaibi", "acme-sa", "ar", "rtl"),
            new Learner("kenta.suzuki", "acme-jp", "ja", "ltr"));
    private static final Map<String, String> CELLS = Map.of("acme-de", "eu", "acme-sa", "sa", "acme-jp", "jp");

    private static final String LEARNT =
            "select tenant_id, hex(id), completed_at, null from learning_completion union all"
                    + " select tenant_id, '', null, count(*) from records_statement group by tenant_id order by 1, 2";

    private static final String OF_ACME =
            "select %s from publication_subject s join tenancy_enterprise e on e.enterprise_id = s.enterprise_id"
                    + " where e.slug = 'acme' and %s";

    @Test
    void people_learn_without_the_core_and_cells_catch_up_once_it_is_back(NodesApart.Apart apart) {
        FeedOperator operator = apart.operator();
        CELLS.values().forEach(cell -> operator.awaitEverything(cell, "acme"));
        Map<String, List<String>> published = ofEachCell(apart::subjects);

        apart.stack().node().kill();

        for (Learner learner : LEARNERS) {
            Rows cell = apart.rows(CELLS.get(learner.tenant()));
            long statements = cell.number("select count(*) from records_statement");
            try (var visitor = new Visitor(apart.cells(), learner.language())) {
                visitor.signOn(learner);
                String certificate =
                        learner.at("/certificates/" + new TakenCourse(visitor, learner, COURSE.slug()).pass());
                assertThat(visitor.go(certificate).status()).as(certificate).isEqualTo(200);
            }
            assertThat(cell.number("select count(*) from records_statement"))
                    .as("statements of %s", learner)
                    .isGreaterThan(statements + 12);
        }
        assertThat(operator.awaitStanding("eu", "acme", "is in trouble", there -> !there.isSound())
                        .isRefused())
                .as("silence is no refusal")
                .isFalse();

        apart.stack().nodeOf("eu").restart();

        try (var admin = new Visitor(apart.cells(), Learner.THOMAS.language())) {
            admin.signOn(Learner.THOMAS);
            String page = Patience.USUAL.until(
                    "what is stale is called so",
                    () -> admin.go(Learner.THOMAS.at("/catalogue")).text(),
                    text -> STALE.matcher(text).results().count() == 2);
            assertThat(page).contains("zuletzt am", "Der globale Kern antwortet nicht");
        }
        assertThat(ofEachCell(apart::subjects)).isEqualTo(published);
        Map<String, List<String>> learnt = ofEachCell(cell -> apart.rows(cell).lines(LEARNT));

        apart.stack().node().restart();
        CELLS.values().forEach(cell -> operator.awaitEverything(cell, "acme"));
        assertThat(ofEachCell(apart::subjects)).as("nothing is applied again").isEqualTo(published);

        int before = number(operator.end("acme"));
        operator.publish(COURSE, "After the core came back");
        CELLS.values().forEach(cell -> operator.awaitEverything(cell, "acme"));

        int after = number(operator.end("acme"));
        CELLS.values().forEach(cell -> {
            assertThat(apart.rows(cell).lines(OF_ACME.formatted("count(*)", "s.number > " + before)))
                    .as("each new entry has brought one thing, once")
                    .containsExactly(String.valueOf(after - before));
            assertThat(published.get(cell))
                    .as("what had been there was not touched")
                    .containsAll(apart.rows(cell)
                            .lines(OF_ACME.formatted(
                                    "s.enterprise_id, s.type, s.subject, s.epoch, s.number, s.applied_at",
                                    "s.number <= " + before)));
            assertThat(apart.rows(cell)
                            .lines("select count(*) from content_version_copy v join tenancy_enterprise e"
                                    + " on e.enterprise_id = v.enterprise_id where e.slug = 'acme' and v.course_slug = '"
                                    + COURSE.slug() + "'"))
                    .containsExactly("2");
        });
        assertThat(ofEachCell(cell -> apart.rows(cell).lines(LEARNT))).isEqualTo(learnt);
        for (Learner learner : LEARNERS) {
            try (var visitor = new Visitor(apart.cells(), learner.language())) {
                visitor.signOn(learner);
                assertThat(visitor.go(learner.at("/catalogue")).text()).contains("After the core came back");
            }
        }
    }

    @Test
    void each_node_has_its_own_databases_only_and_says_where_the_rest_is(NodesApart.Apart apart) {
        try (var visitor = new Visitor(apart.core(), "de")) {
            var asked = visitor.go("/t/acme-de/catalogue");
            assertThat(asked.status()).isEqualTo(421);
            assertThat(asked.text()).contains("Dafür ist ein anderer Server da", "der Zelle dieses Mandanten");
            assertThat(visitor.go("/t/there-is-no-such-tenant/catalogue").status())
                    .isEqualTo(421);
        }
        try (var visitor = new Visitor(apart.cells(), "de")) {
            var asked = visitor.go("/e/acme/masters");
            assertThat(asked.status()).isEqualTo(421);
            assertThat(asked.text()).contains("Der globale Kern und andere Mandanten haben eigene Server");
        }
        Operator ofCells = new Operator(apart.stack()).at(apart.cells());
        Operator ofCore = new Operator(apart.stack()).at(apart.core());
        var published = ofCells.post(COURSE.packages(), "application/zip", new byte[0]);
        assertThat(published.status()).isEqualTo(421);
        assertThat(published.text()).contains("Ask a server of the core");
        var credential = ofCore.post("/operator/api/tenants/acme-de/xapi-credentials");
        assertThat(credential.status()).isEqualTo(421);
        assertThat(credential.text()).contains("Ask a server of the tenant");

        assertThat(ofCore.get("/health/ready").text())
                .contains("\"core\":\"answers\"")
                .doesNotContain("cell-");
        assertThat(ofCells.get("/health/ready").text())
                .contains("\"cell-eu\":\"answers\"", "\"cell-sa\":\"answers\"", "\"cell-jp\":\"answers\"")
                .doesNotContain("\"core\":\"answers\"");
    }

    private static Map<String, List<String>> ofEachCell(Function<String, List<String>> question) {
        var rows = new TreeMap<String, List<String>>();
        CELLS.values().forEach(cell -> rows.put(cell, question.apply(cell)));
        return rows;
    }

    private static int number(String end) {
        return Integer.parseInt(end.substring(end.indexOf('/') + 1));
    }
}
