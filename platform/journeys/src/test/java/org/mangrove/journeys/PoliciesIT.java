package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** What headquarters demands in figures governs what markets write; a market may demand more and never less. */
@ExtendWith(WholeStack.class)
class PoliciesIT {

    private static final String COURSE = DemonstrationCourse.FEEDBACK.slug();
    private static final String CORE = "/e/acme/governance/policies/quality";
    private static final String JAPAN = "/t/acme-jp/policies/quality";
    private static final String GERMANY = "/t/acme-de/policies/quality";
    private static final String READING = "reading-level/en";

    /** About 80 by Flesch. */
    private static final String PLAIN = "Colleagues talk about the work before they begin the next task. ".repeat(12);

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final Pattern NUMBER =
            Pattern.compile("<input id=\"next-[^\"]+\" name=\"([^\"]+)\" type=\"number\" value=\"(\\d+)\"");
    private static final Pattern CHOICE =
            Pattern.compile("type=\"radio\" name=\"([a-z-]+/severity)\" value=\"([a-z]+)\" checked");

    private WholeStack.Site site;
    private Rows everywhere;
    private Visitor ingrid;
    private Visitor takashi;
    private Visitor jonas;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        everywhere = Rows.everywhere(stack);
        ingrid = new Visitor(site, "en");
        ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
        takashi = signedOn("acme-jp", "takashi.ito");
        jonas = signedOn("acme-de", "jonas.weber");
        Patience.USUAL.until(
                "the files' figures were published",
                () -> ingrid.go(CORE).text().contains("operator’s file"));
        forget();
    }

    @AfterEach
    void tearDown() {
        liftLocks();
        forget();
        publish("60");
        texts(takashi, "acme-jp").takeEverythingBack();
        texts(jonas, "acme-de").takeEverythingBack();
        List.of(ingrid, takashi, jonas).forEach(Visitor::close);
    }

    @Test
    void a_stricter_version_and_a_stricter_market_govern_what_is_written_there_and_nowhere_else() {
        assertThat(publish("65").text()).contains("The version is published.", "We want more");
        Patience.USUAL.until("Japan has heard", () -> here(takashi, JAPAN, "65", "Headquarters"));

        assertThat(choose(takashi, JAPAN, "60").text()).contains("Choose at least 65.");
        assertThat(choose(takashi, JAPAN, "95").text()).contains("Write a whole number from 20 to 90.");
        assertThat(takashi.submit(
                                JAPAN + "/figures",
                                PolicyForm.figure(seen(takashi, JAPAN), READING, "90", RulesForm.FAR_AHEAD))
                        .text())
                .contains("Saved. The figure holds from now on.", "Ends");
        assertThat(here(takashi, JAPAN, "90", "Market")).isTrue();
        Patience.USUAL.until(
                "another market has what headquarters says", () -> here(jonas, GERMANY, "65", "Headquarters"));

        Answer refused = write(takashi, "acme-jp");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("falls short of the quality policy here", "course/summary, en", "must be mended")
                .contains("at least 90", "Colleagues talk about the work");
        assertThat(texts(takashi, "acme-jp").page("course", "summary").text())
                .as("what is demanded stands beside the text")
                .contains("What this text is judged by", "English, at least");
        assertThat(write(jonas, "acme-de").status()).isEqualTo(303);

        Patience.USUAL.until(
                "headquarters has heard of the figure",
                () -> ingrid.go(CORE).text().contains("One has figures")
                        || ingrid.go(CORE).text().contains("acme-jp"));
        end();
        assertThat(here(takashi, JAPAN, "65", "Headquarters"))
                .as("the clock has passed its last day")
                .isTrue();
        assertThat(write(takashi, "acme-jp").status()).isEqualTo(303);
        assertThat(here(jonas, GERMANY, "65", "Headquarters")).isTrue();
        assertThat(everywhere.number("select count(*) from mangrove_core.governance_entry"
                        + " where asset_slug = 'policy.quality' and kind = 'version-published'"))
                .isPositive();
    }

    @Test
    void a_lock_forbids_even_to_demand_more_and_what_is_opened_may_be_loosened() {
        liftLocks();
        Patience.USUAL.until(
                "nothing is open", () -> takashi.go(JAPAN).text(), text -> !text.contains("Opened: may be looser"));
        ingrid.submit(CORE + "/locks", PolicyForm.lock(READING, "LOCKED"));
        Patience.USUAL.until(
                "Japan has heard of the lock",
                () -> takashi.go(JAPAN + "?figure=" + READING).text().contains("This figure is locked"));
        assertThat(choose(takashi, JAPAN, "90").status()).isEqualTo(400);
        liftLocks();

        ingrid.submit(CORE + "/locks", PolicyForm.lock(READING, "OPEN"));
        Patience.USUAL.until("it is open", () -> takashi.go(JAPAN).text().contains("Opened: may be looser"));
        assertThat(choose(takashi, JAPAN, "50").status()).isEqualTo(303);
        assertThat(here(takashi, JAPAN, "50", "Market")).isTrue();
        liftLocks();
        Patience.USUAL.until(
                "it is open no more", () -> takashi.go(JAPAN).text().contains("Demands too little by now"));
        assertThat(here(takashi, JAPAN, "60", "Headquarters")).isTrue();
        assertThat(takashi.go(JAPAN).text()).as("what was said is kept").contains("Said otherwise");
    }

    @Test
    void who_may_not_publish_or_choose_is_told_so() {
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
            assertThat(oliver.go(CORE).text()).contains("All figures").doesNotContain("Publish the next version");
            assertThat(oliver.send(CORE + "/versions", PolicyForm.version("1", Map.of()))
                            .status())
                    .isEqualTo(403);
        }
        try (var haruka = signedOn("acme-jp", "haruka.sato")) {
            assertThat(haruka.go(JAPAN).status()).isEqualTo(403);
        }
    }

    private Answer publish(String reading) {
        String page = ingrid.go(CORE).text();
        var figures = new TreeMap<String, String>();
        NUMBER.matcher(page).results().forEach(found -> figures.put(found.group(1), found.group(2)));
        CHOICE.matcher(page).results().forEach(found -> figures.put(found.group(1), found.group(2)));
        figures.put(READING, reading);
        String newest = everywhere.text("select max(v.number) from mangrove_core.policy_version v"
                + " join mangrove_core.tenancy_enterprise e on e.enterprise_id = v.enterprise_id"
                + " where e.slug = 'acme' and v.policy_slug = 'quality'");
        return ingrid.submit(CORE + "/versions", PolicyForm.version(newest, figures));
    }

    private static Answer choose(Visitor author, String policy, String value) {
        return author.send(policy + "/figures", PolicyForm.figure(seen(author, policy), READING, value, ""));
    }

    private static String seen(Visitor author, String policy) {
        return author.go(policy + "?figure=reading-level/de").find(SEEN);
    }

    /** Whether a figure holds in a market, and comes from there. */
    private static boolean here(Visitor author, String policy, String value, String origin) {
        String page = author.go(policy).text();
        String row = page.substring(page.indexOf("id=\"reading-level.en\""));
        row = row.substring(0, row.indexOf("</tr>")).replaceAll("\\s+", " ");
        return row.replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .contains("Holds here " + value + " Comes from " + origin);
    }

    private static Answer write(Visitor author, String tenant) {
        return texts(author, tenant).send("texts/course/summary", Map.of("words.en", PLAIN));
    }

    private static LocalTexts texts(Visitor author, String tenant) {
        return new LocalTexts(author, tenant, COURSE);
    }

    /** As if the last day of Japan's figure had passed. */
    private void end() {
        String of = " from mangrove_cell_jp.lineage_local_overlay where asset_slug = 'policy.quality'";
        String ended = everywhere
                .text("select document" + of)
                .replaceAll("\"expiresAt\":\"[^\"]+\"", "\"expiresAt\":\"2020-01-01T00:00:00Z\"");
        String said = ended.replaceAll(",\"digest\":\"[0-9a-f]{64}\"", "").replaceAll(",\"revision\":\\d+", "");
        String digest = sha256(said);
        everywhere.change(
                "update mangrove_cell_jp.lineage_local_overlay set document = ?, digest = ? where asset_slug = 'policy.quality'",
                ended.replaceAll(",\"digest\":\"[0-9a-f]{64}\"", ",\"digest\":\"" + digest + "\""),
                digest);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As if no market had ever chosen a figure. */
    private void forget() {
        for (String cell : List.of("jp", "eu")) {
            everywhere.change(
                    "delete from mangrove_cell_" + cell + ".lineage_local_overlay where asset_slug = 'policy.quality'");
            everywhere.change("delete from mangrove_cell_" + cell
                    + ".lineage_local_revision where asset_slug = 'policy.quality'");
        }
    }

    private void liftLocks() {
        for (String lock :
                everywhere.lines("select lower(concat(substr(hex(id), 1, 8), '-', substr(hex(id), 9, 4), '-',"
                        + " substr(hex(id), 13, 4), '-', substr(hex(id), 17, 4), '-', substr(hex(id), 21)))"
                        + " from mangrove_core.lineage_lock where subject = 'policy.quality' and lifted_at is null")) {
            ingrid.send(CORE + "/locks/" + lock + "/lifting", Map.of());
        }
    }

    private Visitor signedOn(String tenant, String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOn(tenant, user, Learner.PASSWORD);
        visitor.submit("/t/" + tenant + "/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }
}
