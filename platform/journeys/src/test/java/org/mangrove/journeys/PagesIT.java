package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages as a browser shows them: for everybody who reads, however small their screen and whatever reads it to them. */
@Tag("browser")
@DisabledIfSystemProperty(named = "withoutBrowser", matches = "true")
@ExtendWith(WholeStack.class)
class PagesIT {

    private static final int NARROW = 320;
    private static final List<String> PAGES =
            List.of("/learning", "/catalogue", "/courses/information-security-essentials");

    private static Optional<Playwright> playwright = Optional.empty();
    private static Optional<Browser> chromium = Optional.empty();

    @BeforeAll
    static void open() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright driver = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        playwright = Optional.of(driver);
        chromium =
                Optional.of(driver.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(installed())));
    }

    @AfterAll
    static void close() {
        chromium.ifPresent(Browser::close);
        playwright.ifPresent(Playwright::close);
    }

    static List<Learner> learners() {
        return List.of(Learner.LENA, Learner.NOURA);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void axe_finds_nothing_and_nothing_is_wider_than_a_narrow_screen(Learner learner, WholeStack.Site site) {
        try (var context =
                chromium.orElseThrow().newContext(new Browser.NewContextOptions().setLocale(learner.language()))) {
            Page page = context.newPage();
            signOn(page, learner, site);
            for (String path : PAGES) {
                page.setViewportSize(1280, 800);
                Response response = page.navigate(site.url() + learner.at(path));
                assertThat(response.status()).as(path).isEqualTo(200);
                assertThat(page.locator("html").getAttribute("dir")).isEqualTo(learner.direction());
                assertThat(violations(page)).as("%s on a wide screen", path).isEmpty();

                page.setViewportSize(NARROW, 640);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s", path)
                        .isEqualTo(NARROW);
                assertThat(violations(page)).as("%s on a narrow screen", path).isEmpty();
            }
        }
    }

    private static void signOn(Page page, Learner learner, WholeStack.Site site) {
        page.navigate(site.url() + learner.at("/sign-on?back=/catalogue"));
        page.locator("input[name=username]").fill(learner.user());
        if (page.locator("input[name=password]").count() == 0) {
            page.locator("[type=submit]").first().click();
        }
        page.locator("input[name=password]").fill(Learner.PASSWORD);
        page.locator("[type=submit]").first().click();
        page.waitForURL(site.url() + learner.at("/catalogue"));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getHtml()))
                        .toList();
    }

    private static Path installed() {
        return Stream.of("chromium", "chromium-browser")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Chromium is not installed: ./mangrove test --without-browser"));
    }
}
