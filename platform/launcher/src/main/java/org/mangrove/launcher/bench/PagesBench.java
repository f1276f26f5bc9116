package org.mangrove.launcher.bench;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Trouble;
import org.mangrove.launcher.bench.StatementLog.Statements;
import org.mangrove.launcher.visit.Browser;

/**
 * What each page costs while fifty people in three tenants use it.
 *
 * <p>Everybody signs on, begins two courses, and passes one; so pages have something to show. What is measured has been
 * opened before: this is about a node that has been running, not about its first minute.
 */
public final class PagesBench {

    private static final String PASSED = "information-security-essentials";
    private static final String BEGUN = "giving-feedback-at-work";

    private static final int MIXED = 2_000;
    private static final int BATCH = 2_000;
    private static final int FEWEST_BATCHES = 4;
    private static final int MOST_BATCHES = 60;
    private static final double COMPILING_WHEN_WARM = 0.05;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(180);
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final String TRIVIAL = "an icon";
    private static final Pattern ICON = Pattern.compile("<link rel=\"icon\" href=\"([^\"]+)\"");
    private static final String ANSWER = "answer";
    private static final String MIXTURE_OF_ALL = "all, mixed";

    /** Which of twenty requests in the mixture are which page. */
    private static final List<String> MIXTURE = List.of(
            "start",
            "catalogue",
            "course",
            "section",
            ANSWER,
            "catalogue",
            "course",
            "section",
            "transcript",
            "catalogue",
            "course",
            "section",
            ANSWER,
            "catalogue",
            "course",
            "certificate",
            "section",
            "catalogue",
            "course",
            "my-data");

    private final Subject subject;
    private final Crowd crowd;
    private final StatementLog log;
    private final PrintStream out;
    private final int alone;

    /** Where each page is for somebody. */
    private final Map<String, Function<Browser, String>> pages = new LinkedHashMap<>();

    private PagesBench(Subject subject, Crowd crowd, StatementLog log, int alone, PrintStream out) {
        this.alone = alone;
        this.subject = subject;
        this.crowd = crowd;
        this.log = log;
        this.out = out;
        pages.put("start", any -> "/");
        pages.put("catalogue", any -> "/catalogue");
        pages.put("course", any -> "/courses/" + PASSED);
        pages.put("section", any -> "/courses/" + PASSED + "/sections/ten-seconds");
        pages.put("transcript", any -> "/transcript");
        pages.put("certificate", browser -> "/certificates/" + crowd.certificateOf(browser));
        pages.put("my-data", any -> "/my-data");
    }

    /**
     * @param kept where the figures of the last run are, and those of this one will be
     * @param alone how many times each page is opened while no other is
     * @param withStatements whether to print what the database was asked, too
     * @return whether the goals are kept
     */
    public static boolean run(
            Subject subject, Distribution distribution, Path kept, int alone, boolean withStatements, PrintStream out) {
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
                var log = new StatementLog(subject)) {
            out.println("Making accounts for fifty people in three tenants, and signing them on ...");
            Crowd crowd = Crowd.signedOn(subject, http, distribution);
            Report report = new PagesBench(subject, crowd, log, alone, out).measured(withStatements);
            report.print(kept, out);
            return report.keepsTheGoals();
        }
    }

    private Report measured(boolean withStatements) {
        out.println("They begin two courses, and pass one ...");
        crowd.begin(PASSED);
        crowd.begin(BEGUN);
        List<Crowd.Act> first = crowd.answers(PASSED);
        Run.of(subject.process(), first.size(), number -> first.get(number).send());
        crowd.finish(PASSED);
        warmUp();

        out.printf("Measuring: each page %,d times, then %,d requests mixed ...%n", alone, MIXED);
        var costs = new ArrayList<Cost>();
        Browser reader = crowd.reading("en");
        String icon = reader.go("/catalogue").find(ICON).orElseThrow();
        costs.add(Cost.of(
                TRIVIAL,
                Weight.NONE,
                Statements.NONE,
                alone(any -> reader.fetch(icon).status())));
        pages.forEach((page, path) -> costs.add(Cost.of(
                page,
                Weight.of(reader, path.apply(reader)),
                told(page, withStatements, most(browser -> () -> open(page, browser))),
                alone(number -> open(page, personFor(number))))));
        List<Crowd.Act> acts = crowd.answers(BEGUN);
        int people = crowd.browsers().size();
        List<Crowd.Act> forMixture = acts.subList(0, answersBefore(MIXED));
        List<Crowd.Act> forStatements = acts.subList(acts.size() - people, acts.size());
        List<Crowd.Act> forItself = acts.subList(forMixture.size(), acts.size() - people);
        Run answering = Run.of(
                subject.process(),
                forItself.size(),
                number -> forItself.get(number).send());
        Statements inAnswer = told(ANSWER, withStatements, most(browser -> {
            Iterator<Crowd.Act> own = forStatements.stream()
                    .filter(act -> act.isOfTheTenantOf(browser))
                    .iterator();
            return () -> own.next().send();
        }));
        costs.add(Cost.of(ANSWER, Weight.NONE, inAnswer, answering));
        Run mixed = Run.of(
                subject.process(),
                MIXED,
                number -> page(number, ANSWER).equals(ANSWER)
                        ? forMixture.get(answersBefore(number)).send()
                        : open(page(number, ANSWER), personFor(number)));
        costs.add(Cost.of(MIXTURE_OF_ALL, Weight.NONE, Statements.NONE, mixed));
        return new Report(List.copyOf(costs), catalogues(), byItself());
    }

    /** Until the compilers have little left to do: only then is the node as it is for the rest of its days. */
    private void warmUp() {
        out.println("Warming up ...");
        long begin = System.nanoTime();
        for (int batch = 1; batch <= MOST_BATCHES; batch++) {
            Run run = Run.of(subject.process(), BATCH, number -> open(page(number, "catalogue"), personFor(number)));
            out.printf(
                    Locale.ROOT,
                    "    %,6d requests: %.2f ms of CPU each, %.0f %% of it compiling%n",
                    batch * BATCH,
                    run.cpuMillis(),
                    100 * run.compilingMillis() / run.cpuMillis());
            boolean isWarm = run.compilingMillis() < COMPILING_WHEN_WARM * run.cpuMillis();
            boolean isLate = System.nanoTime() - begin > LONGEST_WARM_UP.toNanos();
            if (isLate || (isWarm && batch >= FEWEST_BATCHES)) {
                return;
            }
        }
    }

    /** Once unmeasured: the compilers take up what they have laid aside as soon as one page alone is asked for. */
    private Run alone(Run.Requests requests) {
        Run.of(subject.process(), alone, requests);
        return Run.of(subject.process(), alone, requests);
    }

    private int open(String page, Browser browser) {
        return browser.go(pages.getOrDefault(page, any -> "/" + page).apply(browser))
                .status();
    }

    /** @param forAnswer what stands in for an answer, which can be given once only */
    private static String page(int number, String forAnswer) {
        String page = MIXTURE.get(number % MIXTURE.size());
        return page.equals(ANSWER) ? forAnswer : page;
    }

    private static int answersBefore(int number) {
        long begun = MIXTURE.subList(0, number % MIXTURE.size()).stream()
                .filter(ANSWER::equals)
                .count();
        return (int) (number
                        / MIXTURE.size()
                        * MIXTURE.stream().filter(ANSWER::equals).count()
                + begun);
    }

    /** Neighbouring requests are of different people, and each page is opened by all. */
    private Browser personFor(int number) {
        List<Browser> all = crowd.browsers();
        return all.get((number * 7 + number / MIXTURE.size()) % all.size());
    }

    /** Of the tenants, whose plugins differ, the one whose page asks most. */
    private Statements most(Function<Browser, Runnable> visit) {
        return crowd.oneOfEachTenant().stream()
                .map(browser -> log.of(visit.apply(browser)))
                .max(Comparator.comparing(all -> all.queries().size()))
                .orElseThrow();
    }

    private Statements told(String page, boolean withStatements, Statements statements) {
        if (withStatements) {
            out.printf("%n%s%n", page);
            statements.queries().forEach(query -> out.println("    " + StatementLog.shortened(query)));
            statements.setUp().forEach(setUp -> out.println("    (" + StatementLog.shortened(setUp) + ")"));
        }
        return statements;
    }

    private Map<String, Weight> catalogues() {
        var weights = new LinkedHashMap<String, Weight>();
        for (String language : List.of("en", "de", "ar", "ja")) {
            weights.put(language, Weight.of(crowd.reading(language), "/catalogue"));
        }
        return weights;
    }

    /** Processor time that the node takes in a second in which nobody asks for anything. */
    private double byItself() {
        try {
            CpuTime before = CpuTime.of(subject.process());
            TimeUnit.NANOSECONDS.sleep(CALM.toNanos());
            return CpuTime.of(subject.process()).since(before).all().toMillis() / (double) CALM.toSeconds();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while measuring.", stopped);
        }
    }
}
