package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mangrove.launcher.Stack;

/** What the marked people do: they learn, fail, mistype and govern, and leave their marks wherever that leads. */
record MarkedPeople(WholeStack.Site site, Operator operator, Rows everywhere) {

    private static final String COURSE = DemonstrationCourse.SECURITY.slug();
    private static final Pattern PAPER = Pattern.compile("href=\"([^\"]*/certificates/[0-9a-f-]{36}/pdf)\"");
    private static final Pattern CERTIFICATE = Pattern.compile("href=\"[^\"]*/certificates/([0-9a-f-]{36})\"");
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    static MarkedPeople of(Stack stack, WholeStack.Site site) {
        return new MarkedPeople(site, new Operator(stack), Rows.everywhere(stack));
    }

    void getAccounts() {
        operator.post(
                        "/operator/api/demonstration/accounts",
                        "application/yaml",
                        Marked.all().stream().map(Marked::account).collect(Collectors.joining("", "accounts:\n", "")))
                .must();
    }

    /** Takes the course, with answers that nobody else would give, and says what the certificate's paper is. */
    byte[] learns(Marked who, Learner learner) {
        try (var visitor = new Visitor(site, learner.language())) {
            visitor.signOn(learner);
            String course = learner.at("/courses/" + COURSE);
            visitor.go(learner.at("/catalogue?q=" + who.word("query")));
            visitor.submit(learner.at("/language"), Map.of("language", List.of("en"), "back", List.of("/catalogue")));
            visitor.submit(
                    learner.at("/language"),
                    Map.of("language", List.of(learner.language()), "back", List.of("/" + who.word("query"))));
            visitor.submit(learner.at("/look"), Map.of("look", List.of("dark"), "back", List.of("/catalogue")));
            visitor.go(course);
            visitor.submit(course + "/enrolment", Map.of());
            for (WrittenAnswers.Section section : new WrittenAnswers(COURSE, learner).sections()) {
                section.answers().forEach((block, answer) -> {
                    String place = course + "/blocks/" + block + "/answer";
                    visitor.submit(place, Map.of("answer", List.of(who.answer())));
                    visitor.submit(place, answer);
                });
                visitor.submit(course + "/sections/" + section.id() + "/done", Map.of());
            }
            String certificate = visitor.go(course + "/result").find(CERTIFICATE);
            visitor.go(learner.at("/transcript/csv?sort=" + who.word("query")));
            visitor.submit(learner.at("/my-data/learning-analytics"), Map.of("say", List.of("yes")));
            visitor.submit(learner.at("/my-data/" + who.word("path")), Map.of("say", List.of(who.word("form"))));
            return visitor.go(visitor.go(learner.at("/certificates/" + certificate))
                            .find(PAPER))
                    .body();
        }
    }

    /** Types wrong passwords and user names, and answers what the database will not take. */
    void fails(Learner learner) {
        Marked who = Marked.UTE;
        try (var visitor = new Visitor(site, learner.language())) {
            visitor.signOn(learner);
            String course = learner.at("/courses/" + COURSE);
            visitor.go(course);
            visitor.submit(course + "/enrolment", Map.of());
            String answer = course + "/blocks/q-lock/answer";
            everywhere.change("""
                    create trigger mangrove_cell_eu.quotes before update on mangrove_cell_eu.learning_enrolment
                    for each row
                    begin
                        if new.progress like '%%%1$s%%' then
                            set @said = substring(new.progress, locate('%1$s', new.progress), 40);
                            signal sqlstate '45000' set message_text = @said;
                        end if;
                    end""".formatted(who.word("answer")));
            try {
                assertThat(visitor.submit(answer, Map.of("answer", List.of(who.answer())))
                                .status())
                        .isEqualTo(500);
            } finally {
                everywhere.change("drop trigger mangrove_cell_eu.quotes");
            }
            visitor.go(course);
            assertThat(visitor.submit(answer, Map.of("answer", List.of(who.answer())))
                            .status())
                    .isEqualTo(200);
        }
        try (var stranger = new Visitor(site, learner.language())) {
            Answer page = stranger.follow(stranger.go(learner.at("/sign-on?back=/catalogue")));
            for (String user : List.of(who.word("wronguser"), who.email(), who.user(), who.user())) {
                page = stranger.submit(
                        page.find(FORM), Map.of("username", List.of(user), "password", List.of(who.word("password"))));
                assertThat(page.status()).as("%s", page.address()).isEqualTo(200);
            }
        }
    }

    void governs() {
        try (var visitor = new Visitor(site, "en")) {
            Answer page = visitor.arrive("/e/acme/sign-on?back=/", Marked.GERDA.user(), Learner.PASSWORD);
            assertThat(page.address().getAuthority()).isEqualTo(site.url().getAuthority());
            assertThat(page.text()).contains(Marked.GERDA.family());
        }
    }
}
