package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/**
 * A package of other hands comes down as a whole: in the language of whoever takes it, replaced as a whole by a market, with its drift by
 * digest, its locks and its verifications.
 */
@ExtendWith(WholeStack.class)
class PackagesOfOthersIT {

    private static final String CORE = "/e/acme/governance/packages";
    private static final String GERMANY = "/t/acme-de";
    private static final String JAPAN = "/t/acme-jp";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    private WholeStack.Site site;
    private Rows everywhere;
    private Visitor ingrid;
    private Visitor oliver;
    private Visitor jonas;
    private Visitor takashi;
    private String slug;

    @BeforeEach
    void setUp(WholeStack.Site where, Stack stack) {
        site = where;
        everywhere = Rows.everywhere(stack);
        everywhere.change("update mangrove_core.identity_core_member set language_tag = null");
        slug = "fire-" + UUID.randomUUID().toString().substring(0, 8);
        ingrid = new Visitor(site, "en");
        ingrid.signOnAt("/e/acme", "/masters", "ingrid.falk", Learner.PASSWORD);
        oliver = new Visitor(site, "en");
        oliver.signOnAt("/e/acme", "/masters", "oliver.stein", Learner.PASSWORD);
        jonas = signedOn("acme-de", "jonas.weber");
        takashi = signedOn("acme-jp", "takashi.ito");
    }

    @AfterEach
    void tearDown() {
        List.of(ingrid, oliver, jonas, takashi).forEach(Visitor::close);
    }

    @Test
    void a_market_replaces_it_as_a_whole_and_decides_when_it_is_another_above() {
        String english = bring(oliver, CORE, "Fire safety " + slug, "en");
        String german = bring(oliver, CORE, "Brandschutz " + slug, "de");
        assertThat(oliver.submit(CORE, ForeignPackage.firstVersion(slug, Map.of("en", english, "de", german)))
                        .text())
                .contains("The version is published.", german.substring(0, 12), "Nobody is hurt");
        Patience.USUAL.until(
                "both markets have it", () -> holds(jonas, GERMANY, german) && holds(takashi, JAPAN, english));
        assertThat(offered(jonas, GERMANY)).contains("Fire safety " + slug);

        String ours = bring(jonas, GERMANY + "/package-desk", "Werkschutz " + slug, "de");
        assertThat(jonas.submit(here(GERMANY) + "/replacing", replacing(jonas, GERMANY, Map.of("de", ours)))
                        .text())
                .contains("Your package holds from now on.", "Replaced here", "Our machines are others");
        assertThat(offered(jonas, GERMANY)).contains("Werkschutz " + slug).doesNotContain("Fire safety " + slug);
        assertThat(offered(takashi, JAPAN)).contains("Fire safety " + slug);
        Patience.USUAL.until("headquarters has heard", () -> row(ingrid).contains("Replaced"));
        assertThat(ingrid.go(CORE).text()).doesNotContain("Werkschutz", "Our machines are others");

        String next = bring(oliver, CORE, "Brandschutz neu " + slug, "de");
        oliver.submit(CORE + "/" + slug + "/versions", ForeignPackage.version("1", "MAJOR", Map.of("de", next)));
        Patience.USUAL.until(
                "the market is told by digest",
                () -> jonas.go(here(GERMANY)).text(),
                text -> text.contains("Another package above by now: decide"));
        assertThat(jonas.go(here(GERMANY)).text())
                .contains("Replaced then:", "Above is now:", next.substring(0, 12), "To be decided by", "New machines");
        assertThat(offered(jonas, GERMANY)).as("its own goes on").contains("Werkschutz " + slug);
        Patience.USUAL.until(
                "headquarters sees both digests",
                () -> row(ingrid),
                text -> text.contains("Replaced another than is above now"));
        assertThat(ingrid.go(CORE + "/" + slug).text())
                .contains("Replaced then:", "Above is now:", next.substring(0, 12))
                .doesNotContain("Werkschutz", "Our machines are others");

        assertThat(jonas.submit(here(GERMANY) + "/keeping", ForeignPackage.deciding(seen(jonas, GERMANY), "It fits"))
                        .text())
                .contains("Your package stays as it is.")
                .doesNotContain("Another package above by now");
        jonas.submit(here(GERMANY) + "/giving-up", ForeignPackage.deciding(seen(jonas, GERMANY), "Theirs is better"));
        assertThat(offered(jonas, GERMANY)).contains("Brandschutz neu " + slug);
        assertThat(jonas.submit(
                                here(GERMANY) + "/restoring",
                                Map.of(
                                        "seen", List.of(seen(jonas, GERMANY)),
                                        "revision", List.of("2"),
                                        "reason", List.of("Undone")))
                        .text())
                .contains("It is again as it was then.");
        assertThat(offered(jonas, GERMANY)).contains("Werkschutz " + slug);

        ingrid.go(CORE + "/" + slug);
        assertThat(ingrid.submit(CORE + "/" + slug + "/locks", ForeignPackage.lock("LOCKED"))
                        .text())
                .contains("The lock is set.", "Locked: nobody below may replace it");
        Patience.USUAL.until(
                "the market has heard of the lock",
                () -> jonas.go(here(GERMANY)).text().contains("This package is locked"));
        assertThat(jonas.go(here(GERMANY)).text()).contains("Locked: yours is kept and not served");
        assertThat(offered(jonas, GERMANY)).contains("Brandschutz neu " + slug);
        Patience.USUAL.until(
                "the other market has heard of it, in its own time",
                () -> takashi.go(here(JAPAN)).text().contains("This package is locked"));
        Answer refused = takashi.send(here(JAPAN) + "/replacing", replacing(takashi, JAPAN, Map.of("ja", next)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("This package is locked", "One course for all", "Ingrid Falk");
        assertThat(everywhere.number(
                        "select count(*) from mangrove_core.governance_entry where asset_slug = ?", "package." + slug))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void what_is_not_verified_for_a_market_is_not_served_there() {
        String english = bring(oliver, CORE, "Ladders " + slug, "en");
        oliver.submit(CORE, ForeignPackage.firstVersion(slug, Map.of("en", english)));
        Patience.USUAL.until("Japan has it", () -> holds(takashi, JAPAN, english));

        ingrid.go(CORE + "/" + slug);
        assertThat(ingrid.submit(CORE + "/" + slug + "/claims", ForeignPackage.claim("DE"))
                        .text())
                .contains("The verification is saved.", "§ 12 ArbSchG");

        Patience.USUAL.until(
                "Japan serves it no more",
                () -> offered(takashi, JAPAN),
                text -> text.contains("This package is not verified for the law here"));
        assertThat(takashi.send(JAPAN + "/packages/" + slug + "/attempts", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(takashi.go(here(JAPAN)).text()).contains("Not verified for the law here: not served");
        assertThat(offered(jonas, GERMANY)).contains("Ladders " + slug).doesNotContain("is not verified");
        Patience.USUAL.until("headquarters sees it", () -> row(ingrid).contains("Not verified there: not served"));
    }

    @Test
    void what_is_hostile_or_no_package_is_refused_with_words_and_nothing_is_kept() {
        oliver.go(CORE);
        assertThat(oliver.upload(
                                CORE + "/files", "bad.zip", ForeignPackage.leadingElsewhere(), Map.of("language", "en"))
                        .text())
                .contains("The package was not taken", "A file in it has a name that could lead elsewhere.");
        assertThat(oliver.upload(CORE + "/files", "bad.zip", new byte[] {1, 2, 3}, Map.of("language", "en"))
                        .status())
                .isEqualTo(400);
        assertThat(ingrid.go(CORE).text()).contains("Packages and markets");
        try (var haruka = signedOn("acme-jp", "haruka.sato")) {
            assertThat(haruka.go(JAPAN + "/package-desk").status()).isEqualTo(403);
        }
    }

    @Test
    @Tag("browser")
    void somebody_takes_it_in_their_language_and_goes_on_with_what_they_began() {
        String english = bring(oliver, CORE, "Fire safety " + slug, "en");
        String german = bring(oliver, CORE, "Brandschutz " + slug, "de");
        oliver.submit(CORE, ForeignPackage.firstVersion(slug, Map.of("en", english, "de", german)));
        Patience.USUAL.until("the market has it", () -> holds(jonas, GERMANY, german));
        String tenant = site.url() + GERMANY;
        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.context("de")) {
            Page page = context.newPage();
            Chromium.signOn(page, tenant, "katrin.hoffmann", "/packages");
            Locator card = page.locator("article", new Page.LocatorOptions().setHasText("Brandschutz " + slug));
            card.locator("form button").first().click();
            page.waitForURL(tenant + "/packages/" + slug + "/attempt");

            FrameLocator inside = inside(page);
            assertThat(inside.locator("h1").textContent()).isEqualTo("Brandschutz " + slug);
            inside.locator("#reach:has-text('net')").waitFor();
            assertThat(inside.locator("#reach").textContent()).isEqualTo("no page, no cookie, no net");
            assertThat(inside.locator("h1").evaluate("() => window.credentialless"))
                    .as("shares nothing with other packages")
                    .isEqualTo(true);
            assertThat(inside.locator("h1").evaluate("""
                            async () => {
                              const answer = await fetch(location.href, { cache: 'no-store', headers: { Range: 'bytes=0-3' } });
                              return `${answer.status} ${(await answer.text()).length}`;
                            }"""))
                    .as("films are played in parts")
                    .isEqualTo("206 4");
            page.locator("#package-kept[data-state=kept]").waitFor();

            String next = bring(oliver, CORE, "Brandschutz neu " + slug, "de");
            oliver.submit(CORE + "/" + slug + "/versions", ForeignPackage.version("1", "MAJOR", Map.of("de", next)));
            Patience.USUAL.until("the market has the next version", () -> holds(jonas, GERMANY, next));
            page.reload();
            inside = inside(page);
            assertThat(inside.locator("h1").textContent())
                    .as("what was begun is finished")
                    .isEqualTo("Brandschutz " + slug);
            assertThat(inside.locator("#before").textContent()).isEqualTo("before: page 2");
            assertThat(page.locator("main").textContent()).contains("Inzwischen ist eine andere Version aktuell.");
            inside.locator("#pass").click();
            page.locator("#package-kept[data-state=completed]").waitFor();
            assertThat(Chromium.violations(page)).isEmpty();

            page.navigate(tenant + "/packages");
            assertThat(page.locator("article", new Page.LocatorOptions().setHasText(slug))
                            .textContent())
                    .contains("Abgeschlossen", "80 Prozent", german.substring(0, 12));
        }
        assertThat(everywhere.text(
                        "select concat(state, ' ', digest) from mangrove_cell_eu.packages_attempt where package_slug = ?",
                        slug))
                .isEqualTo("COMPLETED " + german);
        assertThat(everywhere.number(
                        "select count(*) from mangrove_cell_eu.records_activity where iri like ?",
                        "%/packages/" + slug + "/files/" + german))
                .as("the record names the digest")
                .isPositive();
    }

    private static FrameLocator inside(Page page) {
        return page.frameLocator(".package-run iframe").frameLocator("iframe");
    }

    /** @return the digest of the file */
    private String bring(Visitor who, String place, String title, String language) {
        who.go(place);
        String page = who.upload(
                        place + "/files", "package.zip", ForeignPackage.titled(title), Map.of("language", language))
                .text();
        assertThat(page).contains("The package was looked through and is there.");
        return ForeignPackage.digest(page, title);
    }

    private String here(String tenant) {
        return tenant + "/package-desk/" + slug;
    }

    /** Whether a file is what holds in a market, or would. */
    private boolean holds(Visitor author, String tenant, String digest) {
        Answer page = author.go(here(tenant));
        return page.status() == 200 && page.text().contains(digest);
    }

    private Map<String, List<String>> replacing(Visitor author, String tenant, Map<String, String> variants) {
        return ForeignPackage.replacing(seenOrNone(author, tenant), variants);
    }

    private String seen(Visitor author, String tenant) {
        return author.go(here(tenant)).find(SEEN);
    }

    /** There is no form where nothing may be replaced. */
    private String seenOrNone(Visitor author, String tenant) {
        String page = author.go(here(tenant)).text();
        var found = SEEN.matcher(page);
        return found.find() ? found.group(1) : "0";
    }

    private String offered(Visitor who, String tenant) {
        String page = who.go(tenant + "/packages").text();
        int at = page.indexOf("package-" + slug);
        return at < 0 ? "" : page.substring(at, page.indexOf("</article>", at));
    }

    private String row(Visitor governor) {
        String page = governor.go(CORE).text();
        int at = page.indexOf("/governance/packages/" + slug + "\"");
        return at < 0 ? "" : page.substring(at, page.indexOf("</tr>", at));
    }

    private Visitor signedOn(String tenant, String user) {
        var visitor = new Visitor(site, "en");
        visitor.signOn(tenant, user, Learner.PASSWORD);
        visitor.submit("/t/" + tenant + "/language", Map.of("language", List.of("en"), "back", List.of("/catalogue")));
        return visitor;
    }
}
