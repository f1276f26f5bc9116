package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From sign-on to a certificate, in three markets and three scripts, with no scripts in the browser. */
@ExtendWith(WholeStack.class)
class JourneyIT {

    private static final String COURSE = DemonstrationCourse.SECURITY.slug();
    private static final Pattern RIGHT = Pattern.compile("class=\"alert tone-success\" role=\"status\"");
    private static final Pattern CERTIFICATE = Pattern.compile("href=\"([^\"]*/certificates/[0-9a-f-]{36})\"");
    private static final Pattern PAPER = Pattern.compile("href=\"([^\"]*/certificates/[0-9a-f-]{36}/pdf)\"");

    static List<Learner> learners() {
        return List.of(Learner.LENA, Learner.NOURA, Learner.HARUKA);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void somebody_signs_on_takes_the_course_of_their_market_and_gets_a_certificate(
            Learner learner, WholeStack.Site site) {
        try (var visitor = new Visitor(site, learner.language())) {
            visitor.signOn(learner);

            var catalogue = visitor.go(learner.at("/catalogue"));
            assertIsPageFor(learner, catalogue);
            assertThat(catalogue.text()).contains("/courses/" + COURSE + "\"");

            String course = learner.at("/courses/" + COURSE);
            assertIsPageFor(learner, visitor.go(course));
            assertIsPageFor(learner, visitor.submit(course + "/enrolment", Map.of()));

            for (WrittenAnswers.Section section : new WrittenAnswers(COURSE, learner).sections()) {
                assertIsPageFor(learner, visitor.go(course + "/sections/" + section.id()));
                section.answers().forEach((block, answer) -> {
                    var answered = visitor.submit(course + "/blocks/" + block + "/answer", answer);
                    assertIsPageFor(learner, answered);
                });
                var answered = visitor.go(course + "/sections/" + section.id()).text();
                assertThat(RIGHT.matcher(answered).results().count())
                        .as("right answers in %s", section.id())
                        .isEqualTo(section.answers().size());
                assertIsPageFor(learner, visitor.submit(course + "/sections/" + section.id() + "/done", Map.of()));
            }

            var result = visitor.go(course + "/result");
            var certificate = visitor.go(result.find(CERTIFICATE));
            assertIsPageFor(learner, certificate);
            var paper = visitor.go(certificate.find(PAPER));
            assertThat(paper.status()).isEqualTo(200);
            assertThat(paper.type()).startsWith("application/pdf");
            assertThat(new String(paper.body(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
    }

    private static void assertIsPageFor(Learner learner, Answer page) {
        assertThat(page.status()).as("%s %s", page.address(), page.text()).isEqualTo(200);
        assertThat(page.text())
                .as("%s", page.address())
                .containsPattern(
                        "<html lang=\"%s[^\"]*\" dir=\"%s\"".formatted(learner.language(), learner.direction()));
    }
}
