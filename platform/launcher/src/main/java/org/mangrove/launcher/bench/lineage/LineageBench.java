package org.mangrove.launcher.bench.lineage;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.mangrove.launcher.Trouble;
import org.mangrove.launcher.visit.Browser;
import org.mangrove.launcher.visit.Guest;

/**
 * How long it takes until markets are at what has changed above: what one changed block touches in thirty markets with three
 * hundred courses each, and one master in a thousand tenants, also when the node is killed in the middle of it.
 */
public final class LineageBench {

    /** Of which the many are copies. */
    public static final String FEW_LIKE = "acme-de";

    public static final String MANY_LIKE = "borealis-de";
    public static final int FEW = 30;
    public static final int MANY = 1_000;

    private static final int COURSES = 300;
    private static final int BLOCKS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final String OF_MANY =
            " join tenancy_tenant t on t.tenant_id = r.tenant_id where t.slug like 'many-%' and r.asset_slug = ?";

    private final Markets markets;
    private final PrintStream out;

    private record Line(String what, double seconds, double goal) {

        boolean isKept() {
            return seconds <= goal;
        }
    }

    private LineageBench(Markets markets, PrintStream out) {
        this.markets = markets;
        this.out = out;
    }

    /** @return whether the goals are kept */
    public static boolean run(Markets markets, PrintStream out) {
        try {
            return new LineageBench(markets, out).run();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped in the middle of a measurement.", hurried);
        }
    }

    private boolean run() throws InterruptedException {
        var lines = new ArrayList<Line>();
        try (var cell = new CellDatabase(markets.cell(), markets.administrator())) {
            lines.add(new Line("what one block touches: 300 courses, 30 markets", touched(cell), 2));
            var long1 = new BenchCourse("long-course", 200);
            publish("borealis", long1, "major", "and");
            localWork(cell, MANY_LIKE, "birgit.lange", long1.key(), "many-");
            awaitStandings(cell, long1.key(), "many-%", MANY, "");
            lines.add(new Line("one master into 1,000 tenants", synced(cell, long1, "then", false), 30));
            lines.add(new Line("the same, the node killed in the middle", synced(cell, long1, "so", true), 120));
            long lost = cell.number(
                    "select count(*) from lineage_local_overlay r" + OF_MANY
                            + " and r.document not like '%Stay calm. Leave%'",
                    long1.key());
            long doubled = cell.number(
                    "select count(*) from (select r.tenant_id, count(*) as c from lineage_local_revision r" + OF_MANY
                            + " and r.act = 'FOLLOWED' group by r.tenant_id having c <> 2) x",
                    long1.key());
            out.printf(
                    Locale.ROOT,
                    "%n  tenants whose own words are gone: %d; that did not follow exactly once each time: %d%n",
                    lost,
                    doubled);
            print(lines);
            return lost == 0 && doubled == 0 && lines.stream().allMatch(Line::isKept);
        }
    }

    /** From the moment in which the cell has the new version until the last market knows how it stands. */
    private double touched(CellDatabase cell) throws InterruptedException {
        out.println("Publishing 300 courses ...");
        var changing = new BenchCourse("bench-0", BLOCKS);
        for (int each = 0; each < COURSES; each++) {
            publish("acme", new BenchCourse("bench-" + each, BLOCKS), "major", "and");
        }
        localWork(cell, FEW_LIKE, "jonas.weber", changing.key(), "few-");
        out.println("Waiting until thirty markets know how their courses stand ...");
        for (int each = 0; each < COURSES; each++) {
            awaitStandings(cell, "bench-" + each, "few-%", FEW, "");
        }
        awaitStandings(cell, changing.key(), "few-%", FEW, "\"own\":1");
        publish("acme", changing, "major", "and, above all,");
        until(
                "the cell has the version",
                () -> cell.number(
                                "select count(*) from content_version_copy where course_slug = ? and number = 2",
                                changing.key())
                        == 1);
        long start = System.nanoTime();
        awaitStandings(cell, changing.key(), "few-%", FEW, "\"version\":2");
        return seconds(start);
    }

    /** What one market's author says in the page is copied to its likes. */
    private void localWork(CellDatabase cell, String like, String user, String course, String prefix)
            throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var author = new Browser(http, markets.node().get(), new Guest(user, "", "", like, "", "en"))
                    .signOn(markets.password());
            String desk = "/adaptations/" + course;
            until("the course is there", () -> author.go(desk).status() == 200);
            String seen = author.go(desk).find(SEEN).orElse("0");
            Browser.Answer said = author.submit(
                    desk + "/texts/b1/body",
                    Map.of(
                            "words.en", List.of("Stay calm. Leave by the nearest exit, and do not use the lift."),
                            "reason", List.of("Said otherwise here"),
                            "seen", List.of(seen)),
                    Map.of());
            if (!said.isRedirect()) {
                throw new Trouble("The local text was not taken: " + said.status());
            }
        }
        cell.change("""
                insert into lineage_local_overlay
                    (tenant_id, id, asset_type, asset_slug, revision, digest, document)
                select tenant_id, unhex(replace(uuid(), '-', '')), asset_type, asset_slug, revision, sha2(content, 256),
                    replace(said, digest, sha2(content, 256))
                from (select x.*, replace(replace(x.said, concat('"digest":"', x.digest, '",'), ''),
                        concat('"revision":', x.revision, ','), '') as content
                    from (select t.tenant_id, o.asset_type, o.asset_slug, o.revision, o.digest,
                            replace(o.document, concat('"', l.slug, '"'), concat('"', t.slug, '"')) as said
                        from lineage_local_overlay o
                        join tenancy_tenant l on l.tenant_id = o.tenant_id and l.slug = ?
                        join tenancy_tenant t on t.slug like ?
                        where o.asset_slug = ?) x) y""", like, prefix + "%", course);
        markets.process().kill();
        markets.process().restart();
    }

    private double synced(CellDatabase cell, BenchCourse course, String word, boolean killed)
            throws InterruptedException {
        long before = followed(cell, course);
        publish("borealis", course, "minor", word);
        long start = System.nanoTime();
        if (killed) {
            until("a part of them has followed", () -> followed(cell, course) > before + MANY / 10);
            markets.process().kill();
            out.printf(Locale.ROOT, "Killed when %d had followed ...%n", followed(cell, course) - before);
            markets.process().restart();
        }
        until("all have followed", () -> followed(cell, course) >= before + MANY);
        return seconds(start);
    }

    private static long followed(CellDatabase cell, BenchCourse course) {
        return cell.number(
                "select count(*) from lineage_local_revision r" + OF_MANY + " and r.act = 'FOLLOWED'", course.key());
    }

    private static void awaitStandings(CellDatabase cell, String course, String like, int many, String says)
            throws InterruptedException {
        until(
                "the markets know how " + course + " stands",
                () -> cell.number(
                                "select count(*) from adaptation_standing s join tenancy_tenant t on t.tenant_id = s.tenant_id"
                                        + " where t.slug like ? and s.course_slug = ? and s.document like ?",
                                like,
                                course,
                                "%" + says + "%")
                        == many);
    }

    private void publish(String enterprise, BenchCourse course, String change, String word) {
        markets.publisher().publish(enterprise, course.with(change, word));
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new Trouble(
                        "Within %d minutes it did not come about that %s.".formatted(PATIENCE.toMinutes(), what));
            }
            Thread.sleep(20);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void print(List<Line> lines) {
        out.printf(Locale.ROOT, "%n%-52s %10s %10s%n", "", "seconds", "goal");
        lines.forEach(line -> out.printf(
                Locale.ROOT,
                "%-52s %10.2f %7s %.0f%s%n",
                line.what(),
                line.seconds(),
                "<=",
                line.goal(),
                line.isKept() ? "" : " !"));
    }
}
