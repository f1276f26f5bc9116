package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has signed on to one tenant is a stranger to all others, and what they own there exists nowhere else. */
@ExtendWith(WholeStack.class)
class IsolationIT {

    private static final String COURSE = "information-security-essentials";
    private static final Learner EMRE = new Learner("emre.yilmaz", "acme-de", "de", "ltr");
    private static final List<String> NEIGHBOURS = List.of("borealis-de", "acme-sa", "acme-at");
    private static final Pattern CERTIFICATE = Pattern.compile("/certificates/([0-9a-f-]{36})\"");
    private static final Pattern MEDIA = Pattern.compile("/media/([0-9a-f]{64})");
    private static final Pattern PASSING =
            Pattern.compile("<p class=\"freshness.*?</p>|name=\"_csrf\" value=\"[^\"]*\"", Pattern.DOTALL);

    @Test
    void with_the_cookies_of_one_tenant_every_route_of_another_answers_as_to_a_stranger(WholeStack.Site site) {
        try (var emre = new Visitor(site, "de");
                var stranger = new Visitor(site, "de")) {
            emre.signOn(EMRE.tenant(), EMRE.user(), Learner.PASSWORD);
            String certificate = pass(emre);
            String section = EMRE.at("/courses/" + COURSE + "/sections/ten-seconds");
            Map<String, String> known = examples(emre.go(section).find(MEDIA), certificate);
            assertThat(stranger.go(section).isRedirect())
                    .as("the section needs a sign-on")
                    .isTrue();

            List<Routes.Route> routes = Routes.all();
            assertThat(routes)
                    .contains(new Routes.Route("GET", "/courses/{course}/sections/{section}"))
                    .contains(new Routes.Route("GET", "/catalogue"));
            var all = new SoftAssertions();
            for (Routes.Route route : routes) {
                String path = route.with(known);
                for (String neighbour : NEIGHBOURS) {
                    String there = "/t/" + neighbour + path;
                    all.assertThat(told(emre.trespass(route.method(), there, EMRE.tenant(), neighbour)))
                            .as("%s %s", route.method(), there)
                            .isEqualTo(told(stranger.trespass(route.method(), there, EMRE.tenant(), neighbour)));
                }
            }
            all.assertAll();

            assertThat(emre.go(section).status()).as("Emre is still signed on").isEqualTo(200);
        }
    }

    @Test
    void a_certificate_of_one_tenant_has_never_existed_in_another(WholeStack.Site site) {
        try (var emre = new Visitor(site, "de");
                var noura = new Visitor(site, "ar")) {
            emre.signOn(EMRE.tenant(), EMRE.user(), Learner.PASSWORD);
            String real = pass(emre);
            assertThat(emre.go(EMRE.at("/certificates/" + real)).status()).isEqualTo(200);
            String never = UUID.randomUUID().toString();

            noura.signOn(Learner.NOURA.tenant(), Learner.NOURA.user(), Learner.PASSWORD);
            for (String place : List.of("/certificates/%s", "/certificates/%s/pdf")) {
                var asked = noura.go(Learner.NOURA.at(place.formatted(real)));
                assertThat(asked.status()).as(place).isEqualTo(404);
                assertThat(told(asked).replace(real, never))
                        .as(place)
                        .isEqualTo(told(noura.go(Learner.NOURA.at(place.formatted(never)))));
            }
        }
    }

    /** Takes the course and says which certificate that gave. */
    private static String pass(Visitor visitor) {
        String course = EMRE.at("/courses/" + COURSE);
        visitor.submit(course + "/enrolment", Map.of());
        for (WrittenAnswers.Section section : new WrittenAnswers(COURSE, EMRE).sections()) {
            section.answers()
                    .forEach((block, answer) -> visitor.submit(course + "/blocks/" + block + "/answer", answer));
            visitor.submit(course + "/sections/" + section.id() + "/done", Map.of());
        }
        return visitor.go(course + "/result").find(CERTIFICATE);
    }

    private static Map<String, String> examples(String digest, String certificate) {
        var examples = new HashMap<String, String>();
        examples.put("course", COURSE);
        examples.put("section", "ten-seconds");
        examples.put("block", "q-new-account");
        examples.put("digest", digest);
        examples.put("certificate", certificate);
        examples.put("code", "ABCD-EFGH-JKLM");
        examples.put("number", "1");
        examples.put("tenant", EMRE.tenant());
        examples.put("enterprise", "acme");
        examples.put("id", "de-arbeitsschutz");
        examples.put("version", "1.0.0");
        examples.put("purpose", "learning-analytics");
        examples.put("person", "00000000-0000-7000-8000-000000000000");
        examples.put("change", "00000000-0000-7000-8000-000000000000");
        examples.put("key", "00000000-0000-7000-8000-000000000000");
        return examples;
    }

    /** What an answer tells, without when it was told, and without the token that the visitor's own cookie brought. */
    private static String told(Visitor.Answer answer) {
        String all = "%d %s %s%n%s"
                .formatted(answer.status(), answer.type(), answer.location().orElse(""), answer.text());
        return PASSING.matcher(all).replaceAll("");
    }
}
