package org.mangrove.core.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.xapi.SampleStatements.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ActivityDefinitionTest {

    private static final ActivityDefinition KNOWN = known("""
            {"name": {"en": "Question 1"}, "type": "https://example.com/types/question",
             "interactionType": "choice", "correctResponsesPattern": ["a"],
             "choices": [{"id": "a", "description": {"en": "A"}}, {"id": "b"}],
             "extensions": {"https://example.com/x": 1}}
            """);

    @Test
    void the_same_again_is_nothing_new() {
        assertThat(KNOWN.with(KNOWN.definition())).isSameAs(KNOWN);
        assertThat(KNOWN.with(definition("{}"))).isSameAs(KNOWN);
    }

    @Test
    void words_are_added_and_replaced() {
        var merged = KNOWN.with(definition("""
                {"name": {"en": "First question", "de": "Erste Frage"}, "description": {"en": "Which?"}}
                """));

        assertThat(merged.definition().get("name"))
                .isEqualTo(json("{\"en\":\"First question\",\"de\":\"Erste Frage\"}"));
        assertThat(merged.definition().get("description")).isEqualTo(json("{\"en\":\"Which?\"}"));
        assertThat(merged.definition().get("choices"))
                .isEqualTo(KNOWN.definition().get("choices"));
    }

    @Test
    void extensions_are_added_and_replaced_whole() {
        var merged = KNOWN.with(definition("""
                {"extensions": {"https://example.com/x": {"a": 1}, "https://example.com/y": null}}
                """));

        assertThat(merged.definition().get("extensions"))
                .isEqualTo(json("{\"https://example.com/x\":{\"a\":1},\"https://example.com/y\":null}"));
    }

    @Test
    void right_answers_do_not_change() {
        assertThat(KNOWN.with(definition("{\"interactionType\":\"choice\",\"correctResponsesPattern\":[\"b\"]}")))
                .isSameAs(KNOWN);
    }

    @Test
    void an_interaction_does_not_become_another() {
        assertThat(KNOWN.with(definition("{\"interactionType\":\"likert\",\"scale\":[{\"id\":\"1\"}]}")))
                .isSameAs(KNOWN);
    }

    @Test
    void components_get_words_but_no_company() {
        var merged = KNOWN.with(definition("""
                {"interactionType": "choice",
                 "choices": [{"id": "b", "description": {"de": "Be"}}, {"id": "a", "description": {"de": "Ah"}}, {"id": "c"}]}
                """));

        assertThat(merged.definition().get("choices"))
                .isEqualTo(json("[{\"id\":\"a\",\"description\":{\"en\":\"A\",\"de\":\"Ah\"}},"
                        + "{\"id\":\"b\",\"description\":{\"de\":\"Be\"}}]"));
    }

    @Test
    void an_activity_may_turn_out_to_be_an_interaction() {
        var merged = known("{\"name\":{\"en\":\"Question 1\"}}").with(KNOWN.definition());

        assertThat(merged.definition()).isEqualTo(KNOWN.definition());
    }

    @Test
    void what_was_known_is_not_changed_itself() {
        ObjectNode before = KNOWN.definition().deepCopy();

        KNOWN.with(definition(
                "{\"name\":{\"fr\":\"Question\"},\"choices\":[{\"id\":\"a\",\"description\":{\"fr\":\"A\"}}]}"));

        assertThat(KNOWN.definition()).isEqualTo(before);
    }

    private static ActivityDefinition known(String json) {
        return new ActivityDefinition("https://example.com/questions/1", definition(json));
    }

    private static ObjectNode definition(String json) {
        return (ObjectNode) json(json);
    }
}
