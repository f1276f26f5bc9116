package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.core.xapi.ExactJson;

class StatementTemplateTest {

    private static final ObjectNode STATEMENT = json("""
            {"id":"a","actor":{"name":"Lena","account":{"homePage":"https://example.org","name":"lena"}},
             "verb":{"id":"https://example.org/passed"},"result":{"score":{"scaled":0.10}},
             "object":{"id":"https://example.org/course"},
             "context":{"contextActivities":{"parent":[{"id":"https://one"},{"id":"https://two"},{"x":1}]}}}
            """);

    @Test
    void an_empty_one_leaves_a_statement_as_it_is() {
        StatementTemplate template = StatementTemplate.read("  ");

        assertThat(template.isEmpty()).isTrue();
        assertThat(template.fill(STATEMENT)).isEqualTo(STATEMENT).isNotSameAs(STATEMENT);
    }

    @Test
    void what_stands_in_it_stands_in_the_result_and_values_come_from_the_statement() {
        assertThat(filled("""
                {"version":"2.0.0","actor":{"account":{"$value":"/actor/account"}},"score":[{"$value":"/result/score/scaled"}]}
                """)).isEqualTo("""
                {"version":"2.0.0","actor":{"account":{"homePage":"https://example.org","name":"lena"}},"score":[0.10]}""");
    }

    @Test
    void what_lies_nowhere_is_left_out_or_something_else_stands_there() {
        assertThat(filled("""
                {"a":{"$value":"/no/where"},"b":[{"$value":"/no"},1],"c":{"$value":"/no","$else":{"d":{"$value":"/id"}}},
                 "e":{"$text":"{/no}"},"f":{"$text":"{/actor}","$else":"-"}}
                """)).isEqualTo("{\"b\":[1],\"c\":{\"d\":\"a\"},\"f\":\"-\"}");
    }

    @Test
    void texts_are_put_together_of_scalars() {
        assertThat(filled("{\"name\":{\"$text\":\"{/actor/account/name}@{/result/score/scaled}!\"}}"))
                .isEqualTo("{\"name\":\"lena@0.10!\"}");
    }

    @Test
    void one_of_several_is_chosen_by_what_lies_somewhere() {
        String template = """
                {"verb":{"$choose":"/verb/id","$cases":{"https://example.org/%s":{"id":"https://other/done"}},
                 "$else":{"$value":"/verb"}}}
                """;

        assertThat(filled(template.formatted("passed"))).isEqualTo("{\"verb\":{\"id\":\"https://other/done\"}}");
        assertThat(filled(template.formatted("failed")))
                .isEqualTo("{\"verb\":{\"id\":\"https://example.org/passed\"}}");
    }

    @Test
    void each_element_is_made_anew() {
        assertThat(filled("""
                {"all":{"$each":"/context/contextActivities/parent","$as":{"$value":"./id"}},
                 "none":{"$each":"/actor","$as":1}}
                """)).isEqualTo("{\"all\":[\"https://one\",\"https://two\"]}");
    }

    @Test
    void the_whole_statement_can_have_less_and_more() {
        assertThat(filled("""
                {"$without":["/actor/name","/result","/context/contextActivities/parent/0","/no/where"],
                 "$with":{"/context/platform":"Mangrove","/x/y":{"$value":"/id"},"/z":{"$value":"/no"},"/id/deeper":1}}
                """)).isEqualTo("""
                {"id":"a","actor":{"account":{"homePage":"https://example.org","name":"lena"}},\
                "verb":{"id":"https://example.org/passed"},"object":{"id":"https://example.org/course"},\
                "context":{"contextActivities":{"parent":[{"id":"https://two"},{"x":1}]},"platform":"Mangrove"},\
                "x":{"y":"a"}}""");
        assertThat(STATEMENT.at("/actor/name").asText()).isEqualTo("Lena");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":                                    | no-json
            {} {}                                    | no-json
            {"a":1,"a":2}                            | no-json
            []                                       | no-object
            {"a":{"$vlaue":"/id"}}                   | no-such-word
            {"a":{"$value":"/id","b":1}}             | not-together
            {"a":{"$value":"/id","$text":"x"}}       | not-together
            {"a":{"$value":1}}                       | no-text
            {"a":{"$value":"id"}}                    | no-place
            {"a":{"$value":""}}                      | no-place
            {"a":{"$text":"{/id"}}                   | open-brace
            {"a":{"$choose":"/id"}}                  | no-cases
            {"a":{"$each":"/id"}}                    | no-as
            {"$without":"/id"}                       | no-list
            {"$with":["/id"]}                        | no-places
            {"$with":{"./id":1}}                     | no-place
            """)
    void what_would_do_nothing_is_refused(String template, String why) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> StatementTemplate.read(template))
                .satisfies(refused -> {
                    assertThat(refused.place()).contains("template");
                    assertThat(refused.reason().key()).isEqualTo("forwarding.template." + why);
                });
    }

    @Test
    void a_place_is_told_where_something_is_wrong() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> StatementTemplate.read("{\"a\":[1,{\"b\":{\"$value\":2}}]}"))
                .satisfies(refused -> assertThat(refused.reason().arguments()).containsEntry("where", "$.a[1].b"));
    }

    @Test
    void it_makes_no_more_than_it_may() {
        String element = "{\"$each\":\"/many\",\"$as\":".repeat(4) + "{\"$value\":\".\"}" + "}".repeat(4);
        StatementTemplate bomb = StatementTemplate.read("{\"a\":" + element + "}");
        ObjectNode many = json("{\"many\":[" + "1,".repeat(999) + "1]}");

        assertThat(Duration.ofSeconds(5)).satisfies(patience -> {
            long begun = System.nanoTime();
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> bomb.fill(many))
                    .satisfies(refused -> assertThat(refused.reason().key()).endsWith("too-much"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(patience);
        });
    }

    @Test
    void long_texts_are_counted_too() {
        String template = "{\"a\":[" + "{\"$value\":\"/long\"},".repeat(99) + "1]}";
        ObjectNode statement = json("{\"long\":\"" + "x".repeat(100_000) + "\"}");

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> StatementTemplate.read(template).fill(statement));
    }

    @Test
    void a_template_is_neither_too_long_nor_too_deep() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> StatementTemplate.read("{\"a\":\"" + "x".repeat(StatementTemplate.LONGEST) + "\"}"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> StatementTemplate.read("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"));
    }

    private static String filled(String template) {
        return new String(ExactJson.write(StatementTemplate.read(template).fill(STATEMENT)), StandardCharsets.UTF_8);
    }

    private static ObjectNode json(String text) {
        return ExactJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
