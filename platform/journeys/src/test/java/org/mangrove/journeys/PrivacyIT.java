package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Json;
import org.mangrove.launcher.Stack;

/** What people may ask about their own data: they get all of it, it is erased and proved, and what stays says why. */
@ExtendWith(WholeStack.class)
class PrivacyIT {

    private static final String KNOWN = "/my-data/known";
    private static final String ADMIN = "/admin/privacy";
    private static final String COURSE = DemonstrationCourse.SECURITY.slug();

    @Test
    void a_learner_gets_all_that_is_known_about_them_and_nobody_else_does(WholeStack.Site site, Stack stack)
            throws IOException {
        Learner paula = Newcomer.of(stack, "Paula", "Neumannsdorf", "acme-de");
        Rows eu = Rows.ofCell(stack, "eu");
        try (var visitor = new Visitor(site, "de");
                var emre = new Visitor(site, "de")) {
            visitor.signOn(paula);
            emre.signOn(Learner.EMRE);
            new TakenCourse(visitor, paula, COURSE).pass();

            assertThat(visitor.go(paula.at(KNOWN)).text()).contains("Was über mich bekannt ist", "Bestandene Kurse");
            visitor.submit(paula.at(KNOWN + "/export"), Map.of());
            String request = latest(eu, "EXPORT");
            awaitState(eu, request, "READY");
            String file = paula.at(KNOWN + "/requests/" + request + "/file");

            Map<String, String> archive = unzipped(visitor.go(file).must().body());
            assertThat(archive.get("identity/person.jsonl"))
                    .contains("Neumannsdorf", "paula.neumannsdorf@acme-de.example");
            assertThat(archive.get("learning/completion.jsonl")).contains(COURSE);
            assertThat(archive)
                    .hasEntrySatisfying(
                            new Condition<>(
                                    name -> name.startsWith("learning/files/1-certificate-" + COURSE)
                                            && name.endsWith(".pdf"),
                                    "the certificate"),
                            new Condition<>(paper -> paper.startsWith("%PDF-"), "as a PDF"));
            assertThat(archive.get("learning/enrolment.jsonl")).contains("\"answers\"");
            assertThat(archive.get("README.html"))
                    .contains("<html lang=\"de\" dir=\"ltr\">", "Was über Sie bekannt ist", "learning/completion.jsonl")
                    .contains("Womit andere das Zertifikat prüfen");
            assertThat(emre.go(file).status()).isEqualTo(404);
        }
    }

    @Test
    void an_erasure_is_decided_done_and_proved_and_done_again_after_a_restore(WholeStack.Site site, Stack stack) {
        Learner theodor = Newcomer.of(stack, "Theodor", "Hintermeier", "acme-de");
        Rows eu = Rows.ofCell(stack, "eu");
        try (var visitor = new Visitor(site, "de");
                var emre = new Visitor(site, "de");
                var thomas = new Visitor(site, "de")) {
            visitor.signOn(theodor);
            emre.signOn(Learner.EMRE);
            thomas.signOn(Learner.THOMAS);
            new TakenCourse(visitor, theodor, COURSE).pass();
            saysSomethingOtherwise(visitor, eu, theodor);
            emre.submit(Learner.EMRE.at("/courses/" + COURSE + "/enrolment"), Map.of());
            long others = enrolmentsOfOthers(eu, theodor);
            var backup = new SchemaCopy(stack, "mangrove_cell_eu", "mangrove_cell_eu_backup");
            backup.make();
            try {
                String request = erased(visitor, thomas, eu, theodor);

                assertThat(state(eu, request)).as(outcome(eu, request)).isEqualTo("PROVED");
                assertNobodyLeft(eu, theodor);
                assertThat(enrolmentsOfOthers(eu, theodor)).isEqualTo(others);
                assertThat(adaptationsOfNobody(eu))
                        .as("what was said in the market stays")
                        .isOne();
                assertDecisionsOfNobody(stack, visitor, thomas, theodor);
                assertThat(visitor.go(theodor.at("/catalogue")).text()).doesNotContain("Hintermeier");
                assertThat(thomas.go(Learner.THOMAS.at(ADMIN + "/requests/" + request))
                                .text())
                        .contains("Gelöscht, nachgewiesen", "Das Anmeldekonto ist entfernt.");

                new SchemaCopy(stack, "mangrove_cell_eu_backup", "mangrove_cell_eu").writeOver();
                assertThat(people(eu, theodor)).isOne();
                new Operator(stack)
                        .post("/operator/api/privacy/replays", "text/plain", "")
                        .must();
                awaitState(eu, request, "PROVED");
                assertNobodyLeft(eu, theodor);
                assertThat(enrolmentsOfOthers(eu, theodor)).isEqualTo(others);
            } finally {
                backup.remove();
                eu.change("delete from lineage_local_revision where asset_slug = ?", COURSE);
                eu.change("delete from lineage_local_overlay where asset_slug = ?", COURSE);
            }
        }
    }

    /** Authors of a market leave their name with each thing that they say there. */
    private static void saysSomethingOtherwise(Visitor visitor, Rows eu, Learner author) {
        LocalTexts.giveRoles(eu, email(author), "AUTHOR,LEARNER");
        var texts = new LocalTexts(visitor, author.tenant(), COURSE);
        texts.takeEverythingBack();
        assertThat(texts.say("course", "title", "de", "So sagen wir es").status())
                .isEqualTo(200);
        assertThat(adaptationsOfNobody(eu)).isZero();
    }

    /** What was decided is in the log, without whoever has decided it, and the log is whole. */
    private static void assertDecisionsOfNobody(Stack stack, Visitor erased, Visitor admin, Learner who) {
        assertThat(new Operator(stack)
                        .post("/operator/api/governance/verify?owner=tenant/" + who.tenant(), "application/json", "{}")
                        .must()
                        .text())
                .contains("\"entries\":")
                .doesNotContain("broken");
        assertThat(admin.go(Learner.THOMAS.at("/decisions")).text())
                .contains("In eigenen Worten gesagt", "Vergessen", "vollständig und unverändert")
                .doesNotContain("Hintermeier");
        assertThat(erased.go(who.at("/decisions")).text()).doesNotContain("In eigenen Worten gesagt");
    }

    private static long adaptationsOfNobody(Rows eu) {
        return eu.number(
                "select count(*) from lineage_local_revision where written_by_person_id is null and act <> 'FOLLOWED'");
    }

    @Test
    void who_is_held_is_not_erased_and_is_told_so_until_the_hold_is_lifted(WholeStack.Site site, Stack stack) {
        Learner ulrike = Newcomer.of(stack, "Ulrike", "Zwischenberg", "acme-de");
        Rows eu = Rows.ofCell(stack, "eu");
        try (var visitor = new Visitor(site, "de");
                var thomas = new Visitor(site, "de")) {
            visitor.signOn(ulrike);
            thomas.signOn(Learner.THOMAS);
            thomas.go(Learner.THOMAS.at(ADMIN));
            assertThat(thomas.submit(
                            Learner.THOMAS.at(ADMIN + "/holds"),
                            Map.of("emails", List.of("keine Adresse"), "reason", List.of("Ein Streit vor Gericht"))))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(400))
                    .extracting(Answer::text)
                    .asString()
                    .contains("Eine der Zeilen ist keine E-Mail-Adresse.", "keine Adresse", "Ein Streit vor Gericht");
            thomas.submit(
                    Learner.THOMAS.at(ADMIN + "/holds"),
                    Map.of("emails", List.of(email(ulrike)), "reason", List.of("Ein Streit vor Gericht")));
            visitor.go(ulrike.at(KNOWN));
            visitor.submit(ulrike.at(KNOWN + "/erasure"), Map.of("sure", List.of("yes")));
            String request = latest(eu, "ERASURE");
            decide(thomas, request, Map.of("say", List.of("approve"), "sure", List.of("yes")));

            assertThat(visitor.go(ulrike.at(KNOWN)).text())
                    .contains("stehen seit")
                    .contains("Löschsperre");
            assertThat(thomas.go(Learner.THOMAS.at(ADMIN + "/requests/" + request))
                            .text())
                    .contains("Eine Löschsperre steht dagegen");
            assertThat(people(eu, ulrike)).isOne();

            String hold =
                    id(eu.text("select hex(id) from privacy_hold where lifted_at is null order by id desc limit 1"));
            thomas.submit(
                    Learner.THOMAS.at(ADMIN + "/holds/" + hold + "/lifting"), Map.of("reason", List.of("Vergleich")));
            awaitState(eu, request, "PROVED");
            assertThat(people(eu, ulrike)).isZero();
        }
    }

    @Test
    void an_admin_refuses_with_a_reason_that_the_person_reads(WholeStack.Site site, Stack stack) {
        Learner viktor = Newcomer.of(stack, "Viktor", "Ablehnungsfall", "acme-de");
        Rows eu = Rows.ofCell(stack, "eu");
        try (var visitor = new Visitor(site, "de");
                var thomas = new Visitor(site, "de")) {
            visitor.signOn(viktor);
            thomas.signOn(Learner.THOMAS);
            visitor.go(viktor.at(KNOWN));
            visitor.submit(viktor.at(KNOWN + "/erasure"), Map.of("sure", List.of("yes")));
            String request = latest(eu, "ERASURE");
            thomas.go(Learner.THOMAS.at(ADMIN));

            assertThat(decide(thomas, request, Map.of("say", List.of("approve")))
                            .status())
                    .as("without a second look")
                    .isEqualTo(400);
            assertThat(decide(thomas, request, Map.of("say", List.of("refuse"))).status())
                    .as("without a reason")
                    .isEqualTo(400);
            decide(thomas, request, Map.of("say", List.of("refuse"), "reason", List.of("Noch im Arbeitsverhältnis")));

            assertThat(visitor.go(viktor.at(KNOWN)).text()).contains("Abgelehnt", "Noch im Arbeitsverhältnis");
            assertThat(thomas.go(Learner.THOMAS.at(ADMIN + "/csv")).text())
                    .contains(request, "REFUSED")
                    .doesNotContain("Ablehnungsfall");
        }
    }

    @Test
    void what_the_law_demands_stays_with_the_name_until_its_day(WholeStack.Site site, Stack stack) {
        Learner wilma = Newcomer.of(stack, "Wilma", "Nachweisheim", "acme-de");
        Rows eu = Rows.ofCell(stack, "eu");
        try (var visitor = new Visitor(site, "de");
                var thomas = new Visitor(site, "de")) {
            visitor.signOn(wilma);
            thomas.signOn(Learner.THOMAS);
            String certificate = new TakenCourse(visitor, wilma, COURSE).pass();
            eu.change(
                    "update learning_completion set evidence = true, completed_on = '2026-01-15' where id = unhex(?)",
                    certificate.replace("-", ""));
            assertThat(visitor.go(wilma.at(KNOWN)).text())
                    .contains("1 Nachweis bleibt bis", "15. Januar 2029", "Vorgeschriebene Unterweisung");

            String request = erased(visitor, thomas, eu, wilma);

            assertThat(state(eu, request)).as(outcome(eu, request)).isEqualTo("KEPT");
            assertThat(eu.number(
                            "select count(*) from learning_completion where id = unhex(?)",
                            certificate.replace("-", "")))
                    .isOne();
            assertThat(
                            eu.lines(
                                    "select given_name, family_name, email from identity_person where family_name = 'Nachweisheim'"))
                    .containsExactly("Wilma|Nachweisheim|");

            eu.change(
                    "update learning_completion set completed_on = '2020-01-15' where id = unhex(?)",
                    certificate.replace("-", ""));
            eu.change(
                    "update privacy_request set state = 'APPROVED', again_on = null, outcome = replace(outcome,"
                            + " '\"done\":true', '\"done\":false') where id = unhex(?)",
                    request.replace("-", ""));
            awaitState(eu, request, "PROVED");
            assertThat(eu.number("select count(*) from identity_person where family_name = 'Nachweisheim'"))
                    .isZero();
        }
    }

    @Test
    void time_removes_what_its_purpose_does_not_need_any_more_but_not_of_held_people(
            WholeStack.Site site, Stack stack) {
        Learner xaver = Newcomer.of(stack, "Xaver", "Altbestand", "acme-de");
        Learner yvonne = Newcomer.of(stack, "Yvonne", "Aufbewahrt", "acme-de");
        Rows eu = Rows.ofCell(stack, "eu");
        try (var first = new Visitor(site, "de");
                var second = new Visitor(site, "de");
                var thomas = new Visitor(site, "de")) {
            for (var each : List.of(Map.entry(first, xaver), Map.entry(second, yvonne))) {
                each.getKey().signOn(each.getValue());
                each.getKey().submit(each.getValue().at("/courses/" + COURSE + "/enrolment"), Map.of());
                eu.change(
                        "update learning_enrolment e join identity_person p on p.tenant_id = e.tenant_id and p.id = e.person_id"
                                + " set e.touched_at = '2020-01-15 12:00:00' where p.email = ?",
                        email(each.getValue()));
            }
            thomas.signOn(Learner.THOMAS);
            thomas.go(Learner.THOMAS.at(ADMIN + "/retention"));
            thomas.submit(
                    Learner.THOMAS.at(ADMIN + "/holds"),
                    Map.of("emails", List.of(email(yvonne)), "reason", List.of("Eine Prüfung")));
            thomas.submit(Learner.THOMAS.at(ADMIN + "/retention/runs"), Map.of("say", List.of("count")));
            Patience.USUAL.until(
                    "the trial has counted",
                    () -> eu.number(
                            "select coalesce(sum(r.things), 0) from privacy_retention r join privacy_retention_run n"
                                    + " on n.tenant_id = r.tenant_id and n.id = r.run_id where n.dry and n.finished"),
                    count -> count >= 1);
            assertThat(enrolments(eu, xaver)).isOne();

            thomas.submit(
                    Learner.THOMAS.at(ADMIN + "/retention/runs"),
                    Map.of("say", List.of("run"), "sure", List.of("yes")));
            Patience.USUAL.until("it is removed", () -> enrolments(eu, xaver), count -> count == 0);
            assertThat(enrolments(eu, yvonne)).isOne();
            assertThat(thomas.go(Learner.THOMAS.at(ADMIN + "/retention")).text())
                    .contains("1 entfernt");
        }
    }

    /** Asks, has it approved, and waits until it is over. @return the request's id */
    private static String erased(Visitor visitor, Visitor thomas, Rows eu, Learner who) {
        visitor.go(who.at(KNOWN));
        visitor.submit(who.at(KNOWN + "/erasure"), Map.of("sure", List.of("yes")));
        String request = latest(eu, "ERASURE");
        thomas.go(Learner.THOMAS.at(ADMIN));
        decide(thomas, request, Map.of("say", List.of("approve"), "sure", List.of("yes")));
        Patience.USUAL.until("the erasure is over", () -> state(eu, request), state -> !state.equals("APPROVED"));
        return request;
    }

    private static Answer decide(Visitor thomas, String request, Map<String, List<String>> say) {
        return thomas.submit(Learner.THOMAS.at(ADMIN + "/requests/" + request + "/decision"), say);
    }

    private static void awaitState(Rows eu, String request, String wanted) {
        Patience.USUAL.until(
                "request " + request + " is " + wanted,
                () -> state(eu, request) + " " + outcome(eu, request),
                told -> told.startsWith(wanted + " "));
    }

    private static String state(Rows eu, String request) {
        return eu.text("select state from privacy_request where id = unhex(?)", request.replace("-", ""));
    }

    /** Where a search has found something that should not be there. */
    private static String outcome(Rows eu, String request) {
        return String.valueOf(Json.readMap(
                        eu.text("select outcome from privacy_request where id = unhex(?)", request.replace("-", "")))
                .get("findings"));
    }

    private static String latest(Rows eu, String kind) {
        return id(eu.text("select hex(id) from privacy_request where kind = ? order by id desc limit 1", kind));
    }

    private static void assertNobodyLeft(Rows eu, Learner who) {
        assertThat(people(eu, who)).isZero();
        assertThat(eu.number(
                        "select count(*) from records_statement where instr(lower(convert(statement using latin1)), ?) > 0",
                        who.user()))
                .isZero();
    }

    private static long people(Rows eu, Learner who) {
        return eu.number("select count(*) from identity_person where email = ?", email(who));
    }

    private static long enrolments(Rows eu, Learner who) {
        return eu.number(
                "select count(*) from learning_enrolment e join identity_person p on p.tenant_id = e.tenant_id"
                        + " and p.id = e.person_id where p.email = ?",
                email(who));
    }

    private static long enrolmentsOfOthers(Rows eu, Learner who) {
        return eu.number(
                "select count(*) from learning_enrolment e join identity_person p on p.tenant_id = e.tenant_id"
                        + " and p.id = e.person_id where p.email <> ?",
                email(who));
    }

    private static String email(Learner who) {
        return who.user() + "@" + who.tenant() + ".example";
    }

    private static String id(String hex) {
        return hex.toLowerCase(Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
