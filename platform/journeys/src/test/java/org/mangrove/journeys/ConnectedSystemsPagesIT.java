package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin sees while connecting a system, which no address alone would show: what is wrong, the secret, the question. */
@Tag("browser")
@ExtendWith(WholeStack.class)
class ConnectedSystemsPagesIT {

    private static final String PLACE = "/admin/xapi-credentials";
    private static Optional<Chromium> started = Optional.empty();

    @BeforeAll
    static void open() {
        started = Optional.of(Chromium.started());
    }

    @AfterAll
    static void close() {
        started.ifPresent(Chromium::close);
    }

    @ParameterizedTest
    @CsvSource({"de, true", "de, false", "ar, true"})
    void a_system_is_connected_and_disconnected_on_a_narrow_screen_in_the_dark(
            String language, boolean withScripts, WholeStack.Site site) {
        String tenant = site.url() + "/t/acme-de";
        var options = new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(withScripts);
        try (BrowserContext context = started.orElseThrow().context(options)) {
            Page page = context.newPage();
            List<String> complaints = Chromium.complaints(page);
            Chromium.signOn(page, tenant, Learner.THOMAS.user(), "/catalogue");
            context.addCookies(List.of(new Cookie("mangrove-language-acme-de", language).setUrl(tenant)));
            page.setViewportSize(320, 640);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

            page.navigate(tenant + PLACE + "/new");
            page.locator("#title").fill("Simulator " + UUID.randomUUID());
            page.locator("form.stack button").click();
            page.locator("#scope-error").waitFor();
            mustBeGood(page, withScripts);

            page.locator("#component").selectOption(Forwarding.SYSTEM);
            page.locator("#scope-state").check();
            page.locator("form.stack button").click();
            page.locator("dl.terms").waitFor();
            assertThat(page.locator("dl.terms code").allInnerTexts()).hasSize(3);
            mustBeGood(page, withScripts);

            page.locator("main a.button").click();
            page.locator("tbody tr").first().locator("a").click();
            page.locator("button.button-danger[popovertarget=revoke]").click();
            page.locator("#revoke button.button-danger").waitFor();
            mustBeGood(page, withScripts);
            page.locator("#revoke button.button-danger").click();
            page.waitForURL(tenant + PLACE);
            mustBeGood(page, withScripts);
            assertThat(complaints).isEmpty();
        }
    }

    /** What axe finds needs scripts to be found. */
    private static void mustBeGood(Page page, boolean withScripts) {
        if (withScripts) {
            assertThat(Chromium.violations(page)).as(page.url()).isEmpty();
            Chromium.assertNothingIsWiderThanTheScreen(page);
        }
    }
}
