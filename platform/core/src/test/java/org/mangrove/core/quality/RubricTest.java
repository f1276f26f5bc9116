package org.mangrove.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RubricTest {

    private static final Path SCHEMA = Path.of("../../tenants-config/schema/enterprise.json");

    @Test
    void an_enterprise_chooses_its_own_figures() {
        Rubric own = RubricFile.PLATFORM.with(
                Map.of("reading-level.en", "70", "byte-budget.severity", "warns", "escalation.steward", "40"));

        assertThat(own.of(CriterionKind.READING_LEVEL).parameter("en")).isEqualTo(70);
        assertThat(own.of(CriterionKind.READING_LEVEL).parameter("de")).isEqualTo(40);
        assertThat(own.of(CriterionKind.BYTE_BUDGET).severity()).isEqualTo(Severity.WARNS);
        assertThat(own.escalation()).isEqualTo(new Rubric.Escalation(60, 40, 40));
    }

    @Test
    void what_is_not_allowed_is_as_near_to_it_as_may_be() {
        Rubric own = RubricFile.PLATFORM.with(Map.of(
                "reading-level.en", "3",
                "captions.severity", "warns",
                "claims-in-time.severity", "blocks",
                "beauty.most", "1",
                "nothing", "1"));

        assertThat(own.of(CriterionKind.READING_LEVEL).parameter("en")).isEqualTo(20);
        assertThat(own.of(CriterionKind.CAPTIONS).severity()).isEqualTo(Severity.BLOCKS);
        assertThat(own.of(CriterionKind.CLAIMS_IN_TIME).severity()).isEqualTo(Severity.BLOCKS);
    }

    @Test
    void a_tightened_figure_finds_what_the_platform_lets_pass() throws Exception {
        var course = new JudgedCourse("en").picture("plan", 400_000, Map.of("en", "A corridor with two exits."));

        assertThat(course.report().blocking(Set.of())).isEmpty();
        assertThat(course.report(RubricFile.PLATFORM.with(Map.of("byte-budget.section-kilobytes", "400")))
                        .blocking(Set.of()))
                .extracting(Finding::shortcoming)
                .containsExactly(Shortcoming.SECTION_TOO_HEAVY);
    }

    @Test
    void the_schema_of_the_configuration_allows_what_the_rubric_allows_and_nothing_else() throws IOException {
        JsonNode criteria = new ObjectMapper()
                .readTree(SCHEMA.toFile())
                .path("properties")
                .path("quality")
                .path("properties");
        var allowed = new TreeSet<String>();
        criteria.properties()
                .forEach(criterion -> criterion
                        .getValue()
                        .path("properties")
                        .properties()
                        .forEach(parameter -> allowed.add(line(
                                criterion.getKey(),
                                parameter.getKey(),
                                parameter.getValue().path("minimum").asInt(),
                                parameter.getValue().path("maximum").asInt()))));
        allowed.removeIf(line -> line.startsWith("escalation"));

        var offered = new TreeSet<String>();
        for (CriterionKind kind : CriterionKind.values()) {
            Criterion criterion = RubricFile.PLATFORM.of(kind);
            if (criterion.mayWarn()) {
                offered.add(line(kind.word(), "severity", 0, 0));
            }
            criterion.parameters().forEach((name, parameter) -> {
                if (parameter.least() < parameter.most()) {
                    offered.add(line(kind.word(), name, parameter.least(), parameter.most()));
                }
            });
        }

        assertThat(allowed).isEqualTo(offered);
    }

    private static String line(String criterion, String parameter, int least, int most) {
        return "%s.%s %d-%d".formatted(criterion, parameter, least, most);
    }
}
