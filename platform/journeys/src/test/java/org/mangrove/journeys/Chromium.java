package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The system's own Chromium, and what one does and sees in it. */
final class Chromium implements AutoCloseable {

    /** On a host of its own a package of other hands tries what it may not: that is refused there, and told. */
    private static final Pattern PACKAGE = Pattern.compile("^https?://p[0-9a-f]+\\.media\\.");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium started() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return new Chromium(
                playwright,
                playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(installed())));
    }

    /** Somebody's browser, in which nothing moves. */
    BrowserContext context(String language) {
        return context(new Browser.NewContextOptions().setLocale(language));
    }

    BrowserContext context(Browser.NewContextOptions options) {
        return browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
    }

    /**
     * @param place the tenant or core, such as {@code http://127.0.0.1:8080/t/acme-de}
     * @param first the page to see there, such as {@code /catalogue}
     */
    static void signOn(Page page, String place, String user, String first) {
        page.navigate(place + "/sign-on?back=" + first);
        page.locator("input[name=username]").fill(user);
        if (page.locator("input[name=password]").count() == 0) {
            page.locator("[type=submit]").first().click();
        }
        page.locator("input[name=password]").fill(Learner.PASSWORD);
        page.locator("[type=submit]").first().click();
        page.waitForURL(place + first);
    }

    /** What the browser complains of from now on, but for pages that say no: what they need must be there. */
    static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            boolean isNeeded = message.location().contains("/assets/")
                    || message.location().contains("/media");
            boolean saysNo = message.text().startsWith("Failed to load resource") && !isNeeded;
            boolean isOfAnothers = PACKAGE.matcher(message.location()).find();
            if (message.type().equals("error") && !saysNo && !isOfAnothers) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getHtml()))
                        .toList();
    }

    static void assertNothingIsWiderThanTheScreen(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", page.url())
                .isEqualTo(page.viewportSize().width);
    }

    private static Path installed() {
        return Stream.of("chromium", "chromium-browser")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Chromium is not installed: ./mangrove test --without-browser"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
