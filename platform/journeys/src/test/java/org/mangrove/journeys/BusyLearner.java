package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Somebody who takes courses again and again, while the node goes and comes back, and notes what was acknowledged.
 *
 * <p>What gets no answer is sent again until it gets one. Some forms are sent twice at once, though nobody asked for it.
 */
final class BusyLearner implements AutoCloseable {

    static final String CONSENT = "peer-profile";

    private static final List<String> COURSES = List.of("information-security-essentials", "giving-feedback-at-work");
    private static final Pattern CERTIFICATE = Pattern.compile("href=\"[^\"]*/certificates/([0-9a-f-]{36})\"");
    private static final int LONGEST_PAUSE_MILLIS = 60;

    private final Learner learner;
    private final Outages outages;
    private final Random random;
    private final Visitor visitor;
    private final List<Attempt> attempts = new ArrayList<>();
    private boolean consents;
    private boolean hasDecided;
    private int acts;
    private int repeats;

    BusyLearner(Learner learner, WholeStack.Site site, Outages outages, Random random) {
        this.learner = learner;
        this.outages = outages;
        this.random = random;
        this.visitor = new Visitor(site, learner.language());
    }

    void signOn() {
        visitor.signOn(learner);
    }

    /** Goes on until it is enough, and then to the end of the course under way. */
    void learnUntil(BooleanSupplier enough) throws InterruptedException, TimeoutException {
        do {
            String course = COURSES.get(attempts.size() % COURSES.size());
            var attempt = new Attempt(course, attempts.size() / COURSES.size() + 1);
            take(attempt);
            attempts.add(attempt);
            decide();
        } while (!enough.getAsBoolean());
    }

    Learner learner() {
        return learner;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    boolean consents() {
        return consents;
    }

    int acts() {
        return acts;
    }

    int repeats() {
        return repeats;
    }

    /** The page at a path of the learner's tenant. */
    String page(String path) throws InterruptedException, TimeoutException {
        return read(path).text();
    }

    private void take(Attempt attempt) throws InterruptedException, TimeoutException {
        String course = "/courses/" + attempt.course();
        read(course);
        act(course + "/enrolment", Map.of());
        for (WrittenAnswers.Section section : new WrittenAnswers(attempt.course(), learner).sections()) {
            read(course + "/sections/" + section.id());
            for (Map.Entry<String, Map<String, List<String>>> answer :
                    section.answers().entrySet()) {
                boolean inWords = section.inWords().contains(answer.getKey());
                Map<String, List<String>> fields = inWords ? ownWords() : answer.getValue();
                act(course + "/blocks/" + answer.getKey() + "/answer", fields);
                attempt.answered(answer.getKey(), fields);
            }
            act(course + "/sections/" + section.id() + "/done", Map.of());
        }
        attempt.passed(read(course + "/result").find(CERTIFICATE));
        read("/certificates/" + attempt.certificate());
    }

    /** Words that nobody else says, so that what is stored can be told from every other answer. They are wrong, but few. */
    private Map<String, List<String>> ownWords() {
        return Map.of("answer", List.of("%s-%d-%d".formatted(learner.user(), acts, random.nextInt(1_000_000))));
    }

    private void decide() throws InterruptedException, TimeoutException {
        boolean wish = !hasDecided || random.nextBoolean();
        act("/my-data/" + CONSENT, Map.of("say", List.of(wish ? "yes" : "no")));
        consents = wish;
        hasDecided = true;
    }

    private Answer read(String path) throws InterruptedException, TimeoutException {
        Answer page = untilAnswered(() -> visitor.go(learner.at(path)));
        assertThat(page.status()).as("%s of %s: %s", path, learner, page.text()).isEqualTo(200);
        return page;
    }

    private void act(String path, Map<String, List<String>> fields) throws InterruptedException, TimeoutException {
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        boolean impatient = random.nextInt(5) == 0;
        List<Answer> answers = untilAnswered(() -> impatient
                ? visitor.sendTwice(learner.at(path), fields)
                : List.of(visitor.send(learner.at(path), fields)));
        assertThat(answers)
                .as("%s of %s", path, learner)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(303));
        acts++;
    }

    private <T> T untilAnswered(Supplier<T> asking) throws InterruptedException, TimeoutException {
        while (true) {
            int before = outages.survived();
            try {
                return asking.get();
            } catch (NoAnswer lost) {
                repeats++;
                outages.awaitMoreThan(before);
            }
        }
    }

    @Override
    public void close() {
        visitor.close();
    }
}
