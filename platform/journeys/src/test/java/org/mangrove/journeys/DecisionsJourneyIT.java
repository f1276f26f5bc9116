package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mangrove.launcher.Schema;
import org.mangrove.launcher.Stack;

/** What is decided in a market and in a core is written down, read there and nowhere else, and verified by whoever wants to. */
@ExtendWith(WholeStack.class)
class DecisionsJourneyIT {

    private static final String COURSE = DemonstrationCourse.FEEDBACK.slug();
    private static final String RULES = "/e/acme/masters/" + COURSE + "/rules";
    private static final Pattern LINE =
            Pattern.compile("\\{\"hash\":\"([0-9a-f]{64})\",\"entry\":(\\{.*?\\}),\"opening\":\\{.*\\}\\}");

    @TempDir
    Path folder;

    private WholeStack.Site site;
    private CommandLine mangrove;
    private Rows cell;
    private Rows core;
    private Visitor jonas;
    private Visitor ingrid;
    private LocalTexts texts;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        mangrove = new CommandLine(stack, folder);
        cell = asOwner(stack, Schema.cell("eu"));
        core = asOwner(stack, Schema.core());
        jonas = new Visitor(site, "en");
        jonas.signOn("acme-de", "jonas.weber", Learner.PASSWORD);
        jonas.submit("/t/acme-de/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        ingrid = new Visitor(site, "en");
        ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
        texts = new LocalTexts(jonas, "acme-de", COURSE);
        texts.takeEverythingBack();
    }

    /** Whose tables they are: anybody else is refused by the database. */
    private static Rows asOwner(Stack stack, Schema schema) {
        return new Rows(stack.database().url(schema), stack.database().migrationLogin(schema));
    }

    @AfterEach
    void tearDown(Stack stack) {
        texts.takeEverythingBack();
        Rows.ofCore(stack)
                .lines("select lower(hex(id)) from lineage_lock where subject = ? and lifted_at is null", COURSE)
                .forEach(lock -> ingrid.submit(RULES + "/locks/" + dashed(lock) + "/lifting", Map.of()));
        List.of(jonas, ingrid).forEach(Visitor::close);
        Rows.ofCell(stack, "eu").change("update identity_person set language_tag = null");
    }

    private static String dashed(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    @Test
    void a_market_reads_what_it_has_decided_and_its_headquarters_does_not() {
        texts.say("course", "title", Map.of("en", "Our own title"), Map.of("reason", "We call it so here"));

        String page = jonas.go("/t/acme-de/decisions").text();
        assertThat(page)
                .contains("The log is whole: verified just now", "Said in our own way", "We call it so here")
                .contains("Jonas Weber", "/t/acme-de/adaptations/" + COURSE, "course/title");
        assertThat(jonas.go("/t/acme-de/decisions?kind=local-changed&asset=" + COURSE)
                        .text())
                .contains("We call it so here");
        assertThat(jonas.go("/t/acme-de/decisions?kind=lock-set").text()).contains("No decision fits.");
        assertThat(ingrid.go("/e/acme/governance/decisions").text()).doesNotContain("We call it so here");
        try (var emre = new Visitor(site, "en")) {
            emre.signOn(Learner.EMRE);
            assertThat(emre.go("/t/acme-de/decisions").status()).isEqualTo(403);
            assertThat(emre.go("/t/acme-de/decisions/log").status()).isEqualTo(403);
        }
    }

    @Test
    void a_core_reads_what_its_governors_have_decided_and_its_authors_have_published() {
        ingrid.submit(RULES + "/locks", RulesForm.lock("welcome/heading", "APPROVE", 30));

        assertThat(ingrid.go("/e/acme/governance/decisions").text())
                .contains("The log is whole: verified just now", "Lock set", "One voice", "Ingrid Falk", "APPROVE")
                .contains("/e/acme/masters/" + COURSE, COURSE + "/welcome/heading");
        assertThat(ingrid.go("/e/acme/governance/decisions?kind=version-published")
                        .text())
                .contains("Version published", "The operator");
        assertThat(jonas.go("/t/acme-de/decisions").text()).doesNotContain("One voice");
    }

    @Test
    void whoever_downloads_the_log_recomputes_it_and_finds_no_name_in_it() throws Exception {
        texts.say("course", "title", Map.of("en", "Our own title"), Map.of("reason", "لأننا نقولها هكذا هنا 😀"));

        Answer log = jonas.go("/t/acme-de/decisions/log").must();

        assertThat(log.type()).startsWith("application/jsonl");
        List<String> lines = log.text().lines().toList();
        assertThat(lines.getLast()).contains("لأننا نقولها هكذا هنا 😀");
        assertThat(log.text()).doesNotContain("Weber", "jonas");
        Matcher last = LINE.matcher(lines.getLast());
        assertThat(last.matches()).as(lines.getLast()).isTrue();
        assertThat(sha256(last.group(2))).isEqualTo(last.group(1));
    }

    @Test
    void an_operator_verifies_all_logs_and_is_told_where_one_was_changed() throws Exception {
        texts.say("course", "title", "en", "Our own title");
        assertSaid(verify(), 0, "tenant/acme-de: ", "enterprise/acme: ", ": whole.");
        String number = cell.text("select max(e.number) from governance_entry e join tenancy_tenant t"
                + " on t.tenant_id = e.tenant_id where t.slug = 'acme-de'");

        breakAndMend(
                cell,
                "governance_opening o join tenancy_tenant t on t.tenant_id = o.tenant_id and t.slug = 'acme-de'"
                        + " and o.number = " + number,
                "o.content",
                "Number %s names another decider or another reason than was committed to.".formatted(number));
        breakAndMend(
                core,
                "governance_entry e join tenancy_enterprise t on t.enterprise_id = e.enterprise_id and t.slug = 'acme'"
                        + " and e.number = 1",
                "e.body",
                "Number 1 does not say what was hashed.");
        assertThat(mangrove.run("governance", "verify", "--state", folder.toString(), "--owner", "tenant/nobody")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void an_operator_is_told_of_decisions_that_were_seen_before_and_are_not_there() throws Exception {
        texts.say("course", "title", "en", "Our own title");
        assertSaid(verify(), 0, ": whole.");
        Path seen = folder.resolve("decisions-seen.json");
        String heads = java.nio.file.Files.readString(seen);
        assertThat(heads).contains("\"tenant/acme-de\"");
        java.nio.file.Files.writeString(
                seen, heads.replaceAll("(\"tenant/acme-de\":\\{\"hash\":\")[0-9a-f]{4}", "$10000"));

        assertSaid(verify(), 1, "is another decision than was verified before");

        assertSaid(
                mangrove.run("governance", "verify", "--state", folder.toString(), "--after-restore"), 0, ": whole.");
        assertSaid(verify(), 0, ": whole.");
    }

    private void breakAndMend(Rows rows, String from, String column, String words) throws Exception {
        String before = rows.text("select " + column + " from " + from);
        rows.change("update " + from + " set " + column + " = replace(" + column + ", '\"', '\\'')");
        try {
            assertSaid(verify(), 1, words);
        } finally {
            rows.change("update " + from + " set " + column + " = ?", before);
        }
        assertSaid(verify(), 0, ": whole.");
    }

    private CommandLine.Ended verify() throws Exception {
        return mangrove.run("governance", "verify", "--state", folder.toString());
    }

    private static void assertSaid(CommandLine.Ended ended, int code, String... words) {
        assertThat(ended.words()).contains(words);
        assertThat(ended.code()).as(ended.words()).isEqualTo(code);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
