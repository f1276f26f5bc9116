package org.mangrove.launcher.demo;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Progress;
import org.mangrove.launcher.Trouble;
import org.mangrove.launcher.Zip;
import org.mangrove.launcher.visit.Browser;
import org.mangrove.launcher.visit.Guest;

/**
 * Thirty markets over one master: each says something in its own way, as its author, in the pages; the master changes, and in one
 * market both have changed the same words. Then it is counted what went on by itself, what waits for whom, and whether every
 * market still reads every word of its own.
 */
public final class LineageDemonstration {

    private static final String DESK = "/adaptations/" + DemoMaster.COURSE;
    private static final String READING = "/courses/" + DemoMaster.COURSE;
    private static final String SECTION = READING + "/sections/what-helps";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Site site;
    private final Distribution distribution;
    private final Progress progress;
    private final List<DemoMarket> markets = DemoMarket.thirty();
    private final Map<String, Worked> work = new LinkedHashMap<>();
    private final MarketTable table;

    /** What the author of a market has said there, who reads it afterwards, too. */
    private record Worked(Browser author, List<LocalWork> local) {}

    /** How many of a market's own texts its readers get as the market says them. */
    record Kept(int read, int said) {}

    public LineageDemonstration(Site site, Distribution distribution, Progress progress) {
        this.site = site;
        this.distribution = distribution;
        this.progress = progress;
        this.table = new MarketTable(site);
    }

    /** @return whether everything is as it should be */
    public boolean show(PrintStream out) {
        var master = new DemoMaster(distribution);
        progress.step("Thirty markets of the enterprise meridian", this::makeMarkets);
        progress.step("Its people", this::makePeople);
        progress.step("Its master " + DemoMaster.COURSE, () -> publish(master.first()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            progress.step("Authors of thirty markets sign on and say it in their own way", () -> sayLocally(http));
            Map<String, Kept> before = kept();
            progress.step("The master changes", () -> publish(master.update()));
            progress.step("The markets follow", this::awaitAll);
            Map<String, Kept> after = kept();
            table.print(markets, after, out);
            return sum(before, after, out);
        }
    }

    private void makeMarkets() {
        var files = new LinkedHashMap<String, byte[]>();
        Path config = distribution.tenantsConfig();
        Zip.filesIn(config).forEach(files::put);
        put(files, "meridian/enterprise.yaml", """
                names:
                  en: Meridian
                language: en
                home-realm: meridian-eu
                """);
        markets.forEach(market -> put(files, "meridian/" + market.slug() + ".yaml", market.definition()));
        site.everywhere().post("/operator/api/tenants/apply", "application/zip", Zip.of(files));
    }

    private void makePeople() {
        String accounts =
                Guest.accounts(markets.stream().map(DemoMarket::author).toList()) + """
                  - user: governor-meridian
                    given: Gwen
                    family: Overton
                    email: governor@meridian-eu.example
                    core:
                      meridian: [governor]
                """;
        site.everywhere()
                .post(
                        "/operator/api/demonstration/accounts",
                        "application/yaml",
                        accounts.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(byte[] course) {
        site.core().post("/operator/api/enterprises/meridian/course-packages", "application/zip", course);
    }

    private void sayLocally(HttpClient http) throws InterruptedException {
        for (int place = 0; place < markets.size(); place++) {
            DemoMarket market = markets.get(place);
            var author = new Browser(http, site.node(), market.author()).signOn(site.password());
            awaitPage(author, DESK);
            List<LocalWork> local = LocalWork.of(market, place);
            for (LocalWork each : local) {
                say(author, each);
            }
            work.put(market.slug(), new Worked(author, local));
            submit(author, READING + "/enrolment", Map.of());
        }
    }

    private static void say(Browser author, LocalWork local) {
        var fields = new LinkedHashMap<>(local.fields());
        fields.put(
                "seen",
                author.go(DESK)
                        .find(SEEN)
                        .orElseThrow(() -> new Trouble("The desk of %s has no form."
                                .formatted(author.guest().tenant()))));
        fields.put("reason", "People here say it in this way");
        submit(author, DESK + "/" + local.where(), fields);
    }

    private static void submit(Browser author, String path, Map<String, String> fields) {
        Map<String, List<String>> form = fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
        Browser.Answer answer = author.submit(path, form, Map.of());
        if (!answer.isRedirect()) {
            throw new Trouble("%s was not taken from %s: %d"
                    .formatted(path, author.guest().user(), answer.status()));
        }
    }

    /** As readers of each market get it. */
    private Map<String, Kept> kept() {
        var kept = new LinkedHashMap<String, Kept>();
        work.forEach((market, worked) -> {
            String pages = worked.author().go(READING).text()
                    + worked.author().go(SECTION).text();
            int read = (int)
                    worked.local().stream().filter(each -> each.isReadIn(pages)).count();
            kept.put(market, new Kept(read, worked.local().size()));
        });
        return kept;
    }

    private boolean sum(Map<String, Kept> before, Map<String, Kept> after, PrintStream out) {
        int said = after.values().stream().mapToInt(Kept::said).sum();
        int read = after.values().stream().mapToInt(Kept::read).sum();
        var heard = table.heard();
        Map<String, Integer> followed = table.followed();
        List<DemoMarket> waiting = new ArrayList<>(markets);
        waiting.removeIf(market -> row(heard, market).waiting() == 0);
        out.println();
        out.printf(
                Locale.ROOT,
                "  %d of %d markets took the update over by themselves.%n",
                followed.size(),
                markets.size());
        for (DemoMarket market : waiting) {
            out.printf(
                    Locale.ROOT,
                    "  %s waits for %s, until %s: /t/%s%s%n",
                    market.slug(),
                    market.author().user(),
                    row(heard, market).due().map(due -> due.substring(0, 10)).orElse("-"),
                    market.slug(),
                    DESK);
        }
        out.printf(Locale.ROOT, "  %d of %d local texts are read as their market says them.%n", read, said);
        return before.equals(after) && read == said && waiting.size() == 1 && followed.size() == markets.size() - 1;
    }

    private static MarketTable.Row row(Map<String, MarketTable.Row> heard, DemoMarket market) {
        return Optional.ofNullable(heard.get(market.slug()))
                .orElseThrow(() -> new Trouble("Headquarters has not heard of %s.".formatted(market.slug())));
    }

    private void awaitAll() throws InterruptedException {
        await("every market has been heard of", () -> markets.stream().allMatch(this::isSettled));
    }

    private boolean isSettled(DemoMarket market) {
        MarketTable.Row row = table.heard().get(market.slug());
        return row != null && row.version() == 2 && (row.joinable() == 0 || row.waiting() > 0);
    }

    private static void awaitPage(Browser browser, String path) throws InterruptedException {
        await(path + " is there", () -> browser.go(path).status() == 200);
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new Trouble("Within %d s it did not come about that %s.".formatted(PATIENCE.toSeconds(), what));
            }
            Thread.sleep(200);
        }
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
