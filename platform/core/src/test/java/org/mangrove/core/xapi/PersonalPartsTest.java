package org.mangrove.core.xapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersonalPartsTest {

    private static final AgentId LENA = new AgentId(AgentId.Kind.MBOX, "mailto:lena@example.com", "");
    private static final AgentId NOBODY = new AgentId(AgentId.Kind.ACCOUNT, "42", "http://acme/erased");

    private static final String STATEMENT = """
            {"id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee",\
            "actor":{"name":"Lena Brandt","mbox":"mailto:lena@example.com"},\
            "verb":{"id":"http://example.com/did","display":{"en":"did"}},\
            "object":{"objectType":"SubStatement","actor":{"objectType":"Group","name":"Night shift","member":\
            [{"objectType":"Agent","mbox":"mailto:kim@example.com"},{"mbox":"mailto:lena@example.com"}]},\
            "verb":{"id":"http://example.com/did"},"object":{"objectType":"Agent","openid":"http://kim.example.com/"}},\
            "result":{"score":{"scaled":0.50},"response":"I am Lena \\"{\\"$sealed\\":1}\\"","extensions":{"http://e/x":[1.0,{"$sealed":0}]}},\
            "context":{"registration":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee",\
            "team":{"objectType":"Group","name":"Blue","account":{"homePage":"http://h","name":"blue"},\
            "member":[{"name":"Ann","mbox":"mailto:ann@example.com"},{"mbox":"mailto:lena@example.com"}]},\
            "contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:ann@example.com"},"relevantTypes":["http://t"]}],\
            "extensions":{"http://e/y":"Lena"},"language":"en"},\
            "attachments":[{"usageType":"http://u","display":{"en":"Lena's essay"},"contentType":"text/plain","length":3,\
            "sha2":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}],"timestamp":"2026-11-22T10:00:00Z"}""";

    @Test
    void puts_together_byte_for_byte_what_it_took_apart() {
        assertThat(whole(apart(STATEMENT), part -> true)).isEqualTo(STATEMENT);
    }

    @Test
    void leaves_nothing_that_speaks_of_anybody() {
        assertThat(rest(apart(STATEMENT)))
                .doesNotContain("ena", "kim", "ann", "Ann", "blue", "Blue", "Night", "essay", "I am")
                .contains("\"score\":{\"scaled\":0.50}", "\"language\":\"en\"", "\"contentType\":\"text/plain\"");
    }

    @Test
    void what_is_said_belongs_to_whom_it_speaks_of() {
        PersonalParts.Apart apart = apart(STATEMENT);

        Map<String, Long> parts = apart.parts().stream()
                .collect(Collectors.groupingBy(
                        part -> part.whose().map(AgentId::value).orElse(""), Collectors.counting()));

        assertThat(parts)
                .isEqualTo(Map.of(
                        // actor, member twice, response, two extensions, display
                        "mailto:lena@example.com",
                        7L,
                        // member, and the name of the group that has none itself
                        "mailto:kim@example.com",
                        2L,
                        "mailto:ann@example.com",
                        2L,
                        "http://kim.example.com/",
                        1L,
                        "blue",
                        1L));
    }

    @Test
    void without_somebody_the_rest_can_be_read() {
        PersonalParts.Apart apart = apart(STATEMENT);

        JsonNode readable = ExactJson.read(
                whole(apart, part -> !part.whose().equals(Optional.of(LENA))).getBytes(UTF_8));

        assertThat(readable.path("actor").toString())
                .isEqualTo(
                        "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"http://acme/erased\",\"name\":\"42\"}}");
        assertThat(readable.path("result").toString()).isEqualTo("{\"score\":{\"scaled\":0.50}}");
        assertThat(readable.path("context").has("extensions")).isFalse();
        assertThat(readable.path("context")
                        .path("team")
                        .path("member")
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("Ann");
        assertThat(readable.path("context").path("team").path("member").get(1)).isEqualTo(readable.path("actor"));
        assertThat(readable.path("attachments").get(0).path("display").isEmpty())
                .isTrue();
        assertThat(readable.toString()).doesNotContain("ena");
        new StatementReader(XapiVersion.V2_0_0, Limits.usual()).read(ExactJson.write(readable));
    }

    @Test
    void whoever_writes_marks_into_a_definition_gets_them_back() {
        String hostile = """
                {"actor":{"mbox":"mailto:lena@example.com"},"verb":{"id":"http://v"},\
                "object":{"id":"http://o","definition":{"extensions":{"http://e":[{"$sealed":0},{"a":{"$sealed":7,"b":1}}]}}}}""";

        PersonalParts.Apart apart = apart(hostile);

        assertThat(whole(apart, part -> true)).isEqualTo(hostile);
        assertThat(whole(apart, part -> part.whose().isEmpty()))
                .isEqualTo(
                        hostile.replace(
                                "{\"mbox\":\"mailto:lena@example.com\"}",
                                "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"http://acme/erased\",\"name\":\"42\"}}"));
    }

    @Test
    void words_of_nobody_stay_in_the_clear() {
        String anonymous = """
                {"actor":{"objectType":"Group","member":[]},"verb":{"id":"http://v"},"object":{"id":"http://o"},\
                "result":{"response":"yes"}}""";

        assertThat(rest(apart(anonymous))).isEqualTo(anonymous);
    }

    private static PersonalParts.Apart apart(String json) {
        return PersonalParts.of(ExactJson.read(json.getBytes(UTF_8)));
    }

    private static String rest(PersonalParts.Apart apart) {
        return new String(apart.rest(), UTF_8);
    }

    private static String whole(PersonalParts.Apart apart, Predicate<PersonalPart> readable) {
        List<PersonalPart> parts = new ArrayList<>(apart.parts());
        assertThat(parts.stream().map(PersonalPart::number).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(java.util.stream.IntStream.range(0, parts.size())
                        .boxed()
                        .toList()));
        return new String(
                new WholeStatement().of(apart.rest(), new WholeStatement.Parts() {
                    @Override
                    public int count() {
                        return parts.size();
                    }

                    @Override
                    public Optional<byte[]> find(int number) {
                        return Optional.of(parts.get(number)).filter(readable).map(PersonalPart::json);
                    }

                    @Override
                    public AgentId inPlaceOf(int number) {
                        return NOBODY;
                    }
                }),
                UTF_8);
    }
}
