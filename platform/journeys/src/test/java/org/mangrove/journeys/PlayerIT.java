package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A course as it is taken: by keyboard alone, without scripts, with its film. */
@Tag("browser")
@ExtendWith(WholeStack.class)
class PlayerIT {

    private static final String COURSE = "/courses/information-security-essentials";
    private static final String SECTION = COURSE + "/sections/ten-seconds";
    private static final String QUESTION = "#q-new-account";
    private static final int MOST_STOPS = 60;

    private static Optional<Chromium> chromium = Optional.empty();

    @BeforeAll
    static void open() {
        chromium = Optional.of(Chromium.started());
    }

    @AfterAll
    static void close() {
        chromium.ifPresent(Chromium::close);
    }

    @Test
    void somebody_with_a_keyboard_alone_begins_answers_and_goes_on(WholeStack.Site site) {
        String tenant = site.url() + "/t/acme-de";
        try (BrowserContext context = chromium.orElseThrow().context("de")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, tenant, "sabine.krueger", "/catalogue");
            page.navigate(tenant + COURSE);

            page.keyboard().press("Tab");
            assertThat(page.locator(".skip"))
                    .satisfies(skip -> assertThat(skip.evaluate(
                                    "link => link === document.activeElement && link.getBoundingClientRect().top >= 0"))
                            .isEqualTo(true));
            page.keyboard().press("Enter");
            awaitFocus(page, "id => document.activeElement.id === id", "main");

            tabTo(page, "form[action$='/enrolment'] button");
            page.keyboard().press("Enter");
            page.waitForURL(tenant + SECTION);

            tabTo(page, QUESTION + " input[type=radio]");
            page.keyboard().press("Space");
            tabTo(page, QUESTION + " form > button");
            page.keyboard().press("Enter");
            page.locator(QUESTION + " [role=status]").waitFor();
            awaitFocus(page, "within => document.activeElement.closest(within) !== null", QUESTION);

            tabTo(page, ".player-end .button-primary");
            page.keyboard().press("Enter");
            page.waitForURL(tenant + COURSE + "/sections/keys");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void without_scripts_a_question_is_answered_as_well(WholeStack.Site site) {
        String tenant = site.url() + "/t/acme-de";
        try (BrowserContext context = chromium.orElseThrow()
                .context(new Browser.NewContextOptions().setLocale("de").setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            Chromium.signOn(page, tenant, "jonas.weber", "/catalogue");
            page.navigate(tenant + COURSE);
            page.locator("form[action$='/enrolment'] button").click();
            Locator question = page.locator(QUESTION);
            question.locator("input[type=radio]").first().check();
            question.locator("form > button").click();

            assertThat(question.locator("[role=status]").count()).isEqualTo(1);
            assertThat(question.locator(".feedback").count()).isPositive();
            assertThat(page.locator("h1").count()).isEqualTo(1);
        }
    }

    @Test
    void pictures_and_films_come_from_another_site_without_cookies(WholeStack.Site site) {
        String port = ":" + site.url().getPort();
        String tenant = "http://acme-de.localhost" + port;
        String media = "http://media.localhost" + port;
        try (BrowserContext context = chromium.orElseThrow().context("de")) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, tenant, "katrin.hoffmann", "/catalogue");
            var asked = new ArrayList<Request>();
            page.onRequestFinished(asked::add);
            page.navigate(tenant + COURSE);
            page.locator("form[action$='/enrolment'] button").click();
            page.waitForURL(tenant + SECTION);

            Locator film = page.locator("video");
            film.evaluate("""
                    film => new Promise(seen => {
                      film.muted = true;
                      film.addEventListener('timeupdate', () => {
                        if (film.currentTime > 0.5 && film.textTracks[0].activeCues?.length) seen();
                      });
                      film.play();
                    })""");

            List<Request> files = asked.stream()
                    .filter(request -> request.url().startsWith(media))
                    .toList();
            assertThat(files).hasSizeGreaterThanOrEqualTo(3).allSatisfy(request -> {
                assertThat(request.allHeaders()).doesNotContainKey("cookie");
                assertThat(request.response().allHeaders())
                        .doesNotContainKey("set-cookie")
                        .containsEntry("x-content-type-options", "nosniff")
                        .hasEntrySatisfying(
                                "content-security-policy",
                                policy -> assertThat(policy)
                                        .startsWith("default-src 'none'")
                                        .endsWith("sandbox"));
            });
            assertThat(asked)
                    .extracting(
                            Request::resourceType,
                            request -> URI.create(request.url()).getHost())
                    .doesNotContain(org.assertj.core.groups.Tuple.tuple("media", "acme-de.localhost"));
            assertThat(complaints).isEmpty();

            String picture = page.locator(".picture img").first().getAttribute("src");
            assertThat(status(context, picture)).isEqualTo(200);
            assertThat(status(context, picture.replace("/acme-de/", "/acme-at/")))
                    .as("another tenant of the same enterprise")
                    .isEqualTo(404);
            assertThat(status(context, media + "/t/acme-de/catalogue")).isEqualTo(404);
            assertThat(status(context, media + "/t/acme-de/sign-on")).isEqualTo(404);
            assertThat(context.cookies(media)).isEmpty();

            String digest = picture.substring(picture.lastIndexOf('/') + 1);
            Response led = page.navigate(tenant + "/media/" + digest);
            assertThat(led.url()).isEqualTo(picture);
        }
    }

    /** Asked in a window of its own; an answer without a body is none that a browser would show. */
    private static int status(BrowserContext context, String address) {
        try (Page page = context.newPage()) {
            return page.waitForResponse(
                            address, () -> page.evaluate("address => void (location.href = address)", address))
                    .status();
        }
    }

    /** Goes from stop to stop until this one, and sees at each where the focus is. */
    private static void tabTo(Page page, String wanted) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("""
                    () => {
                      // A film marks the part of it that has the focus by itself.
                      const shown = element => element && (element.matches('video')
                          || getComputedStyle(element).outlineStyle !== 'none' || shown(element.parentElement));
                      return shown(document.activeElement) ? 'shown' : document.activeElement.outerHTML;
                    }"""))
                    .as("the focus on the way to %s", wanted)
                    .isEqualTo("shown");
            boolean there = (boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", wanted);
            if (there) {
                return;
            }
        }
        throw new AssertionError("%s is not reached in %d stops".formatted(wanted, MOST_STOPS));
    }

    /** The browser, and what puts a part of the page in the place of another, move the focus when they have come to it. */
    private static void awaitFocus(Page page, String condition, String where) {
        page.waitForFunction(condition, where);
    }
}
