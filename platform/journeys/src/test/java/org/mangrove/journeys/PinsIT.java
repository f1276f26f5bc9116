package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** A market stays with a version for a while; the others go on, and the law waits for nobody. */
@ExtendWith(WholeStack.class)
class PinsIT {

    private static final DemonstrationCourse MASTER = DemonstrationCourse.FEEDBACK;
    private static final String TITLE = "Giving feedback at work";
    private static final String NEW = "Honest words at work";
    private static final String LAST_DAY =
            LocalDate.now(ZoneOffset.UTC).plusDays(60).toString();
    private static final Pattern HEADING = Pattern.compile("<h1>(?:<[^>]*>)*([^<]+)");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private WholeStack.Site site;
    private Rows eu;
    private Operator operator;
    private Visitor jonas;
    private Visitor emre;
    private Visitor anna;
    private LocalTexts texts;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        eu = Rows.ofCell(stack, "eu");
        operator = new Operator(stack);
        jonas = signedOn("acme-de", "jonas.weber");
        emre = signedOn("acme-de", Learner.EMRE.user());
        anna = signedOn("acme-at", Learner.ANNA.user());
        texts = new LocalTexts(jonas, "acme-de", MASTER.slug());
        texts.takeEverythingBack();
    }

    @AfterEach
    void tearDown() {
        eu.change("delete from content_pin");
        publish(MASTER.files());
        Patience.USUAL.until(
                "the master is as it was", () -> title(emre, "acme-de").equals(TITLE));
        List.of(jonas, emre, anna).forEach(Visitor::close);
        eu.change("update identity_person set language_tag = null");
    }

    @Test
    void readers_stay_with_their_version_until_somebody_follows_and_headquarters_sees_how_far_behind_they_are() {
        assertThat(pin(LAST_DAY).text()).contains("Readers here stay with this version.", "Exams are under way");

        publish(MASTER.retitled(NEW));
        Patience.USUAL.until(
                "Austria has the new version", () -> title(anna, "acme-at").equals(NEW));
        assertThat(title(emre, "acme-de")).isEqualTo(TITLE);
        assertThat(texts.page().text())
                .contains("Stays with version", "One newer version", "To be decided by", "Exams are under way");
        try (var ingrid = new Visitor(site, "en")) {
            ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
            String markets = "/e/acme/markets?concern=pinned&market=acme-de";
            Patience.USUAL.until(
                    "headquarters has heard of the newer one",
                    () -> ingrid.go(markets).text().contains("Decide by"));
            assertThat(ingrid.go(markets).text())
                    .contains("Stays with version", "Drift")
                    .doesNotContain("Exams are under way");
        }
        assertThat(jonas.go("/t/acme-de/decisions").text()).contains("Stays with a version");

        assertThat(texts.act("following", Map.of()).text()).contains("Readers here have what is in effect above.");
        assertThat(title(emre, "acme-de")).isEqualTo(NEW);
        assertThat(texts.send("following", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void the_law_ends_it_and_so_does_its_last_day() {
        pin(LAST_DAY);
        publish(MASTER.retitled(NEW).with("course.yaml", facts -> facts + "\nchange: regulatory\n"));
        Patience.USUAL.until(
                "the law is read in Germany too", () -> title(emre, "acme-de").equals(NEW));
        assertThat(texts.page().text()).doesNotContain("Stays with version");

        pin(LAST_DAY);
        publish(MASTER.retitled("Another title"));
        Patience.USUAL.until(
                "Austria has the new version", () -> title(anna, "acme-at").equals("Another title"));
        assertThat(title(emre, "acme-de")).isEqualTo(NEW);
        eu.change("update content_pin set ends_at = now(6) - interval 1 day");
        assertThat(title(emre, "acme-de")).as("nothing has to run on that day").isEqualTo("Another title");
    }

    @Test
    void what_makes_no_sense_is_told_and_changes_nothing() {
        assertThat(sent(Map.of("until", "2020-01-01"))).contains("Choose a last day from today on");
        assertThat(sent(Map.of("until", "2999-01-01"))).contains("Choose a last day from today on");
        assertThat(sent(Map.of("until", LAST_DAY, "reason", " "))).contains("why");
        assertThat(texts.send("pinning", Map.of("until", LAST_DAY, "version", "999"))
                        .status())
                .isEqualTo(409);
        assertThat(eu.number("select count(*) from content_pin")).isZero();
        assertThat(emre.send(texts.place() + "/pinning", Map.of("version", List.of("1"), "until", List.of(LAST_DAY)))
                        .status())
                .isEqualTo(403);
    }

    private String sent(Map<String, String> values) {
        var form = new HashMap<>(values);
        form.put("version", version());
        Answer answer = texts.send("pinning", form);
        assertThat(answer.status()).isEqualTo(400);
        return answer.text();
    }

    private Answer pin(String lastDay) {
        return texts.act("pinning", Map.of("version", version(), "until", lastDay, "reason", "Exams are under way"));
    }

    private String version() {
        return texts.page().find(VERSION);
    }

    private Visitor signedOn(String tenant, String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOn(tenant, user, Learner.PASSWORD);
        visitor.submit("/t/" + tenant + "/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }

    private static String title(Visitor visitor, String tenant) {
        return visitor.go("/t/" + tenant + "/courses/" + MASTER.slug()).find(HEADING);
    }

    private void publish(EditedFolder files) {
        operator.post(MASTER.packages(), "application/zip", files.zipped()).must();
    }
}
