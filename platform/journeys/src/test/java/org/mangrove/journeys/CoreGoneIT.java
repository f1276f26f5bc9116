package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Schema;

/** The core goes, and people in each zone go on; it comes back, and each cell has what it missed, once. */
@ExtendWith(NodesApart.class)
class CoreGoneIT {

    private static final String COURSE = "giving-feedback-at-work";
    private static final Pattern CERTIFICATE = Pattern.compile("href=\"([^\"]*/certificates/[0-9a-f-]{36})\"");
    private static final Pattern STALE = Pattern.compile("class=\"freshness freshness-stale\"");
    private static final Learner ADMIN = new Learner("thomas.albrecht", "acme-de", "de", "ltr");
    private static final List<Learner> LEARNERS = List.of(
            new Learner("emre.yilmaz", "acme-de", "de", "ltr"),
            new Learner("fahad.alotaibi", "acme-sa", "ar", "rtl"),
            new Learner("kenta.suzuki", "acme-jp", "ja", "ltr"));
    private static final Map<String, String> CELLS = Map.of("acme-de", "eu", "acme-sa", "sa", "acme-jp", "jp");

    /** What a cell has of the feed, with the moment at which it was applied. */
    private static final String SUBJECTS =
            "select enterprise_id, type, subject, epoch, number, applied_at from publication_subject order by 1, 2, 3";

    private static final String OF_ACME =
            "select %s from publication_subject s join tenancy_enterprise e on e.enterprise_id = s.enterprise_id"
                    + " where e.slug = 'acme' and %s";

    @Test
    void people_learn_without_the_core_and_cells_catch_up_once_it_is_back(NodesApart.Apart apart) {
        FeedOperator operator = apart.operator();
        CELLS.values().forEach(cell -> operator.awaitEverything(cell, "acme"));
        Map<String, List<String>> published = ofEachCell(operator, SUBJECTS);

        apart.stack().node().kill();

        for (Learner learner : LEARNERS) {
            Schema cell = Schema.cell(CELLS.get(learner.tenant()));
            int statements = count(operator, cell, "records_statement");
            try (var visitor = new Visitor(apart.cells(), learner.language())) {
                visitor.signOn(learner.tenant(), learner.user(), Learner.PASSWORD);
                String certificate = pass(visitor, learner);
                assertThat(visitor.go(certificate).status()).as(certificate).isEqualTo(200);
            }
            assertThat(count(operator, cell, "records_statement"))
                    .as("statements of %s", learner)
                    .isGreaterThan(statements + 12);
        }
        assertThat(operator.awaitStanding("eu", "acme", there -> !there.isSound())
                        .isRefused())
                .as("silence is no refusal")
                .isFalse();

        apart.stack().nodeOf("eu").restart();

        try (var admin = new Visitor(apart.cells(), ADMIN.language())) {
            admin.signOn(ADMIN.tenant(), ADMIN.user(), Learner.PASSWORD);
            String page = FeedOperator.await(
                    () -> admin.go(ADMIN.at("/catalogue")).text(),
                    text -> STALE.matcher(text).results().count() == 2);
            assertThat(page).contains("zuletzt am", "Der globale Kern antwortet nicht");
        }
        assertThat(ofEachCell(operator, SUBJECTS)).isEqualTo(published);
        Map<String, List<String>> learnt = ofEachCell(
                operator,
                "select tenant_id, hex(id), completed_at from learning_completion order by 2;\n"
                        + "select tenant_id, count(*) from records_statement group by tenant_id order by 1");

        apart.stack().node().restart();
        CELLS.values().forEach(cell -> operator.awaitEverything(cell, "acme"));
        assertThat(ofEachCell(operator, SUBJECTS))
                .as("nothing is applied again")
                .isEqualTo(published);

        int before = number(operator.end("acme"));
        operator.publish("acme", COURSE, "After the core came back");
        CELLS.values().forEach(cell -> operator.awaitEverything(cell, "acme"));

        int after = number(operator.end("acme"));
        CELLS.values().forEach(cell -> {
            assertThat(operator.rows(Schema.cell(cell), OF_ACME.formatted("count(*)", "s.number > " + before)))
                    .as("each new entry has brought one thing, once")
                    .containsExactly(String.valueOf(after - before));
            assertThat(published.get(cell))
                    .as("what had been there was not touched")
                    .containsAll(operator.rows(
                            Schema.cell(cell),
                            OF_ACME.formatted(
                                    "s.enterprise_id, s.type, s.subject, s.epoch, s.number, s.applied_at",
                                    "s.number <= " + before)));
            assertThat(operator.rows(
                            Schema.cell(cell),
                            "select count(*) from content_version_copy v join tenancy_enterprise e"
                                    + " on e.enterprise_id = v.enterprise_id where e.slug = 'acme' and v.course_slug = '"
                                    + COURSE + "'"))
                    .containsExactly("2");
        });
        assertThat(ofEachCell(
                        operator,
                        "select tenant_id, hex(id), completed_at from learning_completion order by 2;\n"
                                + "select tenant_id, count(*) from records_statement group by tenant_id order by 1"))
                .isEqualTo(learnt);
        for (Learner learner : LEARNERS) {
            try (var visitor = new Visitor(apart.cells(), learner.language())) {
                visitor.signOn(learner.tenant(), learner.user(), Learner.PASSWORD);
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
        FeedOperator operator = apart.operator();
        var published = operator.post(
                apart.cells().url(), "/operator/api/enterprises/acme/course-packages", "application/zip", new byte[0]);
        assertThat(published.status()).isEqualTo(421);
        assertThat(published.text()).contains("Ask a server of the core");
        var credential = operator.post(
                apart.core().url(), "/operator/api/tenants/acme-de/xapi-credentials", "text/plain", new byte[0]);
        assertThat(credential.status()).isEqualTo(421);
        assertThat(credential.text()).contains("Ask a server of the tenant");

        assertThat(operator.get(apart.core().url(), "/health/ready").text())
                .contains("\"core\":\"answers\"")
                .doesNotContain("cell-");
        assertThat(operator.get(apart.cells().url(), "/health/ready").text())
                .contains("\"cell-eu\":\"answers\"", "\"cell-sa\":\"answers\"", "\"cell-jp\":\"answers\"")
                .doesNotContain("\"core\":\"answers\"");
    }

    /** Takes the course and says where the certificate is. */
    private static String pass(Visitor visitor, Learner learner) {
        String course = learner.at("/courses/" + COURSE);
        visitor.submit(course + "/enrolment", Map.of());
        for (WrittenAnswers.Section section : new WrittenAnswers(COURSE, learner).sections()) {
            section.answers()
                    .forEach((block, answer) -> visitor.submit(course + "/blocks/" + block + "/answer", answer));
            visitor.submit(course + "/sections/" + section.id() + "/done", Map.of());
        }
        return visitor.go(course + "/result").find(CERTIFICATE);
    }

    private static Map<String, List<String>> ofEachCell(FeedOperator operator, String sql) {
        var rows = new TreeMap<String, List<String>>();
        CELLS.values().forEach(cell -> rows.put(cell, operator.rows(Schema.cell(cell), sql)));
        return rows;
    }

    private static int number(String end) {
        return Integer.parseInt(end.substring(end.indexOf('/') + 1));
    }

    private static int count(FeedOperator operator, Schema schema, String table) {
        return Integer.parseInt(
                operator.rows(schema, "select count(*) from " + table).getFirst());
    }
}
