package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;
import org.mangrove.launcher.Trouble;

/**
 * The node is killed at random moments while people of three tenants learn and an author publishes; what they were told was
 * done is there afterwards, each thing once.
 *
 * <p>Fifty times. {@code -Dmangrove.seed} repeats the same moments and choices, as far
 * as the machine lets them be the same.
 */
@Tag("long")
@ExtendWith(WholeStack.class)
class KillIT {

    private static final int KILLS = 50;
    private static final int EACH_TENANT = 2;
    private static final int LONGEST_WAIT_MILLIS = 4_000;
    /** Every so many kills one hits a node that is still starting. */
    private static final int IN_THE_START = 2;

    /** A machine that has more to do than this test may take long to finish a course. */
    private static final Patience PATIENCE = Patience.of(Duration.ofMinutes(5));

    private static final Map<String, String> CELLS = Map.of("acme-de", "eu", "acme-sa", "sa", "acme-jp", "jp");

    private final long seed = Long.getLong("mangrove.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Outages outages = new Outages();

    @Test
    void what_was_acknowledged_is_there_once_however_often_the_node_is_killed(WholeStack.Site site, Stack stack)
            throws Exception {
        System.out.println("Kill: -Dmangrove.seed=" + seed);
        makePeople(stack);
        List<BusyLearner> learners = people().stream()
                .map(learner -> new BusyLearner(learner, site, outages, new Random(random.nextLong())))
                .toList();
        learners.forEach(BusyLearner::signOn);
        long versionsBefore = versions(stack);

        var author = new BusyAuthor(stack, outages);
        try {
            killWhileTheyWork(stack, learners, author);

            report(learners, author);
            var all = new SoftAssertions();
            for (BusyLearner learner : learners) {
                assertRowsAreAsAcknowledged(all, site, stack, learner);
                assertPagesAreAsAcknowledged(all, learner);
            }
            assertEachAttemptToldTheSameProgress(all, site, stack, learners);
            all.assertThat(versions(stack) - versionsBefore)
                    .as("versions of %s", BusyAuthor.COURSE)
                    .isEqualTo(author.published());
            all.assertAll();
            assertRelayAndFeedGoOn(site, stack, author);
        } finally {
            learners.forEach(BusyLearner::close);
        }
    }

    private void killWhileTheyWork(Stack stack, List<BusyLearner> learners, BusyAuthor author) throws Exception {
        BooleanSupplier enough = () -> outages.survived() >= KILLS;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            var working = new ArrayList<Future<Void>>();
            for (BusyLearner learner : learners) {
                working.add(threads.submit(task(() -> learner.learnUntil(enough))));
            }
            working.add(threads.submit(task(() -> author.publishUntil(enough))));
            try {
                for (int kill = 1; kill <= KILLS; kill++) {
                    Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
                    failIfSomebodyStopped(working);
                    kill(stack, kill % IN_THE_START == 0);
                    outages.isBack();
                }
                for (Future<Void> one : working) {
                    one.get(PATIENCE.atMost().toSeconds(), TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** @param twice once more before it is up again */
    private void kill(Stack stack, boolean twice) throws InterruptedException {
        stack.node().kill();
        if (twice) {
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<?> starting = thread.submit(stack.node()::restart);
                Thread.sleep(random.nextInt(2 * LONGEST_WAIT_MILLIS));
                stack.node().kill();
                try {
                    starting.get();
                } catch (ExecutionException killed) {
                    assertThat(killed).hasCauseInstanceOf(Trouble.class);
                }
            }
        }
        stack.node().restart();
    }

    private static void failIfSomebodyStopped(List<Future<Void>> working) throws Exception {
        for (Future<Void> one : working) {
            if (one.state() == Future.State.FAILED) {
                one.get();
            }
        }
    }

    private static void assertRowsAreAsAcknowledged(
            SoftAssertions all, WholeStack.Site site, Stack stack, BusyLearner learner) {
        var rows = new CellRows(stack, CELLS.get(learner.learner().tenant()));
        var person = rows.person(email(learner.learner()));
        List<Attempt> attempts = learner.attempts();
        all.assertThat(statements(site, stack, learner, person).stream().filter(told -> !told.startsWith("progressed")))
                .as("statements of %s", learner.learner())
                .containsExactlyInAnyOrderElementsOf(attempts.stream()
                        .flatMap(attempt -> attempt.statements().stream())
                        .toList());
        all.assertThat(rows.events(person))
                .as("events of %s", learner.learner())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("PersonJoined"),
                                attempts.stream().flatMap(attempt -> attempt.events().stream()))
                        .toList());
        all.assertThat(rows.completions(person))
                .as("completions of %s", learner.learner())
                .containsExactlyInAnyOrderElementsOf(attempts.stream()
                        .map(attempt -> "%s %d %s".formatted(attempt.course(), attempt.number(), attempt.certificate()))
                        .toList());
        Map<String, Attempt> last =
                attempts.stream().collect(Collectors.toMap(Attempt::course, attempt -> attempt, (one, later) -> later));
        all.assertThat(rows.enrolments(person))
                .as("enrolments of %s", learner.learner())
                .containsExactlyInAnyOrderElementsOf(last.values().stream()
                        .map(attempt ->
                                "%s COMPLETED %d %d".formatted(attempt.course(), attempt.number(), attempt.answered()))
                        .toList());
        all.assertThat(rows.consents(person, BusyLearner.CONSENT))
                .as("consent of %s", learner.learner())
                .containsExactly(learner.consents());
    }

    private static List<String> statements(
            WholeStack.Site site, Stack stack, BusyLearner learner, CellRows.Person person) {
        return new PersonsStatements(site, stack, learner.learner().tenant()).of(person);
    }

    private static void assertPagesAreAsAcknowledged(SoftAssertions all, BusyLearner learner) throws Exception {
        String transcript = learner.page("/transcript/csv");
        all.assertThat(transcript.lines().filter(line -> !line.isBlank()).count() - 1)
                .as("lines of the transcript of %s: %s", learner.learner(), transcript)
                .isEqualTo(learner.attempts().size());
        for (Attempt attempt : learner.attempts()) {
            all.assertThat(learner.page("/certificates/" + attempt.certificate()))
                    .contains("Busy");
        }
        all.assertThat(learner.page("/my-data"))
                .as("whether %s consents", learner.learner())
                .containsPattern("(?s)id=\"%s\".*?name=\"say\" value=\"%s\""
                        .formatted(BusyLearner.CONSENT, learner.consents() ? "no" : "yes"));
    }

    /** Statements of progress carry how far it was: each once in an attempt, and in all attempts the same ones. */
    private static void assertEachAttemptToldTheSameProgress(
            SoftAssertions all, WholeStack.Site site, Stack stack, List<BusyLearner> learners) {
        for (BusyLearner learner : learners) {
            var rows = new CellRows(stack, CELLS.get(learner.learner().tenant()));
            var told = new HashMap<String, List<String>>();
            statements(site, stack, learner, rows.person(email(learner.learner()))).stream()
                    .filter(line -> line.startsWith("progressed"))
                    .map(line -> line.split(" "))
                    .forEach(line -> told.computeIfAbsent(line[1] + " " + line[2], attempt -> new ArrayList<>())
                            .add(line[3]));
            all.assertThat(told.keySet())
                    .containsExactlyInAnyOrderElementsOf(learner.attempts().stream()
                            .map(attempt -> attempt.course() + " " + attempt.number())
                            .toList());
            told.forEach((attempt, steps) -> all.assertThat(steps)
                    .as("progress of %s in %s", learner.learner(), attempt)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(told.get(attempt.replaceFirst(" .*", " 1"))));
        }
    }

    private void assertRelayAndFeedGoOn(WholeStack.Site site, Stack stack, BusyAuthor author) throws Exception {
        String title = author.lastTitle();
        var eu = new CellRows(stack, "eu");
        var sa = new CellRows(stack, "sa");
        var jp = new CellRows(stack, "jp");
        try (var maria = new Visitor(site, "en")) {
            maria.signOn("borealis-de", "maria.schulz", Learner.PASSWORD);
            PATIENCE.until(
                    "the last title is seen in the market",
                    () -> maria.go("/t/borealis-de/courses/" + BusyAuthor.COURSE)
                            .text()
                            .contains(title));
            author.publishAsItWas();
            PATIENCE.until(
                    "every event has a number of its own",
                    () -> eu.numbering().isWhole()
                            && sa.numbering().isWhole()
                            && jp.numbering().isWhole());
            PATIENCE.until(
                    "every reader has read everything",
                    () -> eu.readersBehind().isEmpty()
                            && sa.readersBehind().isEmpty()
                            && jp.readersBehind().isEmpty());
            PATIENCE.until(
                    "the cells have come as far as the core",
                    () -> List.of(head(stack)).equals(eu.position(BusyAuthor.ENTERPRISE))
                            && List.of(head(stack)).equals(jp.position(BusyAuthor.ENTERPRISE)));
            assertThat(chain(stack)).as("the numbers of the feed's entries").isTrue();
        }
    }

    private void makePeople(Stack stack) {
        String yaml = people().stream()
                .map(learner -> """
                          - user: %s
                            given: Busy
                            family: Number %s
                            email: %s
                            tenants:
                              %s: [learner]
                        """.formatted(
                                learner.user(), learner.user().replaceAll("\\D", ""), email(learner), learner.tenant()))
                .collect(Collectors.joining("", "accounts:\n", ""));
        new Operator(stack)
                .post("/operator/api/demonstration/accounts", "application/yaml", yaml)
                .must();
    }

    private static List<Learner> people() {
        return List.of(Learner.LENA, Learner.NOURA, Learner.HARUKA).stream()
                .flatMap(model -> IntStream.rangeClosed(1, EACH_TENANT)
                        .mapToObj(number -> new Learner(
                                "busy%d.%s".formatted(number, model.tenant()),
                                model.tenant(),
                                model.language(),
                                model.direction())))
                .toList();
    }

    private static String email(Learner learner) {
        return "%s@%s.example".formatted(learner.user(), learner.tenant());
    }

    private static long versions(Stack stack) {
        return Rows.ofCore(stack)
                .number(
                        "select count(*) from content_asset_version v join content_asset a on a.enterprise_id = v.enterprise_id"
                                + " and a.id = v.asset_id where a.slug = '%s'".formatted(BusyAuthor.COURSE));
    }

    private static String head(Stack stack) {
        return Rows.ofCore(stack)
                .text("select concat(epoch, ' ', number, ' ', hash) from publication_chain c join tenancy_enterprise e"
                        + " on e.enterprise_id = c.enterprise_id where e.slug = '%s'".formatted(BusyAuthor.ENTERPRISE));
    }

    /** Whether the entries of the feed under way have the numbers from 1 to that of its head. */
    private static boolean chain(Stack stack) {
        return Rows.ofCore(stack)
                .text("select count(*) = max(n.number) and max(n.number) = max(c.number) from publication_entry n"
                        + " join publication_chain c on c.enterprise_id = n.enterprise_id and c.epoch = n.epoch"
                        + " join tenancy_enterprise e on e.enterprise_id = c.enterprise_id where e.slug = '%s'"
                                .formatted(BusyAuthor.ENTERPRISE))
                .equals("1");
    }

    private void report(List<BusyLearner> learners, BusyAuthor author) {
        System.out.printf(
                "Kill: %d kills, %d acts and %d publications acknowledged, %d sent again, %d certificates%n",
                outages.survived(),
                learners.stream().mapToInt(BusyLearner::acts).sum(),
                author.published(),
                learners.stream().mapToInt(BusyLearner::repeats).sum(),
                learners.stream().mapToInt(learner -> learner.attempts().size()).sum());
    }

    private interface Work {
        void go() throws Exception;
    }

    private static Callable<Void> task(Work work) {
        return () -> {
            work.go();
            return null;
        };
    }
}
