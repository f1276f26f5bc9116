package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** People of tenants are told by mail what waits for them: by their own cell, in their language, once, and as they wish. */
@ExtendWith(WholeStack.class)
class PeopleMailIT {

    private static final String GERMANY = "acme-de";
    private static final String SAUDI_ARABIA = "acme-sa";
    private static final String INSTRUCTION = "/courses/arbeitsschutz-unterweisung";
    private static final String COURSE = DemonstrationCourse.SECURITY.slug();
    private static final String REPLY_TO = "training@acme-de.example";
    private static final Pattern FILE = Pattern.compile("/my-data/known/requests/[0-9a-f-]{36}/file");
    private static final List<String> EVERY_DAY =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private WholeStack.Site site;
    private Stack stack;
    private Postbox postbox;
    private Rows eu;
    private Rows sa;
    private Visitor thomas;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack running, Postbox box) {
        site = where;
        stack = running;
        postbox = box;
        eu = Rows.ofCell(stack, "eu");
        sa = Rows.ofCell(stack, "sa");
        tidy();
        thomas = new Visitor(site, "de");
        thomas.signOn(Learner.THOMAS);
    }

    @AfterEach
    void tearDown() {
        write(thomas, GERMANY, false);
        thomas.close();
        tidy();
    }

    private void tidy() {
        for (Rows cell : List.of(eu, sa)) {
            cell.changeAll(List.of(
                    "delete from mail_setting",
                    "delete from mail_choice",
                    "delete from mail_round",
                    "delete from mail_told",
                    "delete from mail_letter",
                    "delete from content_retirement_copy where id = unhex(left(sha2('mailed', 256), 32))",
                    "delete from adaptation_standing"));
        }
    }

    /** At any time of any day, or not at all. */
    private static void write(Visitor admin, String tenant, boolean isOn) {
        var form = new HashMap<>(Map.of(
                "reply-to", List.of(REPLY_TO),
                "from", List.of("00:00"),
                "until", List.of("23:59"),
                "day", EVERY_DAY));
        if (isOn) {
            form.put("on", List.of("yes"));
        }
        String place = "/t/" + tenant + "/admin/mail";
        admin.go(place);
        admin.submit(place, form).must();
    }

    private static String mail(Learner who) {
        return who.user() + "@" + who.tenant() + ".example";
    }

    private Learner newcomer(String given, String family, String tenant) {
        return Newcomer.of(stack, given, family + Long.toString(System.nanoTime(), 36), tenant);
    }

    /** Everybody of the tenant has been looked at twice more. */
    private static void awaitRounds(Rows cell) {
        for (int round = 0; round < 2; round++) {
            String begun = cell.text("select max(begun_at) from mail_round");
            Patience.USUAL.until(
                    "a round ends",
                    () -> cell.find("select max(begun_at) from mail_round where ended_at is not null")
                            .orElse(begun),
                    now -> now.compareTo(begun) > 0);
        }
    }

    private static void aDayPasses(Rows cell) {
        cell.change("update mail_letter set made_at = date_sub(made_at, interval 25 hour)");
    }

    @Test
    void people_are_told_in_their_language_what_they_have_to_learn_and_the_link_leads_there() {
        Learner gerda = newcomer("Gerda", "Brief", GERMANY);
        Learner amal = newcomer("Amal", "Barid", GERMANY);
        try (var german = new Visitor(site, "de");
                var arabic = new Visitor(site, "ar")) {
            german.signOn(gerda);
            arabic.signOn(amal);
            arabic.go(amal.at("/my-data"));
            arabic.submit(amal.at("/language"), Map.of("language", List.of("ar"), "back", List.of("/my-data")));
            assertThat(german.go(gerda.at("/my-data/mail")).text()).contains("Zurzeit wird hier niemandem geschrieben");
        }

        write(thomas, GERMANY, true);

        Postbox.Arrived toGerda = postbox.next(mail(gerda), 0);
        assertThat(toGerda.subject()).endsWith(": etwas ist bald fällig");
        assertThat(toGerda.replyTo()).isEqualTo(REPLY_TO);
        assertThat(toGerda.text()).contains("Das Gesetz: ", "ArbSchG").doesNotContain("Gerda", mail(gerda));
        assertThat(toGerda.html()).contains("<html lang=\"de\" dir=\"ltr\">", "my-data%2Fmail");
        assertThat(toGerda.link()).isEqualTo("/sign-on?back=%2Fcourses%2Farbeitsschutz-unterweisung");
        try (var anybody = new Visitor(site, "de")) {
            Answer there = anybody.arrive("/t/" + GERMANY + toGerda.link(), gerda.user(), Learner.PASSWORD);
            assertThat(there.status()).isEqualTo(200);
            assertThat(there.address().getPath()).endsWith(INSTRUCTION);
            assertThat(anybody.go(gerda.at("/my-data/mail")).text()).contains("Gesendet");
        }
        Postbox.Arrived toAmal = postbox.next(mail(amal), 0);
        assertThat(toAmal.language()).isEqualTo("ar");
        assertThat(toAmal.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(toAmal.subject()).endsWith("أمر يُستحق قريبًا");
        assertThat(sa.number("select count(*) from mail_letter")).isZero();

        aDayPasses(eu);
        awaitRounds(eu);
        assertThat(postbox.to(mail(gerda))).as("nothing is told twice").hasSize(1);

        eu.change("update identity_person set hired_on = '2020-01-01' where email = ?", mail(gerda));
        eu.change("delete from learning_duty_sheet");
        Postbox.Arrived late = postbox.next(mail(gerda), 1);
        assertThat(late.subject()).endsWith(": etwas ist überfällig");
        assertThat(late.text()).contains("1. Januar 2020");
        awaitRounds(eu);
        assertThat(postbox.to(mail(gerda))).as("a letter a day").hasSize(2);
    }

    @Test
    void what_waits_on_a_markets_desk_is_told_to_its_authors_but_to_nobody_who_does_not_want_it() {
        Learner warda = newcomer("Warda", "Kitab", SAUDI_ARABIA);
        Learner nasser = newcomer("Nasser", "Samit", SAUDI_ARABIA);
        Learner reader = newcomer("Hind", "Qaria", SAUDI_ARABIA);
        try (var admin = new Visitor(site, "ar");
                var silent = new Visitor(site, "ar");
                var third = new Visitor(site, "ar")) {
            admin.signOn(warda);
            silent.signOn(nasser);
            third.signOn(reader);
            LocalTexts.giveRoles(sa, mail(warda), "LEARNER,AUTHOR,TENANT_ADMIN");
            LocalTexts.giveRoles(sa, mail(nasser), "LEARNER,AUTHOR");
            silent.go(nasser.at("/my-data/mail"));
            silent.submit(nasser.at("/my-data/mail"), Map.of("kind", List.of("duty")))
                    .must();
            giveUp();

            write(admin, SAUDI_ARABIA, true);
            try {
                Postbox.Arrived letter = postbox.next(mail(warda), 0);
                assertThat(letter.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
                assertThat(letter.link()).isEqualTo("/sign-on?back=%2Fadaptations%2F" + COURSE);
                awaitRounds(sa);
                assertThat(postbox.to(mail(nasser))).as("who does not want it").isEmpty();
                assertThat(postbox.to(mail(reader))).as("who decides nothing").isEmpty();
                assertThat(sa.number(
                                "select count(*) from mail_letter l join identity_person p on p.tenant_id = l.tenant_id"
                                        + " and p.id = l.person_id where p.email = ?",
                                mail(warda)))
                        .isOne();
                assertThat(eu.number("select count(*) from mail_letter")).isZero();
            } finally {
                write(admin, SAUDI_ARABIA, false);
            }
        }
    }

    /** So that a market has something to decide, for which nobody has to publish anything. */
    private void giveUp() {
        sa.change(
                "insert into content_retirement_copy (enterprise_id, id, course_slug, document)"
                        + " select enterprise_id, unhex(left(sha2('mailed', 256), 32)), ?, ? from tenancy_enterprise where slug = 'acme'",
                COURSE,
                """
                {"id":"00000000-0000-0000-0000-00000000a11e","course":"%s","since":"2030-01-01","lastDay":"2030-02-01",
                 "grounds":"ORDINARY","reason":"There is a better one","announcedAt":"2029-12-15T00:00:00Z"}""".formatted(COURSE));
        sa.change("delete from adaptation_standing");
    }

    @Test
    void whoever_is_erased_is_written_to_no_more_and_has_it_all_in_their_own_export_before() throws IOException {
        Learner karl = newcomer("Karl", "Kuvert", GERMANY);
        try (var visitor = new Visitor(site, "de")) {
            visitor.signOn(karl);
            write(thomas, GERMANY, true);
            postbox.next(mail(karl), 0);
            write(thomas, GERMANY, false);
            String person = eu.text("select hex(id) from identity_person where email = ?", mail(karl));
            visitor.go(karl.at("/my-data/known"));
            visitor.submit(karl.at("/my-data/known/export"), Map.of());
            String file = Patience.USUAL
                    .until(
                            "the export is there",
                            () -> visitor.go(karl.at("/my-data/known")),
                            page -> FILE.matcher(page.text()).find())
                    .find(Pattern.compile("(" + FILE.pattern() + ")"));
            assertThat(names(visitor.go(karl.at(file)).must().body()))
                    .anyMatch(name -> name.contains("mail") && name.contains("letter"))
                    .anyMatch(name -> name.contains("mail") && name.contains("notice"));

            visitor.go(karl.at("/my-data/known"));
            visitor.submit(karl.at("/my-data/known/erasure"), Map.of("sure", List.of("yes")));
            String request = eu.text(
                            "select lower(hex(id)) from privacy_request where kind = 'ERASURE' order by id desc")
                    .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
            thomas.go(Learner.THOMAS.at("/admin/privacy"));
            thomas.submit(
                            Learner.THOMAS.at("/admin/privacy/requests/" + request + "/decision"),
                            Map.of("say", List.of("approve"), "sure", List.of("yes")))
                    .must();

            assertThat(Patience.USUAL.until(
                            "the erasure is over",
                            () -> eu.text(
                                    "select state from privacy_request where id = unhex(?)", request.replace("-", "")),
                            state -> !state.equals("APPROVED")))
                    .isEqualTo("PROVED");
            for (String table : List.of("mail_letter", "mail_told")) {
                assertThat(eu.number("select count(*) from " + table + " where person_id = unhex(?)", person))
                        .isZero();
            }
        }
    }

    private static List<String> names(byte[] archive) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    @Tag("long")
    void a_node_that_is_killed_while_it_writes_forgets_nobody_and_tells_nobody_the_same_in_two_letters()
            throws Exception {
        List<Learner> people = IntStream.range(0, 6)
                .mapToObj(number -> newcomer("Kim" + number, "Abbruch", GERMANY))
                .toList();
        for (Learner who : people) {
            try (var visitor = new Visitor(site, "de")) {
                visitor.signOn(who);
            }
        }
        write(thomas, GERMANY, true);
        Patience.USUAL.until(
                "somebody is told", () -> eu.number("select count(*) from mail_letter"), letters -> letters > 0);

        stack.node().kill();
        stack.node().restart();
        eu.change("update mail_round set held_until = '2026-01-01'");
        eu.change("update mail_letter set due_at = '2026-01-01' where state = 'WAITING'");

        for (Learner who : people) {
            postbox.next(mail(who), 0);
        }
        awaitRounds(eu);
        for (Learner who : people) {
            assertThat(postbox.to(mail(who)).stream().map(Postbox.Arrived::id).distinct())
                    .as(who.user())
                    .hasSize(1);
        }
        assertThat(eu.number("select count(*) from mail_letter where state <> 'SENT'"))
                .isZero();
    }
}
