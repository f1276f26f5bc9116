package org.mangrove.core.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DefinitionMergeTest {

    @Test
    void languages_and_extensions_are_collected_and_the_later_word_counts() {
        ObjectNode known = json("""
                {"name":{"en":"Meeting","de":"Besprechung"},"type":"https://example.com/a",
                 "extensions":{"https://example.com/x":{"a":1},"https://example.com/y":2}}""");
        ObjectNode said = json("""
                {"name":{"en":"A meeting","fr":"réunion"},"description":{"en":"We meet"},"type":"https://example.com/b",
                 "extensions":{"https://example.com/x":{"b":1}}}""");

        assertThat(DefinitionMerge.merged(known, said)).isEqualTo(json("""
                {"name":{"en":"A meeting","de":"Besprechung","fr":"réunion"},"type":"https://example.com/b",
                 "extensions":{"https://example.com/x":{"b":1},"https://example.com/y":2},
                 "description":{"en":"We meet"}}"""));
    }

    @Test
    void what_is_known_already_changes_nothing() {
        ObjectNode known = json("""
                {"name":{"en":"Meeting","de":"Besprechung"},"type":"https://example.com/a"}""");

        assertThat(DefinitionMerge.merged(known, json("{\"name\":{\"de\":\"Besprechung\"}}")))
                .isSameAs(known);
    }

    @Test
    void what_was_known_and_said_stays_as_it_was() {
        ObjectNode known = json("{\"name\":{\"en\":\"Meeting\"}}");
        ObjectNode said = json("{\"name\":{\"de\":\"Besprechung\"},\"extensions\":{\"https://example.com/x\":{}}}");

        ObjectNode merged = DefinitionMerge.merged(known, said);
        merged.withObject("/extensions").put("https://example.com/z", 1);

        assertThat(known).isEqualTo(json("{\"name\":{\"en\":\"Meeting\"}}"));
        assertThat(said.path("extensions").size()).isOne();
    }

    @Test
    void the_same_answers_keep_the_languages_of_their_words() {
        ObjectNode known = json("""
                {"choices":[{"id":"a","description":{"en":"Yes"}},{"id":"b","description":{"en":"No"}}]}""");

        assertThat(DefinitionMerge.merged(known, json("""
                {"choices":[{"id":"a","description":{"de":"Ja"}},{"id":"b"}]}"""))).isEqualTo(json("""
                {"choices":[{"id":"a","description":{"en":"Yes","de":"Ja"}},{"id":"b","description":{"en":"No"}}]}"""));
        assertThat(DefinitionMerge.merged(known, json("{\"choices\":[{\"id\":\"c\"},{\"id\":\"b\"}]}")))
                .isEqualTo(json("{\"choices\":[{\"id\":\"c\"},{\"id\":\"b\"}]}"));
    }

    @Test
    void beyond_a_size_the_last_word_stands_alone() {
        ObjectNode known = json("{\"extensions\":{}}");
        known.withObject("/extensions").put("https://example.com/x", "x".repeat(DefinitionMerge.MOST_CHARACTERS));
        ObjectNode said = json("{\"name\":{\"en\":\"Meeting\"}}");

        assertThat(DefinitionMerge.merged(known, said)).isEqualTo(said);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
