package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.journeys.DemonstrationCourse.HYGIENE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.launcher.Stack;

/**
 * The chain that follows from a change of a law, from its announcement in the core to the file that proves it in a market: what
 * rests on it expires, the course and its market are found, its author is asked, the new text is agreed to and published, 300 people
 * are assigned again, two of them learn, one of these is erased, and the proof holds and says so.
 */
@ExtendWith(WholeStack.class)
class ChainIT {

    private static final String CORE = "/e/borealis";
    private static final String MASTER = CORE + "/masters/" + HYGIENE.slug();
    private static final String PROOFS = "/t/borealis-de/law-proofs";
    private static final String REFERENCE = "IfSG § 23";
    private static final String OLD_WORDS = "Alcohol does not kill its spores";
    private static final String NEW_WORDS = "Since today the law wants both.";
    /** A long run has as many as a large enterprise. */
    private static final int PEOPLE = Boolean.getBoolean("mangrove.long") ? 80_000 : 300;

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern CERTIFICATE = Pattern.compile("href=\"[^\"]*/certificates/([0-9a-f-]{36})\"");

    @TempDir
    Path folder;

    private WholeStack.Site site;
    private Stack stack;
    private Postbox postbox;
    private Operator operator;
    private Rows core;
    private Rows eu;
    private Visitor helga;
    private Visitor nils;
    private Visitor vera;
    private Visitor paul;
    private Visitor uwe;
    private Candidates candidates;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack running, Postbox mail) {
        site = where;
        stack = running;
        postbox = mail;
        operator = new Operator(stack);
        core = Rows.ofCore(stack);
        eu = Rows.ofCell(stack, "eu");
        helga = signedOn("helga.brenner");
        nils = signedOn("nils.petersen");
        vera = signedOn("vera.lindqvist");
        paul = signedOn("paul.arndt");
        uwe = new Visitor(site, "de");
        uwe.signOn(Learner.UWE);
        candidates = new Candidates(nils, CORE);
        seat("legal", "Vera Lindqvist");
        seat("subject-expert", "Paul Arndt");
    }

    @AfterEach
    void tearDown() {
        core.change("update approval_seat set ended_at = given_at, ended_by = given_by where ended_at is null");
        core.change(
                "update approval_submission set state = 'WITHDRAWN', is_open = 0 where course_slug = ?"
                        + " and state in ('DRAFT', 'IN_REVIEW', 'APPROVED')",
                HYGIENE.slug());
        core.change(
                "update regulation_change set taken_back_by = announced_by, taken_back_at = now(6)"
                        + " where legal_reference = ?",
                REFERENCE);
        core.change("update lineage_claim set taken_back_by = verified_by, taken_back_at = now(6)"
                + " where legal_reference like 'IfSG%'");
        eu.change("delete from regulation_change_copy where document like '%IfSG%'");
        operator.post(HYGIENE.packages(), "application/zip", HYGIENE.files().zipped())
                .must();
        List.of(helga, nils, vera, paul, uwe).forEach(Visitor::close);
    }

    @Test
    void from_a_law_that_changes_to_a_proof_that_says_who_was_erased() throws IOException, InterruptedException {
        Learner greta = Newcomer.of(stack, "Greta", "Kettenglied", "borealis-de");
        Learner hanno = Newcomer.of(stack, "Hanno", "Kettenriss", "borealis-de");
        try (var learning = new Visitor(site, "de");
                var leaving = new Visitor(site, "de")) {
            learning.signOn(greta);
            leaving.signOn(hanno);
            String before = pass(learning, greta);
            pass(leaving, hanno);
            int old = version();
            others(PEOPLE - 2, old);
            assertThat(learning.go(greta.at("/learning")).text()).doesNotContain(REFERENCE);

            String change = announced();
            String place = CORE + "/law-changes/" + change;
            asked(place);
            int fresh = published(place);
            answered(place, fresh);

            long people = assigned(change, fresh);
            assertThat(people).isGreaterThanOrEqualTo(PEOPLE);
            assertThat(learning.go(greta.at("/courses/" + HYGIENE.slug())).text())
                    .as("though her certificate is valid for a year")
                    .contains(REFERENCE);
            String after = pass(learning, greta);
            assertThat(after).isNotEqualTo(before);
            assertThat(learning.go(greta.at("/courses/" + HYGIENE.slug())).text())
                    .doesNotContain(REFERENCE);
            pass(leaving, hanno);
            progress(change, people, 2, 0);

            long begun = System.nanoTime();
            Answer packed = uwe.go(PROOFS + "/" + change + "/pack").must();
            System.out.printf(
                    "The proof about %d people has %d bytes and took %d ms%n",
                    people, packed.body().length, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            EditedFolder proof = EditedFolder.unpacked(packed.body());
            assertProof(proof, people, after);
            assertThat(verified(packed.body())).contains("Der Nachweis hält stand", "Niemand war gelöscht");
            assertTamperingIsFound(proof);

            erase(leaving, hanno);

            assertThat(verified(packed.body()))
                    .as("the one made before still holds, and says that it is not to be passed on")
                    .contains("Der Nachweis hält stand", "wurde danach gelöscht");
            byte[] anew = Patience.USUAL.until(
                    "the register has the erasure",
                    () -> uwe.go(PROOFS + "/" + change + "/pack").must().body(),
                    pack -> !EditedFolder.unpacked(pack).text("erased.jsonl").isEmpty());
            assertThat(verified(anew))
                    .contains("Der Nachweis hält stand", "Eine Person wurde gelöscht", "Löschregister");
            assertThat(EditedFolder.unpacked(anew).text("people.jsonl").lines())
                    .hasSize((int) people)
                    .filteredOn(line -> line.contains("\"erased\""))
                    .singleElement()
                    .asString()
                    .contains("\"hadLearned\":true")
                    .doesNotContain("opening", "actor");
            assertCommandSays(anew, people + " assigned again, 2 have learned, 1 erased", "entry", "whole");
            progress(change, people, 2, 1);
            assertThat(helga.go(place).text())
                    .contains("It can be proved", "Brought to the new law", "borealis-de")
                    .doesNotContain("Kettenriss", "Kettenglied");
            assertThat(operator.post("/operator/api/governance/verify", "application/json", "{}")
                            .must()
                            .text())
                    .as("all logs are whole")
                    .doesNotContain("\"broken\":{");
        }
    }

    @Test
    void a_change_that_does_not_come_is_taken_back_and_everything_is_as_it_was() {
        helga.go(MASTER + "/rules");
        helga.submit(
                MASTER + "/rules/claims",
                RulesForm.claim("soap-when/body", "DE", RulesForm.FAR_AHEAD, "IfSG § 24 Abs. 1"));
        String until = core.text("select valid_until from lineage_claim where legal_reference = 'IfSG § 24 Abs. 1'"
                + " order by id desc limit 1");
        helga.go(CORE + "/law-changes/new");
        String place = helga.submit(CORE + "/law-changes", LawForm.of("IfSG § 24", LawForm.FAR_AHEAD))
                .must()
                .address()
                .getPath();
        assertThat(ended("IfSG § 24 Abs. 1")).isEqualTo(1);
        assertThat(helga.go(MASTER + "/versions/" + version() + "?market=borealis-de")
                        .text())
                .as("until its day")
                .contains(OLD_WORDS);

        helga.go(place);
        assertThat(helga.submit(place + "/taking-back", Map.of("reason", List.of("Parliament has said no")))
                        .text())
                .contains("It was taken back.");

        assertThat(ended("IfSG § 24 Abs. 1")).isZero();
        assertThat(core.text("select valid_until from lineage_claim where legal_reference = 'IfSG § 24 Abs. 1'"
                        + " order by id desc limit 1"))
                .isEqualTo(until);
        assertThat(helga.submit(place + "/taking-back", Map.of("reason", List.of("Once more")))
                        .status())
                .isEqualTo(409);
        assertThat(nils.submit(CORE + "/law-changes", LawForm.of("IfSG § 24", LawForm.FAR_AHEAD))
                        .status())
                .as("by an author")
                .isEqualTo(403);
        helga.go(CORE + "/law-changes/new");
        assertThat(helga.submit(CORE + "/law-changes", LawForm.of("IfSG § 2", LawForm.FAR_AHEAD))
                        .text())
                .as("§ 2 is not § 24")
                .contains("No verified text rests on it");
    }

    private long ended(String reference) {
        return core.number(
                "select count(*) from lineage_claim where legal_reference = ? and ends_at is not null"
                        + " and taken_back_at is null",
                reference);
    }

    /** @return the id of the change */
    private String announced() {
        helga.go(MASTER + "/rules");
        helga.submit(
                MASTER + "/rules/claims",
                RulesForm.claim("soap-when/body", "DE", RulesForm.FAR_AHEAD, REFERENCE + " Abs. 3"));
        String preview = MASTER + "/versions/" + version() + "?market=borealis-de";
        assertThat(helga.go(preview).text()).contains(OLD_WORDS);

        helga.go(CORE + "/law-changes/new");
        var form = new HashMap<>(LawForm.of(REFERENCE, LocalDate.now(ZoneOffset.UTC)));
        form.put("do", List.of("look"));
        assertThat(helga.submit(CORE + "/law-changes", form).text())
                .as("before it is announced")
                .contains("What rests on it", HYGIENE.slug(), "soap-when/body");
        assertThat(core.number("select count(*) from regulation_change where legal_reference = ?", REFERENCE))
                .isZero();
        form.put("do", List.of("announce"));
        Answer page = helga.submit(CORE + "/law-changes", form).must();

        assertThat(page.text()).contains("It is announced.", "Nobody asked");
        assertThat(helga.go(preview).text()).as("its claim has expired").doesNotContain(OLD_WORDS);
        return page.address().getPath().replaceFirst(".*/", "");
    }

    private void asked(String place) {
        var asking = new AskingExperts(CORE, HYGIENE.slug());
        asking.become(nils, "hygiene", 60).must();
        asking.beWrittenTo(nils, postbox, "nils@borealis.example");
        int letters = postbox.to("nils@borealis.example").size();
        helga.go(place);
        assertThat(helga.submit(
                                place + "/courses/" + HYGIENE.slug() + "/asking",
                                Map.of("actor", List.of(Candidates.actor(core, "Nils Petersen"))))
                        .text())
                .contains("They are asked, and get a mail.", "Asked");
        assertThat(postbox.next("nils@borealis.example", letters).text()).contains(HYGIENE.slug(), REFERENCE);
    }

    /** Two lanes agree, and a governor publishes it. @return the number of the version */
    private int published(String place) {
        EditedFolder regulatory = HYGIENE.files()
                .with("course.yaml", facts -> facts + "\nchange: regulatory\n")
                .with("words/en.yaml", words -> words.replace(OLD_WORDS, NEW_WORDS + " " + OLD_WORDS));
        String id = candidates.begin(regulatory);
        candidates.putForward(id);
        assertThat(helga.go(place).text()).contains("In review");
        String seen = nils.go(candidates.place(id)).find(SEEN);
        Candidates.say(vera, candidates.place(id), "legal", "approved", seen);
        Candidates.say(paul, candidates.place(id), "subject-expert", "approved", seen);
        assertThat(helga.go(place).text()).contains("Approved");
        helga.go(candidates.place(id));
        assertThat(helga.submit(candidates.place(id) + "/publication", Map.of("seen", List.of(seen)))
                        .text())
                .contains("Published as version");
        return version();
    }

    private void answered(String place, int version) {
        assertThat(helga.go(place).text()).contains("Published, to be verified");
        assertThat(helga.submit(
                                place + "/courses/" + HYGIENE.slug() + "/answer",
                                Map.of(
                                        "version", List.of(String.valueOf(version)),
                                        "lastDay", List.of(RulesForm.FAR_AHEAD)))
                        .text())
                .contains("The new text is verified.", "Brought to the new law");
        assertThat(helga.go(MASTER + "/versions/" + version + "?market=borealis-de")
                        .text())
                .contains(NEW_WORDS);
    }

    /** @return how many people the market has written down */
    private long assigned(String change, int version) {
        String hex = change.replace("-", "");
        Patience.USUAL.until(
                "the market has written down who has to learn again",
                () -> eu.number("select count(*) from regulation_round where change_id = unhex(?)", hex),
                rounds -> rounds == 1);
        long people = eu.number("select people from regulation_round where change_id = unhex(?)", hex);
        assertThat(eu.number(
                        "select count(*) from (select c.person_id from learning_completion c join tenancy_tenant t"
                                + " on t.tenant_id = c.tenant_id and t.slug = 'borealis-de' join identity_membership m"
                                + " on m.tenant_id = c.tenant_id and m.id = c.person_id and m.roles <> ''"
                                + " where c.course_slug = ? group by c.person_id having max(c.version_number) < ?) p",
                        HYGIENE.slug(),
                        version))
                .isEqualTo(people);
        Patience.USUAL.until(
                "the market knows what was decided in the core",
                () -> eu.text("select document from regulation_change_copy where id = unhex(?)", hex),
                document -> document.contains("law-change-answered") && document.contains("version-published"));
        return people;
    }

    private void progress(String change, long assigned, int learned, int erased) {
        Patience.USUAL.until(
                "the core has heard of it in figures",
                () -> String.join(
                        "",
                        core.lines(
                                "select assigned, learned, erased from regulation_progress where change_id = unhex(?)"
                                        + " and tenant_slug = 'borealis-de'",
                                change.replace("-", ""))),
                (assigned + "|" + learned + "|" + erased)::equals);
    }

    private void assertProof(EditedFolder proof, long people, String certificate) {
        String code = eu.text("select code from learning_completion where id = unhex(?)", certificate.replace("-", ""));
        String statement = Candidates.dashed(eu.text(
                "select hex(statement_id) from learning_completion where id = unhex(?)", certificate.replace("-", "")));
        assertThat(eu.number(
                        "select count(*) from records_statement where statement_id = unhex(?)",
                        statement.replace("-", "")))
                .isOne();
        assertThat(proof.text("people.jsonl").lines())
                .hasSize((int) people)
                .filteredOn(line -> line.contains("\"learned\":{"))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains(code, statement));
        assertThat(proof.text("people.jsonl")).doesNotContain("Kettenglied", "kettenglied");
        assertThat(proof.text("core-decisions.jsonl"))
                .contains(
                        "law-change-announced", "claim-ended", "law-change-asked", "lane-approved", "version-published")
                .doesNotContain("opening");
        assertThat(proof.text("decisions.jsonl")).contains("people-assigned").doesNotContain("opening");
        assertThat(proof.text("change.json")).contains(REFERENCE);
    }

    private void assertTamperingIsFound(EditedFolder proof) {
        assertThat(verified(proof.with("people.jsonl", lines -> lines.substring(lines.indexOf('\n') + 1))
                        .zipped()))
                .contains("Der Nachweis hält nicht stand", "people.jsonl");
        assertThat(verified(proof.with("manifest.json", text -> text.replace("\"learned\":2", "\"learned\":3"))
                        .zipped()))
                .contains("Der Nachweis hält nicht stand", "Das Siegel ist nicht das dieses Marktes.");
        assertThat(operator.post(
                                "/operator/api/proof-packs/verify",
                                "application/zip",
                                proof.with(
                                                "decisions.jsonl",
                                                lines -> lines.replaceFirst("\"people\":\"\\d+\"", "\"people\":\"7\""))
                                        .zipped())
                        .must()
                        .text())
                .contains("DECISION_CHANGED", "FILE_CHANGED");
    }

    private void assertCommandSays(byte[] pack, String... words) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("proof.zip"), pack);
        CommandLine.Ended ended = new CommandLine(stack, folder)
                .run("governance", "verify", "--state", folder.toString(), "--pack", file.toString());
        assertThat(ended.words()).contains(words);
        assertThat(ended.code()).isZero();
    }

    private String verified(byte[] pack) {
        uwe.go(PROOFS);
        return uwe.upload(PROOFS + "/verification", "proof.zip", pack, Map.of())
                .must()
                .text();
    }

    private void erase(Visitor visitor, Learner who) {
        visitor.go(who.at("/my-data/known"));
        visitor.submit(who.at("/my-data/known/erasure"), Map.of("sure", List.of("yes")));
        String hex = eu.text("select hex(id) from privacy_request where kind = 'ERASURE' order by id desc limit 1");
        uwe.go(Learner.UWE.at("/admin/privacy"));
        uwe.submit(
                Learner.UWE.at("/admin/privacy/requests/" + Candidates.dashed(hex) + "/decision"),
                Map.of("say", List.of("approve"), "sure", List.of("yes")));
        Patience.USUAL.until(
                "the erasure is over",
                () -> eu.text("select state from privacy_request where id = unhex(?)", hex),
                state -> state.equals("KEPT") || state.equals("PROVED"));
    }

    /** @return the id of the certificate that it has given */
    private static String pass(Visitor visitor, Learner who) {
        String place = who.at("/courses/" + HYGIENE.slug());
        visitor.submit(place + "/enrolment", Map.of());
        for (WrittenAnswers.Section section : new WrittenAnswers(HYGIENE.folder(), who).sections()) {
            section.forms()
                    .forEach(form -> visitor.submit(place + "/blocks/" + form.getKey() + "/answer", form.getValue()));
            visitor.submit(place + "/sections/" + section.id() + "/done", Map.of());
        }
        return visitor.go(place + "/result").find(CERTIFICATE);
    }

    /** Colleagues who have passed the course a while ago. */
    private void others(int many, int version) {
        String tenant = eu.text("select tenant_id from tenancy_tenant where slug = 'borealis-de'");
        var statements = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            String person = hex();
            statements.add(
                    "insert into identity_person (tenant_id, id, actor_id, realm, subject, given_name, family_name,"
                            + " email) values (%s, x'%s', x'%s', 'borealis-eu', '%s', 'Kim', 'Glied %d', 'kim.%s@example.org')"
                                    .formatted(tenant, person, hex(), person, i, person));
            statements.add("insert into identity_membership (tenant_id, id, roles) values (%s, x'%s', 'LEARNER')"
                    .formatted(tenant, person));
            statements.add("insert into learning_completion (tenant_id, id, person_id, course_slug, version_number,"
                    + " effective_digest, title, title_language, attempt, score, completed_at, completed_on, evidence,"
                    + " code) values (%s, x'%s', x'%s', '%s', %d, '%s', 'Händehygiene', 'de', 1, 100, now(6),"
                            .formatted(tenant, hex(), person, HYGIENE.slug(), version, "cd".repeat(32))
                    + " current_date, false, '" + person.substring(0, 16) + "')");
        }
        eu.changeAll(statements);
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private int version() {
        return (int) core.number(
                "select max(v.number) from content_asset_version v join content_asset a"
                        + " on a.enterprise_id = v.enterprise_id and a.id = v.asset_id where a.slug = ?",
                HYGIENE.slug());
    }

    private Visitor signedOn(String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOnAt(CORE, "/approvals", user, Learner.PASSWORD);
        return visitor;
    }

    private void seat(String lane, String byline) {
        helga.go(CORE + "/approvals/rights");
        helga.submit(CORE + "/approvals/rights/seats", Candidates.seat(lane, Candidates.actor(core, byline)));
    }
}
