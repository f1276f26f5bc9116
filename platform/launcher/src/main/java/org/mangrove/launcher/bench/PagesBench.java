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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.mangrove.launcher.Distribution;
import org.mangrove.launcher.Trouble;
import org.mangrove.launcher.bench.StatementLog.Statements;

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
    private static final int WARM_UP = 8_000;
    private static final int WARM_UP_ANSWERS = 200;
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final String TRIVIAL = "health/live";
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
        Run answering = answering();
        crowd.finish(PASSED);
        out.printf("Warming up, with %,d requests ...%n", WARM_UP);
        Run.of(subject.process(), WARM_UP, number -> open(page(number, "catalogue"), personFor(number)));

        out.printf("Measuring: each page %,d times, then %,d requests mixed ...%n", alone, MIXED);
        var costs = new ArrayList<Cost>();
        Browser somebody = crowd.browsers().getFirst();
        costs.add(Cost.of(
                TRIVIAL,
                Weight.NONE,
                Statements.NONE,
                Run.of(
                        subject.process(),
                        alone,
                        any -> somebody.fetch("/" + TRIVIAL).status())));
        Browser reader = crowd.reading("en");
        pages.forEach((page, path) -> costs.add(Cost.of(
                page,
                Weight.of(reader, path.apply(reader)),
                told(page, withStatements, most(browser -> () -> open(page, browser))),
                Run.of(subject.process(), alone, number -> open(page, personFor(number))))));
        List<Crowd.Act> acts = crowd.answers(BEGUN);
        Run mixed = Run.of(
                subject.process(),
                MIXED,
                number -> page(number, ANSWER).equals(ANSWER)
                        ? acts.get(answersBefore(number)).send()
                        : open(page(number, ANSWER), personFor(number)));
        List<Crowd.Act> left = acts.subList(answersBefore(MIXED), acts.size());
        Statements inAnswer = most(browser -> {
            Iterator<Crowd.Act> own =
                    left.stream().filter(act -> act.isOfTheTenantOf(browser)).iterator();
            return () -> own.next().send();
        });
        costs.add(Cost.of(ANSWER, Weight.NONE, told(ANSWER, withStatements, inAnswer), answering));
        costs.add(Cost.of(MIXTURE_OF_ALL, Weight.NONE, Statements.NONE, mixed));
        return new Report(List.copyOf(costs), catalogues(), byItself());
    }

    private Run answering() {
        List<Crowd.Act> acts = crowd.answers(PASSED);
        Run.of(subject.process(), WARM_UP_ANSWERS, number -> acts.get(number).send());
        List<Crowd.Act> measured = acts.subList(WARM_UP_ANSWERS, acts.size());
        return Run.of(
                subject.process(),
                measured.size(),
                number -> measured.get(number).send());
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
