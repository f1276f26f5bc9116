package org.mangrove.core.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mangrove.core.xapi.SampleStatements.V1;
import static org.mangrove.core.xapi.SampleStatements.V2;
import static org.mangrove.core.xapi.SampleStatements.bytes;
import static org.mangrove.core.xapi.SampleStatements.planned;
import static org.mangrove.core.xapi.SampleStatements.small;
import static org.mangrove.core.xapi.SampleStatements.whole;
import static org.mangrove.core.xapi.SampleStatements.why;
import static org.mangrove.core.xapi.SampleStatements.with;
import static org.mangrove.core.xapi.SampleStatements.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mangrove.core.refusal.Refusal.Invalid;

/** What the standard demands of a statement, rule by rule: one change to a statement that keeps them all. */
class StatementRulesTest {

    private static final String SHA2 = "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a";

    /** @param json empty to take away what is at the pointer */
    private record Change(String sentence, String pointer, String json, String answer) {

        static Change taken(String sentence, String pointer, String json) {
            return new Change(sentence, pointer, json, "");
        }

        static Change refused(String sentence, String pointer, String json, String answer) {
            return new Change(sentence, pointer, json, answer);
        }

        static Change missing(String sentence, String pointer, String answer) {
            return new Change(sentence, pointer, "", answer + " xapi.property.missing");
        }

        ObjectNode of(ObjectNode statement) {
            return json.isEmpty() ? without(statement, pointer) : with(statement, pointer, json);
        }
    }

    private static final List<Change> ACTORS = List.of(
            Change.missing("needs an actor", "/actor", "$"),
            Change.refused("an actor is an object", "/actor", "[]", "$.actor xapi.expected.object"),
            Change.refused("an actor is not null", "/actor", "null", "$.actor xapi.value.null"),
            Change.refused("an agent is somebody", "/actor", "{\"name\":\"Lena\"}", "$.actor xapi.rule.one-identifier"),
            Change.refused(
                    "an agent is one and the same",
                    "/actor",
                    "{\"mbox\":\"mailto:a@b.c\",\"openid\":\"https://a.b/c\"}",
                    "$.actor xapi.rule.one-identifier"),
            Change.refused("an actor has no title", "/actor/title", "\"Dr\"", "$.actor.title xapi.property.unknown"),
            Change.refused("Mbox is not mbox", "/actor/Mbox", "\"mailto:a@b.c\"", "$.actor.Mbox xapi.property.unknown"),
            Change.refused(
                    "an actor is no activity",
                    "/actor/objectType",
                    "\"Activity\"",
                    "$.actor.objectType xapi.value.not-one-of"),
            Change.refused(
                    "a type of actor is a string",
                    "/actor/objectType",
                    "1",
                    "$.actor.objectType xapi.value.not-one-of"),
            Change.refused("a name is a string", "/actor/name", "5", "$.actor.name xapi.expected.string"),
            Change.refused(
                    "an account has a name",
                    "/actor/account",
                    "{\"homePage\":\"https://a.b\"}",
                    "$.actor.account xapi.property.missing"),
            Change.refused(
                    "an account has a home page",
                    "/actor/account",
                    "{\"name\":\"x\"}",
                    "$.actor.account xapi.property.missing"),
            Change.refused(
                    "a home page is an IRI",
                    "/actor/account/homePage",
                    "\"here\"",
                    "$.actor.account.homePage xapi.expected.iri"),
            Change.refused(
                    "an account has no password",
                    "/actor/account/password",
                    "\"x\"",
                    "$.actor.account.password xapi.property.unknown"),
            Change.refused(
                    "a group holds no groups",
                    "/actor/member/-",
                    "{\"objectType\":\"Group\",\"mbox\":\"mailto:a@b.c\"}",
                    "$.actor.member[2] xapi.rule.group-in-group"),
            Change.refused(
                    "members are somebody", "/actor/member/1", "{}", "$.actor.member[1] xapi.rule.one-identifier"),
            Change.refused("members are listed", "/actor/member", "{}", "$.actor.member xapi.expected.array"),
            Change.refused(
                    "a group of nobody is none",
                    "/actor",
                    "{\"objectType\":\"Group\",\"name\":\"x\"}",
                    "$.actor xapi.rule.group-of-nobody"),
            Change.refused(
                    "a group is one and the same",
                    "/actor/mbox",
                    "\"mailto:early@example.com\"",
                    "$.actor xapi.rule.one-identifier"),
            Change.taken(
                    "a group of members needs no name",
                    "/actor",
                    "{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.c\"}]}"),
            Change.refused(
                    "an agent has no members",
                    "/actor",
                    "{\"mbox\":\"mailto:a@b.c\",\"member\":[]}",
                    "$.actor.member xapi.property.unknown"),
            Change.refused(
                    "a mailbox has its scheme",
                    "/actor/member/0/mbox",
                    "\"lena@example.com\"",
                    "$.actor.member[0].mbox xapi.expected.mailbox"),
            Change.refused(
                    "a mailbox has an address",
                    "/actor/member/0/mbox",
                    "\"mailto:lena\"",
                    "$.actor.member[0].mbox xapi.expected.mailbox"),
            Change.refused(
                    "a mailbox is one address",
                    "/actor/member/0/mbox",
                    "\"mailto:a@b.c@d.e\"",
                    "$.actor.member[0].mbox xapi.expected.mailbox"),
            Change.refused(
                    "a mailbox has no subject",
                    "/actor/member/0/mbox",
                    "\"mailto:a@b.c?subject=x\"",
                    "$.actor.member[0].mbox xapi.expected.mailbox"),
            Change.refused(
                    "a digest has 40 digits",
                    "/actor/member/1/mbox_sha1sum",
                    "\"ebd31e95\"",
                    "$.actor.member[1].mbox_sha1sum xapi.expected.sha1"),
            Change.refused(
                    "a digest has hexadecimal digits",
                    "/actor/member/1/mbox_sha1sum",
                    "\"zbd31e95054c018b10727ccffd2ef2ec3a016ee9\"",
                    "$.actor.member[1].mbox_sha1sum xapi.expected.sha1"),
            Change.refused(
                    "an OpenID is a URI",
                    "/context/instructor/openid",
                    "\"omar\"",
                    "$.context.instructor.openid xapi.expected.uri"));

    private static final List<Change> VERBS = List.of(
            Change.missing("needs a verb", "/verb", "$"),
            Change.missing("a verb has an id", "/verb/id", "$.verb"),
            Change.refused("a verb is an object", "/verb", "\"read\"", "$.verb xapi.expected.object"),
            Change.refused("a verb is an IRI", "/verb/id", "\"read\"", "$.verb.id xapi.expected.iri"),
            Change.refused("a verb is no empty string", "/verb/id", "\"\"", "$.verb.id xapi.expected.iri"),
            Change.refused("a verb has no tense", "/verb/tense", "\"past\"", "$.verb.tense xapi.property.unknown"),
            Change.refused(
                    "a display is a map", "/verb/display", "\"read\"", "$.verb.display xapi.expected.language-map"),
            Change.refused(
                    "a display is said in languages",
                    "/verb/display/a12345678",
                    "\"x\"",
                    "$.verb.display.a12345678 xapi.expected.language-tag-as-name"),
            Change.refused(
                    "a language has no underscore",
                    "/verb/display/en_US",
                    "\"x\"",
                    "$.verb.display.en_US xapi.expected.language-tag-as-name"),
            Change.refused("words are strings", "/verb/display/fr", "1", "$.verb.display.fr xapi.expected.string"),
            Change.refused("words are not null", "/verb/display/fr", "null", "$.verb.display.fr xapi.value.null"),
            Change.refused(
                    "voiding is about a statement",
                    "/verb/id",
                    "\"" + XapiStatement.VOIDED + "\"",
                    "$.object xapi.rule.voids-no-statement"));

    private static final List<Change> OBJECTS = List.of(
            Change.missing("needs an object", "/object", "$"),
            Change.missing("an activity has an id", "/object/id", "$.object"),
            Change.refused("an object is not a string", "/object", "\"x\"", "$.object xapi.expected.object"),
            Change.refused("an activity is an IRI", "/object/id", "\"page\"", "$.object.id xapi.expected.iri"),
            Change.refused(
                    "small letters matter",
                    "/object/objectType",
                    "\"activity\"",
                    "$.object.objectType xapi.value.not-one-of"),
            Change.refused(
                    "an activity has no name of its own",
                    "/object/name",
                    "\"x\"",
                    "$.object.name xapi.property.unknown"),
            Change.refused(
                    "a definition is an object",
                    "/object/definition",
                    "[]",
                    "$.object.definition xapi.expected.object"),
            Change.refused(
                    "a definition has no colour",
                    "/object/definition/colour",
                    "1",
                    "$.object.definition.colour xapi.property.unknown"),
            Change.refused(
                    "a name is a map",
                    "/object/definition/name",
                    "\"x\"",
                    "$.object.definition.name xapi.expected.language-map"),
            Change.refused(
                    "a type is an IRI",
                    "/object/definition/type",
                    "\"quiz\"",
                    "$.object.definition.type xapi.expected.iri"),
            Change.refused(
                    "more is found at an IRL",
                    "/object/definition/moreInfo",
                    "\"there\"",
                    "$.object.definition.moreInfo xapi.expected.iri"),
            Change.refused(
                    "extensions have IRIs as names",
                    "/object/definition/extensions/room",
                    "1",
                    "$.object.definition.extensions.room xapi.expected.iri-as-name"),
            Change.taken("extensions may be null", "/object/definition/extensions/urn:x", "null"),
            Change.refused(
                    "an interaction has a known type",
                    "/object/definition/interactionType",
                    "\"guess\"",
                    "$.object.definition.interactionType xapi.value.not-one-of"),
            Change.missing(
                    "components belong to an interaction", "/object/definition/interactionType", "$.object.definition"),
            Change.refused(
                    "a choice has no scale",
                    "/object/definition/scale",
                    "[]",
                    "$.object.definition.scale xapi.rule.components-of-another-interaction"),
            Change.refused(
                    "components are told apart",
                    "/object/definition/choices/1/id",
                    "\"a\"",
                    "$.object.definition.choices[1].id xapi.rule.component-twice"),
            Change.missing(
                    "a component has an id", "/object/definition/choices/1/id", "$.object.definition.choices[1]"),
            Change.refused(
                    "a component has no weight",
                    "/object/definition/choices/0/weight",
                    "1",
                    "$.object.definition.choices[0].weight xapi.property.unknown"),
            Change.refused(
                    "components are listed",
                    "/object/definition/choices",
                    "{}",
                    "$.object.definition.choices xapi.expected.array"),
            Change.refused(
                    "right answers are strings",
                    "/object/definition/correctResponsesPattern",
                    "[true]",
                    "$.object.definition.correctResponsesPattern[0] xapi.expected.string"),
            Change.taken("no answer may be right", "/object/definition/correctResponsesPattern", "[]"),
            Change.refused(
                    "a reference has an id",
                    "/object",
                    "{\"objectType\":\"StatementRef\"}",
                    "$.object xapi.property.missing"),
            Change.refused(
                    "a reference has a UUID",
                    "/object",
                    "{\"objectType\":\"StatementRef\",\"id\":\"x\"}",
                    "$.object.id xapi.expected.uuid"),
            Change.refused(
                    "a reference has no definition",
                    "/object",
                    "{\"objectType\":\"StatementRef\",\"id\":\"2f8a52f0-9f5a-4a6e-9d3c-0f5c1f5ec0aa\",\"definition\":{}}",
                    "$.object.definition xapi.property.unknown"));

    private static final List<Change> RESULTS = List.of(
            Change.refused("a result is an object", "/result", "true", "$.result xapi.expected.object"),
            Change.refused("a result has no grade", "/result/grade", "1", "$.result.grade xapi.property.unknown"),
            Change.refused(
                    "success is no string", "/result/success", "\"true\"", "$.result.success xapi.expected.boolean"),
            Change.refused(
                    "completion is no number", "/result/completion", "1", "$.result.completion xapi.expected.boolean"),
            Change.refused(
                    "completion is not null", "/result/completion", "null", "$.result.completion xapi.value.null"),
            Change.refused(
                    "a response is a string", "/result/response", "[]", "$.result.response xapi.expected.string"),
            Change.refused(
                    "weeks stand alone", "/result/duration", "\"P4W1D\"", "$.result.duration xapi.expected.duration"),
            Change.taken("weeks are a duration", "/result/duration", "\"P4W\""),
            Change.refused("a score is an object", "/result/score", "5", "$.result.score xapi.expected.object"),
            Change.refused(
                    "a score has no best", "/result/score/best", "1", "$.result.score.best xapi.property.unknown"),
            Change.refused(
                    "a score is no string", "/result/score/raw", "\"75\"", "$.result.score.raw xapi.expected.number"),
            Change.refused(
                    "scaled ends at one",
                    "/result/score/scaled",
                    "1.0000001",
                    "$.result.score.scaled xapi.rule.scaled"),
            Change.refused(
                    "scaled begins at minus one",
                    "/result/score/scaled",
                    "-1.1",
                    "$.result.score.scaled xapi.rule.scaled"),
            Change.taken("scaled may be one", "/result/score/scaled", "1.0"),
            Change.refused(
                    "min is less than max", "/result/score/min", "100", "$.result.score.min xapi.rule.min-and-max"),
            Change.refused("raw is not below min", "/result/score/raw", "-1", "$.result.score.raw xapi.rule.raw"),
            Change.refused("raw is not above max", "/result/score/raw", "100.01", "$.result.score.raw xapi.rule.raw"),
            Change.taken("raw may be max", "/result/score/raw", "100.00"),
            Change.refused(
                    "extensions have IRIs as names",
                    "/result/extensions/tries",
                    "1",
                    "$.result.extensions.tries xapi.expected.iri-as-name"));

    private static final List<Change> CONTEXTS = List.of(
            Change.refused("a context is an object", "/context", "[]", "$.context xapi.expected.object"),
            Change.refused(
                    "a context has no weather", "/context/weather", "1", "$.context.weather xapi.property.unknown"),
            Change.refused(
                    "a registration is a UUID",
                    "/context/registration",
                    "\"7c4e4e3c\"",
                    "$.context.registration xapi.expected.uuid"),
            Change.refused(
                    "a registration is a string",
                    "/context/registration",
                    "7",
                    "$.context.registration xapi.expected.uuid"),
            Change.refused(
                    "a team is a group",
                    "/context/team",
                    "{\"mbox\":\"mailto:a@b.c\"}",
                    "$.context.team xapi.property.missing"),
            Change.refused(
                    "a team is no agent",
                    "/context/team",
                    "{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@b.c\"}",
                    "$.context.team.objectType xapi.value.not-one-of"),
            Change.refused(
                    "activities are of four kinds",
                    "/context/contextActivities/child",
                    "[]",
                    "$.context.contextActivities.child xapi.property.unknown"),
            Change.refused(
                    "related activities are activities",
                    "/context/contextActivities/category/-",
                    "{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@b.c\"}",
                    "$.context.contextActivities.category[1].objectType xapi.value.not-one-of"),
            Change.refused(
                    "a language is a tag",
                    "/context/language",
                    "\"German, I think\"",
                    "$.context.language xapi.expected.language-tag"),
            Change.refused(
                    "a platform is a string", "/context/platform", "{}", "$.context.platform xapi.expected.string"),
            Change.refused(
                    "a statement is referred to",
                    "/context/statement",
                    "{\"id\":\"2f8a52f0-9f5a-4a6e-9d3c-0f5c1f5ec0aa\"}",
                    "$.context.statement xapi.property.missing"),
            Change.refused(
                    "extensions have IRIs as names",
                    "/context/extensions/room",
                    "1",
                    "$.context.extensions.room xapi.expected.iri-as-name"));

    private static final List<Change> THE_REST = List.of(
            Change.refused("a statement has no mood", "/mood", "\"fine\"", "$.mood xapi.property.unknown"),
            Change.refused("an id is a UUID", "/id", "\"0f5c1f5e9f5a4a6e9d3c2f8a52f0c0aa\"", "$.id xapi.expected.uuid"),
            Change.refused(
                    "an id has no more digits",
                    "/id",
                    "\"0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aab\"",
                    "$.id xapi.expected.uuid"),
            Change.taken("an id may have large letters", "/id", "\"0F5C1F5E-9F5A-4A6E-9D3C-2F8A52F0C0AA\""),
            Change.refused("a moment is no number", "/timestamp", "20260504", "$.timestamp xapi.expected.timestamp"),
            Change.refused(
                    "what is said to be stored is a moment too",
                    "/stored",
                    "\"today\"",
                    "$.stored xapi.expected.timestamp"),
            Change.refused("vouching is done by somebody", "/authority", "{}", "$.authority xapi.rule.one-identifier"),
            Change.refused(
                    "a group that vouches has no identity",
                    "/authority",
                    "{\"objectType\":\"Group\",\"mbox\":\"mailto:a@b.c\",\"member\":[{\"mbox\":\"mailto:a@b.c\"},{\"mbox\":\"mailto:d@b.c\"}]}",
                    "$.authority xapi.rule.authority-group"),
            Change.refused(
                    "a group that vouches has two members",
                    "/authority",
                    "{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.c\"}]}",
                    "$.authority xapi.rule.authority-group"),
            Change.refused(
                    "a group that vouches has no third member",
                    "/authority",
                    "{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.c\"},{\"mbox\":\"mailto:d@b.c\"},{\"mbox\":\"mailto:e@b.c\"}]}",
                    "$.authority xapi.rule.authority-group"),
            Change.taken(
                    "an application and a user vouch together",
                    "/authority",
                    "{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.c\"},{\"mbox\":\"mailto:d@b.c\"}]}"),
            Change.refused("a version is a known one", "/version", "\"1.1.0\"", "$.version xapi.value.not-one-of"),
            Change.taken("a version may be short", "/version", "\"1.0\""),
            Change.refused("attachments are listed", "/attachments", "{}", "$.attachments xapi.expected.array"),
            Change.refused(
                    "an attachment is an object", "/attachments/0", "7", "$.attachments[0] xapi.expected.object"),
            Change.missing("an attachment is for something", "/attachments/0/usageType", "$.attachments[0]"),
            Change.missing("an attachment has a title", "/attachments/0/display", "$.attachments[0]"),
            Change.missing("an attachment has a type", "/attachments/0/contentType", "$.attachments[0]"),
            Change.missing("an attachment has a length", "/attachments/0/length", "$.attachments[0]"),
            Change.missing("an attachment has a digest", "/attachments/0/sha2", "$.attachments[0]"),
            Change.refused(
                    "a length is whole",
                    "/attachments/0/length",
                    "2.5",
                    "$.attachments[0].length xapi.expected.length"),
            Change.refused(
                    "a length is not negative",
                    "/attachments/0/length",
                    "-1",
                    "$.attachments[0].length xapi.expected.length"),
            Change.refused(
                    "a type is a media type",
                    "/attachments/0/contentType",
                    "\"photo\"",
                    "$.attachments[0].contentType xapi.expected.media-type"),
            Change.refused(
                    "a type has no second line",
                    "/attachments/0/contentType",
                    "\"image/jpeg; x\\r\\ny: z\"",
                    "$.attachments[0].contentType xapi.expected.media-type"),
            Change.refused(
                    "a digest is hexadecimal",
                    "/attachments/0/sha2",
                    "\"x%s\"".formatted(SHA2.substring(1)),
                    "$.attachments[0].sha2 xapi.expected.sha2"),
            Change.refused(
                    "a file is at an IRL",
                    "/attachments/0/fileUrl",
                    "\"photo.jpeg\"",
                    "$.attachments[0].fileUrl xapi.expected.iri"),
            Change.refused(
                    "an attachment has no author",
                    "/attachments/0/author",
                    "1",
                    "$.attachments[0].author xapi.property.unknown"));

    @Test
    void takes_statements_that_keep_every_rule() {
        for (var reader : List.of(V1, V2)) {
            assertThatCode(() -> reader.read(bytes(small()))).doesNotThrowAnyException();
            assertThatCode(() -> reader.read(bytes(whole()))).doesNotThrowAnyException();
            assertThatCode(() -> reader.read(bytes(planned(whole())))).doesNotThrowAnyException();
        }
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(ACTORS, VERBS, OBJECTS, RESULTS, CONTEXTS, THE_REST)
                .flatMap(List::stream)
                .map(change -> DynamicTest.dynamicTest(
                        change.sentence(),
                        () -> assertThat(answer(V2, change.of(whole()))).isEqualTo(change.answer())));
    }

    @TestFactory
    Stream<DynamicTest> rules_hold_for_statements_within_statements() {
        return Stream.of(ACTORS, VERBS, OBJECTS, RESULTS, CONTEXTS)
                .flatMap(List::stream)
                .map(change -> DynamicTest.dynamicTest(
                        change.sentence(),
                        () -> assertThat(answer(V2, planned(change.of(whole()))))
                                .isEqualTo(change.answer().replace("$", "$.object"))));
    }

    @Test
    void revision_and_platform_are_said_of_activities_only() {
        String agent = "{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@b.c\"}";
        for (String property : List.of("revision", "platform")) {
            var statement = with(with(small(), "/object", agent), "/context", "{\"%s\":\"x\"}".formatted(property));

            assertThat(answer(V2, statement))
                    .isEqualTo("$.context.%s xapi.rule.only-with-activity".formatted(property));
        }
    }

    @Test
    void a_statement_within_a_statement_holds_no_other() {
        assertThat(answer(
                        V2,
                        with(
                                planned(small()),
                                "/object/object",
                                planned(small()).get("object").toString())))
                .isEqualTo("$.object.object.objectType xapi.value.not-one-of");
    }

    @Test
    void a_statement_within_a_statement_has_nothing_that_the_store_sets() {
        for (String property : List.of("id", "stored", "version", "authority")) {
            var statement = planned(small());
            ((ObjectNode) statement.get("object")).set(property, whole().get(property));

            assertThat(answer(V2, statement)).isEqualTo("$.object.%s xapi.property.unknown".formatted(property));
        }
    }

    @Test
    void related_agents_and_groups_came_with_the_second_version() {
        String agents = "[{\"objectType\":\"contextAgent\",\"agent\":{\"mbox\":\"mailto:a@b.c\"},"
                + "\"relevantTypes\":[\"https://example.com/mentor\"]}]";
        String groups =
                "[{\"objectType\":\"contextGroup\",\"group\":{\"objectType\":\"Group\",\"mbox\":\"mailto:a@b.c\"}}]";
        var statement = with(with(whole(), "/context/contextAgents", agents), "/context/contextGroups", groups);

        assertThat(answer(V2, statement)).isEmpty();
        assertThat(answer(V1, statement)).isEqualTo("$.context.contextAgents xapi.property.unknown");
    }

    @TestFactory
    Stream<DynamicTest> related_agents_say_what_they_are() {
        return Stream.of(
                        List.of(
                                "{\"objectType\":\"agent\",\"agent\":{\"mbox\":\"mailto:a@b.c\"}}",
                                "$.context.contextAgents[0].objectType xapi.value.not-one-of"),
                        List.of(
                                "{\"agent\":{\"mbox\":\"mailto:a@b.c\"}}",
                                "$.context.contextAgents[0] xapi.property.missing"),
                        List.of(
                                "{\"objectType\":\"contextAgent\"}",
                                "$.context.contextAgents[0] xapi.property.missing"),
                        List.of(
                                "{\"objectType\":\"contextAgent\",\"agent\":{\"mbox\":\"mailto:a@b.c\"},\"relevantTypes\":[]}",
                                "$.context.contextAgents[0].relevantTypes xapi.rule.no-relevant-type"),
                        List.of(
                                "{\"objectType\":\"contextAgent\",\"agent\":{\"mbox\":\"mailto:a@b.c\"},\"relevantTypes\":[\"x\"]}",
                                "$.context.contextAgents[0].relevantTypes[0] xapi.expected.iri"),
                        List.of(
                                "{\"objectType\":\"contextAgent\",\"agent\":{\"objectType\":\"Group\",\"mbox\":\"mailto:a@b.c\"}}",
                                "$.context.contextAgents[0].agent.objectType xapi.value.not-one-of"),
                        List.of(
                                "{\"objectType\":\"contextAgent\",\"group\":{\"mbox\":\"mailto:a@b.c\"}}",
                                "$.context.contextAgents[0].group xapi.property.unknown"))
                .map(trial -> DynamicTest.dynamicTest(
                        trial.get(1),
                        () -> assertThat(answer(V2, with(whole(), "/context/contextAgents", "[" + trial.get(0) + "]")))
                                .isEqualTo(trial.get(1))));
    }

    @Test
    void each_version_has_its_moments() {
        var withoutZone = with(small(), "/timestamp", "\"2026-05-04T17:00:00\"");

        assertThat(answer(V1, withoutZone)).isEmpty();
        assertThat(answer(V2, withoutZone)).isEqualTo("$.timestamp xapi.expected.timestamp");
        assertThat(answer(V1, with(small(), "/timestamp", "\"2026-05-04T17:00:00-00:00\"")))
                .isEqualTo("$.timestamp xapi.expected.timestamp-1");
    }

    @Test
    void only_the_second_version_takes_statements_of_its_own_kind() {
        var statement = with(small(), "/version", "\"2.0.0\"");

        assertThat(answer(V2, statement)).isEmpty();
        assertThat(answer(V1, statement)).isEqualTo("$.version xapi.value.not-one-of");
    }

    @Test
    void a_voiding_statement_is_one_that_refers_to_another() {
        var statement = with(small(), "/verb/id", "\"%s\"".formatted(XapiStatement.VOIDED));
        with(statement, "/object", "{\"objectType\":\"StatementRef\",\"id\":\"2f8a52f0-9f5a-4a6e-9d3c-0f5c1f5ec0aa\"}");

        assertThat(answer(V2, statement)).isEmpty();
        assertThat(V2.read(bytes(statement)).voids()).isTrue();
    }

    private static String answer(StatementReader reader, ObjectNode statement) {
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> reader.read(bytes(statement)));
        return refusal == null ? "" : why(refusal);
    }
}
