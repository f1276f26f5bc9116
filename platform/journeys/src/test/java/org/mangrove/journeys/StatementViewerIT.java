package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mangrove.launcher.Stack;

/** An admin looks at what one person did, as other systems name them. */
@ExtendWith(WholeStack.class)
class StatementViewerIT {

    private static final String PLACE = "/admin/statements";
    private static final String HOME = "https://hr.example.org";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void what_one_person_did_is_found_by_each_name_and_not_by_anothers(WholeStack.Site site, Stack stack) {
        String mail = "viewed." + mark + "@example.org";
        try (var visitor = new Visitor(site, "de");
                RecordStore store =
                        RecordStore.of(site, new Operator(stack), "acme-de", "2.0.0", "\"statements/write\"")) {
            visitor.signOn(Learner.THOMAS);
            Instant lastWeek = Instant.now().minus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
            String both = "[%s, %s]"
                    .formatted(
                            statement("\"mbox\":\"mailto:" + mail + "\"", "Late " + mark, lastWeek),
                            statement(
                                    "\"account\":{\"homePage\":\"%s\",\"name\":\"%s\"}".formatted(HOME, mark),
                                    "Now " + mark,
                                    Instant.now()));
            assertThat(store.post("statements", both, "Content-Type", "application/json")
                            .status())
                    .isEqualTo(200);

            assertThat(shown(visitor, mail))
                    .contains("Late " + mark, "geschehen")
                    .doesNotContain("Now " + mark);
            assertThat(shown(visitor, HOME + " " + mark))
                    .contains("Now " + mark, "who=" + encoded(HOME + " " + mark))
                    .doesNotContain("Late " + mark, "geschehen");
            assertThat(shown(visitor, "somebody.else@example.org"))
                    .contains("Nichts passt zu Ihrer Suche")
                    .doesNotContain(mark);
            assertThat(visitor.go(Learner.THOMAS.at(PLACE + "?live=true&who=" + encoded(mail)))
                            .must()
                            .text())
                    .as("asks for itself again, wherever the tenant's pages begin")
                    .contains("hx-get=\"%s?live=true&amp;who=%s\"".formatted(Learner.THOMAS.at(PLACE), encoded(mail)));
            assertThat(shown(visitor, "nobody's name")).contains("Nichts passt zu Ihrer Suche");
        }
    }

    private static String shown(Visitor visitor, String who) {
        return visitor.go(Learner.THOMAS.at(PLACE + "?who=" + encoded(who)))
                .must()
                .text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String statement(String actor, String name, Instant at) {
        return """
                {"actor":{%s},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"timestamp":"%s",
                 "object":{"id":"http://example.org/viewed","definition":{"name":{"de":"%s"}}}}""".formatted(actor, at, name);
    }
}
