package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.launcher.Stack;

/**
 * Every page as a browser shows it: for everybody who reads, however small their screen, whatever reads it to them, and
 * whichever way their lines run. The running node says which pages it has, so that a new one is tried without being told. Two
 * browsers look at once: looking changes nothing.
 */
@Tag("browser")
@ExtendWith(WholeStack.class)
class PagesIT {

    private static final boolean IS_LONG = Boolean.getBoolean("mangrove.long");
    private static final int NARROW = 320;
    private static final String PASSED = "information-security-essentials";
    private static final String BEGUN = "giving-feedback-at-work";
    private static final String FIRST_SECTION = "what-helps";
    private static final String PROPOSAL = "01890000-0000-7000-8000-00000000abcd";
    private static final String AUTHOR = "oliver.stein";

    private static final String TENANT = "/t/acme-de";
    private static final String CORE = "/e/acme";
    private static final List<String> BASES = List.of(TENANT, CORE, "");

    /** What the routes alone would not show: filters that find nothing, pages that are not there, strangers. */
    private static final List<String> BESIDES = List.of(
            TENANT + "/catalogue?q=zzzz",
            TENANT + "/catalogue?order=shortest",
            TENANT + "/verify?code=AAAA-BBBB-CCCC",
            TENANT + "/decisions?kind=no-such-kind",
            TENANT + "/nothing-here",
            TENANT + "/courses/" + PASSED,
            TENANT + "/courses/" + PASSED + "/result",
            TENANT + "/adaptations/" + PASSED,
            CORE + "/masters/" + PASSED,
            CORE + "/masters/" + PASSED + "/retirement",
            CORE + "/masters/" + PASSED + "/versions/1?market=acme-sa",
            TENANT + "/policies/quality?figure=reading-level/de",
            TENANT + "/policies/deadlines?figure=decide/major",
            CORE + "/governance/policies/quality?figure=reading-level/severity",
            CORE + "/governance/policies/deadlines",
            CORE + "/approvals?show=open",
            CORE + "/approvals?show=closed&lane=legal",
            CORE + "/nothing-here",
            "/t/borealis-de/nothing-here",
            "/nothing-here");

    private static final Pattern CODE = Pattern.compile("/verify/([A-Z0-9-]+)\"");
    private static final Pattern PERSON = Pattern.compile("/people/([0-9a-f-]{36})\"");
    private static final Pattern CREDENTIAL = Pattern.compile("/admin/xapi-credentials/([0-9a-f-]{36})\"");
    private static final Pattern STATEMENT = Pattern.compile("/admin/statements/([0-9a-f-]{36})\"");
    private static final Pattern FORWARDER = Pattern.compile("/admin/forwarders/([0-9a-f-]{36})\"");
    private static final Pattern OLIVER = Pattern.compile("<option[^>]* value=\"([0-9a-f-]{36})\"[^>]*>Oliver Stein");
    private static final Pattern TOKEN = Pattern.compile("token=([^\"&]+)");

    /** Words that are no message: parts of dates and times, names of languages, people and places. */
    private static final String NO_MESSAGES = """
            Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January February March April June July August September October
            November December AM PM min hr sec and English German Arabic Japanese French Pseudo Accents Thomas Albrecht Oliver Stein
            Acme Deutschland Germany Industries acme emea apac de at sa jp""";

    private static String signedOn = "";
    private static List<String> places = List.of();

    @BeforeAll
    static void meet(WholeStack.Site site, Stack stack, Postbox postbox) {
        forgetWhatLanguageAnybodyChose(Rows.everywhere(stack));
        letAdminWrite(Rows.ofCell(stack, "eu"), true);
        Map<String, String> examples = examples(site, postbox);
        setSomethingAside(Rows.ofCell(stack, "eu"));
        setStatementsAside(Rows.ofCell(stack, "eu"));
        letAuthorsGovern(Rows.ofCore(stack));
        giveUp(Rows.ofCore(stack), Rows.ofCell(stack, "eu"));
        SampleLawChange.announce(Rows.ofCore(stack), Rows.ofCell(stack, "eu"), PASSED);
        new FoundThings(Rows.ofCore(stack), "acme", PASSED).task();
        OfferedText.heard(Rows.ofCore(stack), PROPOSAL, "acme-de", PASSED);
        SharedTitle.heard(Rows.ofCore(stack), PROPOSAL, "acme-de", BEGUN);
        String invitation = new Operator(stack)
                .post("/operator/api/tenants/acme-de/admin-invitations")
                .must()
                .find(TOKEN);
        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.context("de")) {
            Page page = context.newPage();
            Chromium.signOn(page, site.url() + TENANT, Learner.THOMAS.user(), "/catalogue");
            context.addCookies(cookiesOfAuthor(site, chromium));
            signedOn = context.storageState();
            places = places(site, RunningRoutes.of(stack), context, examples, invitation);
        }
    }

    /** Another test may have chosen one for good, which would go before what a browser is told here. */
    private static void forgetWhatLanguageAnybodyChose(Rows everywhere) {
        everywhere.change("update mangrove_cell_eu.identity_person set language_tag = null");
        everywhere.change("update mangrove_core.identity_core_member set language_tag = null");
    }

    /** So that there is something to see among what was not processed. */
    private static void setSomethingAside(Rows eu) {
        eu.change("insert ignore into events_dead_letter (tenant_id, event_id, reader, cause, problem, set_aside_at)"
                + " select o.tenant_id, o.id, 'in-the-test', 'DATABASE', 'java.sql.SQLException', now(6)"
                + " from events_outbox o join tenancy_tenant t on t.tenant_id = o.tenant_id"
                + " where t.slug = 'acme-de' order by o.id limit 2");
    }

    /** Of what is forwarded; and a wish to be forgotten that somebody has to pass on. */
    private static void setStatementsAside(Rows eu) {
        eu.change(
                "insert ignore into forwarding_set_aside (tenant_id, forwarder_id, position, statement_id, reason, status,"
                        + " told, set_aside_at) select s.tenant_id, f.id, s.position, s.statement_id, 'REFUSED', 400,"
                        + " '<no> such verb', now(6) from records_statement s"
                        + " join forwarding_forwarder f on f.tenant_id = s.tenant_id and f.removed_at is null limit 3");
        eu.change("insert into forwarding_erasure (tenant_id, id, forwarder_id, subject, state, answer, note)"
                + " select tenant_id, id, id, id, 'BY_HAND', '', '' from forwarding_forwarder limit 1");
    }

    /** So that forms of both are seen; and rules that no cell hears of, so that there are some. */
    private static void letAuthorsGovern(Rows core) {
        core.change("update identity_core_member set roles = 'GOVERNOR,AUTHOR' where roles = 'AUTHOR'");
        core.change(
                "insert into lineage_lock (enterprise_id, id, subject, space_slug, space_level, scope, target, hold,"
                        + " since, grace_until, decider, reason, set_by) select enterprise_id, unhex(left(sha2('lock', 256), 32)), '"
                        + PASSED
                        + "', 'global', 'GLOBAL', 'BLOCK', '" + PASSED + "/report-duty', 'LOCKED', now(6), now(6),"
                        + " 'Ingrid Falk', 'One voice', id from tenancy_space where slug = 'acme-de'");
        core.change("insert into lineage_claim (enterprise_id, id, subject, block_slug, field, jurisdiction,"
                + " legal_reference, verified_by, verified_at, valid_until) select enterprise_id, unhex(left(sha2('claim', 256), 32)), '"
                + PASSED + "', 'report-duty', 'body', 'DE', 'Art. 33', id, now(6), now(6) from tenancy_space"
                + " where slug = 'acme-de'");
    }

    /** What Thomas has passed and may begin no more. */
    private static void giveUp(Rows core, Rows eu) {
        core.change("insert into content_retirement (enterprise_id, id, course_slug, since, last_day, grounds, reason,"
                + " successor_slug, announced_by, announced_at) select enterprise_id, unhex(left(sha2('retirement', 256), 32)), '"
                + PASSED + "', '2026-01-01', '2999-01-01', 'ORDINARY', 'There is a better one', '" + BEGUN
                + "', id, now(6) from tenancy_space where slug = 'acme-de'");
        eu.change(
                "insert into content_retirement_copy (enterprise_id, id, course_slug, document)"
                        + " select enterprise_id, unhex(left(sha2('retirement', 256), 32)), ?, ? from tenancy_enterprise where slug = 'acme'",
                PASSED,
                """
                {"id":"00000000-0000-0000-0000-000000000001","course":"%s","since":"2026-01-01","lastDay":"2999-01-01",
                 "grounds":"ORDINARY","reason":"There is a better one","successor":"%s",
                 "announcedAt":"2026-01-01T00:00:00Z"}""".formatted(PASSED, BEGUN));
    }

    private static void letAuthorsBeAuthors(Rows core) {
        core.change("update identity_core_member set roles = 'AUTHOR' where roles = 'GOVERNOR,AUTHOR'");
        core.change("delete from lineage_lock where id = unhex(left(sha2('lock', 256), 32))");
        core.change("delete from lineage_claim where id = unhex(left(sha2('claim', 256), 32))");
    }

    /** From a browser of their own: the realm of Acme's core is the one of the tenant, and knows one person a browser. */
    private static List<Cookie> cookiesOfAuthor(WholeStack.Site site, Chromium chromium) {
        try (BrowserContext context = chromium.context("en")) {
            Chromium.signOn(context.newPage(), site.url() + CORE, AUTHOR, "/masters");
            return context.cookies(site.url() + CORE + "/masters");
        }
    }

    /** Other tests look whether anything was set aside. */
    @AfterAll
    static void part(Stack stack) {
        Rows.ofCell(stack, "eu").change("delete from events_dead_letter where reader = 'in-the-test'");
        letAuthorsBeAuthors(Rows.ofCore(stack));
        new FoundThings(Rows.ofCore(stack), "acme", PASSED).remove();
        letAdminWrite(Rows.ofCell(stack, "eu"), false);
        Rows.ofCore(stack).change("delete from adaptation_proposal");
        Rows.ofCore(stack).change("delete from adaptation_shared");
        SampleLawChange.remove(Rows.ofCore(stack), Rows.ofCell(stack, "eu"));
        Rows.ofCore(stack).change("delete from content_retirement where id = unhex(left(sha2('retirement', 256), 32))");
        Rows.ofCell(stack, "eu")
                .change("delete from content_retirement_copy where id = unhex(left(sha2('retirement', 256), 32))");
    }

    /** Who sees every page of a tenant sees those of its authors, too. */
    private static void letAdminWrite(Rows eu, boolean too) {
        LocalTexts.giveRoles(
                eu, "thomas.albrecht@acme-de.example", too ? "AUTHOR,LEARNER,TENANT_ADMIN" : "LEARNER,TENANT_ADMIN");
    }

    /** Each language in one light and one width, which together are both of each; a long run sees all four. */
    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @CsvSource({"de, ltr, LIGHT", "ar, rtl, DARK"})
    void axe_finds_nothing_in_light_and_dark_and_no_page_is_wider_than_a_narrow_screen(
            String language, String direction, ColorScheme light, WholeStack.Site site) {
        try (Chromium chromium = Chromium.started();
                BrowserContext context = reader(site, chromium, language)) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            var all = new SoftAssertions();
            for (String place : places) {
                page.setViewportSize(1280, 800);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.navigate(site.url() + place);
                all.assertThat(spoken(page)).as("language of %s", place).startsWith(language + " " + direction);
                if (light == ColorScheme.LIGHT || IS_LONG) {
                    all.assertThat(Chromium.violations(page))
                            .as("%s, light and wide", place)
                            .isEmpty();
                }

                page.setViewportSize(NARROW, 640);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                all.check(() -> Chromium.assertNothingIsWiderThanTheScreen(page));
                if (light == ColorScheme.DARK || IS_LONG) {
                    all.assertThat(Chromium.violations(page))
                            .as("%s, dark and narrow", place)
                            .isEmpty();
                }
            }
            all.assertThat(complaints).as("what the browser complains of").isEmpty();
            all.assertAll();
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @CsvSource({"en-XA, ltr", "ar-XB, rtl"})
    void every_word_comes_from_the_messages_and_has_room(String language, String direction, WholeStack.Site site) {
        try (Chromium chromium = Chromium.started();
                BrowserContext context = reader(site, chromium, language)) {
            Page page = context.newPage();
            page.setViewportSize(NARROW, 640);
            var all = new SoftAssertions();
            for (String place : places) {
                page.navigate(site.url() + place);
                all.assertThat(spoken(page)).as("language of %s", place).isEqualTo(language + " " + direction);
                all.check(() -> Chromium.assertNothingIsWiderThanTheScreen(page));
                if (language.equals("en-XA")) {
                    all.assertThat(page.locator("h1").first().innerText())
                            .as("title of %s", place)
                            .isNotBlank();
                    all.assertThat(saidByItself(page))
                            .as("said by %s itself", place)
                            .isEmpty();
                }
            }
            all.assertAll();
        }
    }

    /** Text in plain letters that is neither filling of the pseudo-language, nor marked as another's, nor a date. */
    private static List<?> saidByItself(Page page) {
        return (List<?>) page.evaluate("""
                known => {
                  const said = [], own = document.documentElement.lang, names = known.split(/\\s+/);
                  const filling = 'one two three four five six seven eight nine ten'.split(' ');
                  const plain = text => (text.match(/[A-Za-z]{2,}/g) || [])
                      .filter(word => !names.includes(word) && !filling.some(whole => whole.startsWith(word)));
                  const others = element => element.closest('bdi, code, script, style, noscript, [translate="no"]')
                      || element.closest('[lang]').lang !== own;
                  const note = (text, element) => { if (!others(element) && plain(text).length) said.push(text.trim()) };
                  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (nodes.nextNode()) note(nodes.currentNode.data, nodes.currentNode.parentElement);
                  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
                    for (const element of document.querySelectorAll(`[${name}]`)) note(element.getAttribute(name), element);
                  return said;
                }""", NO_MESSAGES);
    }

    private static String spoken(Page page) {
        return page.locator("html").getAttribute("lang") + " "
                + page.locator("html").getAttribute("dir");
    }

    private static BrowserContext reader(WholeStack.Site site, Chromium chromium, String language) {
        BrowserContext context = chromium.context(new Browser.NewContextOptions().setStorageState(signedOn));
        context.addCookies(Stream.of("-acme-de", "-acme", "-borealis-de", "")
                .map(whose -> new Cookie("mangrove-language" + whose, language)
                        .setUrl(site.url().toString()))
                .toList());
        return context;
    }

    /** Where each page can be seen; a page that nobody here can see fails the test. */
    private static List<String> places(
            WholeStack.Site site,
            RunningRoutes running,
            BrowserContext context,
            Map<String, String> examples,
            String invitation) {
        var found = new ArrayList<String>();
        for (RunningRoutes.Route route : running.pages().toList()) {
            String path = route.with(examples);
            String query = path.equals("/invitation") ? "?token=" + invitation : "";
            List<String> here = BASES.stream()
                    .map(base -> base + path + query)
                    .filter(place -> isPage(context, site.url() + place))
                    .toList();
            assertThat(here).as("places that show %s", route).isNotEmpty();
            found.addAll(here);
        }
        assertThat(found).contains(TENANT + "/catalogue", CORE + "/masters", "/");
        found.addAll(BESIDES);
        return List.copyOf(found);
    }

    private static boolean isPage(BrowserContext context, String address) {
        APIResponse answer = context.request()
                .get(address, RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html"));
        return answer.status() != 404
                && answer.status() / 100 != 3
                && answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    /** A system that may write something, and one that was let in as a client. */
    private static String connected(Visitor visitor) {
        String place = Learner.THOMAS.at("/admin/xapi-credentials");
        visitor.submit(
                place,
                Map.of(
                        "title",
                        List.of("Data warehouse"),
                        "scope",
                        List.of("statements/read", "state"),
                        "component",
                        List.of(Forwarding.SYSTEM)));
        visitor.submit(
                place,
                Map.of(
                        "title", List.of("Simulator"),
                        "scope", List.of("all"),
                        "component", List.of(Forwarding.SYSTEM),
                        "client", List.of("acme-de.simulator"),
                        "expires", List.of("2099-12-31")));
        return visitor.go(place).find(CREDENTIAL);
    }

    /** One that cannot send what it should, and one statement of it that another store did not want. */
    private static String forwarded(Visitor visitor) {
        String place = Learner.THOMAS.at("/admin/forwarders");
        visitor.submit(place, Forwarding.to("http://127.0.0.1:1/xapi", "somebody", "something"));
        return visitor.go(place).find(FORWARDER);
    }

    /** Somebody who has no account here, and somebody whose data must stay. */
    private static String asked(Visitor visitor) {
        String place = Learner.THOMAS.at("/admin/privacy");
        visitor.submit(
                place + "/holds",
                Map.of("emails", List.of("former.colleague@example.org"), "reason", List.of("A dispute at court")));
        visitor.submit(Learner.THOMAS.at("/my-data/known/export"), Map.of());
        visitor.submit(Learner.THOMAS.at("/my-data/known/erasure"), Map.of("sure", List.of("yes")));
        return visitor.submit(place + "/requests", Map.of("emails", List.of("somebody.else@example.org")))
                .address()
                .getPath()
                .replaceFirst(".*/", "");
    }

    /** One that two lanes are asked about, in one of which whoever looks at the pages sits. */
    private static String submission(WholeStack.Site site) {
        try (var oliver = new Visitor(site, "en");
                var ingrid = new Visitor(site, "en")) {
            oliver.signOnAt(CORE, "/masters", AUTHOR, Learner.PASSWORD);
            ingrid.signOnAt(CORE, "/masters", "ingrid.falk", Learner.PASSWORD);
            String rights = CORE + "/approvals/rights";
            String actor = ingrid.go(rights).find(OLIVER);
            ingrid.submit(rights + "/seats", Candidates.seat("works-council", actor));
            var candidates = new Candidates(oliver, CORE);
            String id = candidates.begin(Candidates.safety());
            candidates.putForward(id);
            Candidates.say(oliver, candidates.place(id), "works-council", "changes-asked", candidates.seen(id));
            return id;
        }
    }

    /** One with a report, a picture without words, and fields that are still to be filled in. */
    private static String draft(WholeStack.Site site) {
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt(CORE, "/masters", AUTHOR, Learner.PASSWORD);
            var brought = new BroughtDocument(oliver, CORE);
            String draft = brought.bring();
            brought.answer(draft, Map.of("key", List.of(PASSED), "owner", List.of("")));
            return draft;
        }
    }

    /** One with a question, a picture that is still missing, and a second language. */
    private static String manuscript(WholeStack.Site site) {
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt(CORE, "/masters", AUTHOR, Learner.PASSWORD);
            var draft = DraftedCourse.begun(oliver, CORE);
            String question = draft.insert("single", "section.part-1");
            draft.write(question, Map.of("words.prompt", List.of("Which ladder stays?")));
            draft.insert("image", question);
            draft.act("languages", Map.of("act", "add", "language", "ar"));
            return draft.id();
        }
    }

    /** One that an author has to answer, who was written to. @return the ask, and what the link shows */
    private static Map.Entry<String, String> asked(WholeStack.Site site, Postbox postbox) {
        try (var oliver = new Visitor(site, "en");
                var ingrid = new Visitor(site, "en")) {
            oliver.signOnAt(CORE, "/masters", AUTHOR, Learner.PASSWORD);
            ingrid.signOnAt(CORE, "/masters", "ingrid.falk", Learner.PASSWORD);
            var asking = new AskingExperts(CORE, PASSED);
            asking.become(ingrid, "awareness", 120).must();
            asking.become(oliver, "awareness\ndata-protection/DE", 120).must();
            asking.beWrittenTo(oliver, postbox, "oliver@acme.example");
            int before = postbox.to("oliver@acme.example").size();
            String expert = asking.offered(ingrid);
            asking.askForWording(ingrid, expert, "awareness", "subject", "report-duty/heading", "Report it now")
                    .must();
            asking.askForClaim(ingrid, expert, "awareness", "subject", "report-duty/body", "DE")
                    .must();
            String link = postbox.next("oliver@acme.example", before + 1).link();
            return Map.entry(asking.newest(ingrid), link.substring(link.lastIndexOf('/') + 1));
        }
    }

    /** A package of other hands that Thomas is in the middle of. */
    private static void foreignPackage(WholeStack.Site site, Visitor thomas) {
        try (var oliver = new Visitor(site, "en")) {
            oliver.signOnAt(CORE, "/masters", AUTHOR, Learner.PASSWORD);
            String place = CORE + "/governance/packages";
            oliver.go(place);
            String page = oliver.upload(
                            place + "/files",
                            "package.zip",
                            ForeignPackage.titled("Sample package"),
                            Map.of("language", "en"))
                    .text();
            String digest = ForeignPackage.digest(page, "Sample package");
            oliver.submit(place, ForeignPackage.firstVersion(ForeignPackage.SAMPLE, Map.of("en", digest)));
        }
        Patience.USUAL.until(
                "the market has the package",
                () -> thomas.go(TENANT + "/packages").text().contains("package-" + ForeignPackage.SAMPLE));
        thomas.submit(TENANT + "/packages/" + ForeignPackage.SAMPLE + "/attempts", Map.of());
    }

    /** Thomas takes one course to its end and begins another one, so that there is something to see on every page. */
    private static Map<String, String> examples(WholeStack.Site site, Postbox postbox) {
        try (var visitor = new Visitor(site, Learner.THOMAS.language())) {
            visitor.signOn(Learner.THOMAS);
            String certificate = new TakenCourse(visitor, Learner.THOMAS, PASSED).pass();
            String code = visitor.go(Learner.THOMAS.at("/certificates/" + certificate))
                    .find(CODE);

            String another = Learner.THOMAS.at("/courses/" + BEGUN);
            visitor.submit(another + "/enrolment", Map.of());
            new LocalTexts(visitor, "acme-de", BEGUN).say("welcome", "heading", "de", "Der Satz, den niemand sagte");
            new WrittenAnswers(BEGUN, Learner.THOMAS)
                    .sections().getFirst().answers().keySet().stream()
                            .limit(1)
                            .forEach(block -> visitor.submit(
                                    another + "/blocks/" + block + "/answer", Map.of("answer", List.of("a"))));
            Map.Entry<String, String> ask = asked(site, postbox);
            foreignPackage(site, visitor);
            return Map.ofEntries(
                    Map.entry("ask", ask.getKey()),
                    Map.entry("token", ask.getValue()),
                    Map.entry("forwarder", forwarded(visitor)),
                    Map.entry("course", BEGUN),
                    Map.entry("section", FIRST_SECTION),
                    Map.entry("certificate", certificate),
                    Map.entry("code", code),
                    Map.entry("number", "1"),
                    Map.entry("person", visitor.go(Learner.THOMAS.at("/people")).find(PERSON)),
                    Map.entry("request", asked(visitor)),
                    Map.entry("credential", connected(visitor)),
                    Map.entry(
                            "statement",
                            visitor.go(Learner.THOMAS.at("/admin/statements")).find(STATEMENT)),
                    Map.entry("block", "welcome"),
                    Map.entry("question", "q-which-sentence"),
                    Map.entry("finding", FoundThings.FINDING),
                    Map.entry("proposal", PROPOSAL),
                    Map.entry("component", "storyline-studio"),
                    Map.entry("change", SampleLawChange.ID),
                    Map.entry("draft", draft(site)),
                    Map.entry("manuscript", manuscript(site)),
                    Map.entry("part", "single-1"),
                    Map.entry("step", "1"),
                    Map.entry("submission", submission(site)),
                    Map.entry("policy", "quality"),
                    Map.entry("package", ForeignPackage.SAMPLE),
                    Map.entry("field", "heading"));
        }
    }
}
