package org.mangrove.core.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.xapi.SampleStatements.V1;
import static org.mangrove.core.xapi.SampleStatements.bytes;
import static org.mangrove.core.xapi.SampleStatements.planned;
import static org.mangrove.core.xapi.SampleStatements.read;
import static org.mangrove.core.xapi.SampleStatements.small;
import static org.mangrove.core.xapi.SampleStatements.whole;
import static org.mangrove.core.xapi.SampleStatements.with;
import static org.mangrove.core.xapi.SampleStatements.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which differences make another statement of it, and which do not. */
class SameStatementTest {

    /** @param json empty to take away what is at the pointer */
    private record Difference(String sentence, String pointer, String json) {

        ObjectNode in(ObjectNode statement) {
            return json.isEmpty() ? without(statement, pointer) : with(statement, pointer, json);
        }
    }

    private static final List<Difference> NONE = List.of(
            new Difference("when it was stored", "/stored", "\"2027-01-01T00:00:00Z\""),
            new Difference("who vouches for it", "/authority", "{\"mbox\":\"mailto:a@b.c\"}"),
            new Difference("that somebody vouches for it", "/authority", ""),
            new Difference("its version", "/version", "\"1.0.3\""),
            new Difference("that it has an id already", "/id", ""),
            new Difference("an id in large letters", "/id", "\"0F5C1F5E-9F5A-4A6E-9D3C-2F8A52F0C0AA\""),
            new Difference("that it says when", "/timestamp", ""),
            new Difference("the same moment elsewhere", "/timestamp", "\"2026-05-04T19:00:00.000+02:00\""),
            new Difference("less than a millisecond", "/timestamp", "\"2026-05-04T17:00:00.0004Z\""),
            new Difference("how a verb is displayed", "/verb/display", "{\"fr\":\"répondit\"}"),
            new Difference("that a verb is displayed", "/verb/display", ""),
            new Difference("how an activity is defined", "/object/definition/name", "{\"fr\":\"Question\"}"),
            new Difference("that an activity is defined", "/object/definition", ""),
            new Difference("that an activity is called one", "/object/objectType", ""),
            new Difference("that a member is called an agent", "/actor/member/0/objectType", ""),
            new Difference(
                    "the order of members",
                    "/actor/member",
                    "[{\"mbox_sha1sum\":\"ebd31e95054c018b10727ccffd2ef2ec3a016ee9\"},"
                            + "{\"objectType\":\"Agent\",\"name\":\"Lena\",\"mbox\":\"mailto:lena@example.com\"}]"),
            new Difference(
                    "the letters of a digest",
                    "/actor/member/1/mbox_sha1sum",
                    "\"ebd31e95054c018b10727ccffd2ef2ec3a016ee9\""),
            new Difference("the letters of a domain", "/context/team/mbox", "\"mailto:team@EXAMPLE.com\""),
            new Difference("the letters of a language", "/context/language", "\"DE-de\""),
            new Difference(
                    "one activity in an array",
                    "/context/contextActivities/parent",
                    "[{\"id\":\"https://example.com/tests/1\",\"definition\":{}}]"),
            new Difference("less than a hundredth of a second", "/result/duration", "\"PT1H2.349S\""),
            new Difference("how a number is written", "/result/score/raw", "75.00"),
            new Difference(
                    "how a number in an extension is written",
                    "/result/extensions",
                    "{\"https://example.com/tries\":2.0}"),
            new Difference(
                    "that it is signed",
                    "/attachments/-",
                    "{\"usageType\":\"http://adlnet.gov/expapi/attachments/signature\",\"display\":{},"
                            + "\"contentType\":\"application/octet-stream\",\"length\":3,"
                            + "\"sha2\":\"495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a\"}"),
            new Difference(
                    "the letters of an attachment's digest",
                    "/attachments/0/sha2",
                    "\"495395E777CD98DA653DF9615D09C0FD6BB2F8D4788394CD53C56A3BFDCD848A\""));

    private static final List<Difference> SOME = List.of(
            new Difference("another id", "/id", "\"1f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa\""),
            new Difference("another moment", "/timestamp", "\"2026-05-04T17:00:00.001Z\""),
            new Difference("another actor", "/actor/account/name", "\"late\""),
            new Difference("an actor in other letters", "/actor/account/name", "\"Early\""),
            new Difference("another name of the actor", "/actor/name", "\"Late shift\""),
            new Difference(
                    "a member less", "/actor/member", "[{\"mbox\":\"mailto:lena@example.com\",\"name\":\"Lena\"}]"),
            new Difference("another verb", "/verb/id", "\"https://example.com/verbs/asked\""),
            new Difference("another activity", "/object/id", "\"https://example.com/questions/2\""),
            new Difference("an activity in other letters", "/object/id", "\"https://EXAMPLE.com/questions/1\""),
            new Difference("another score", "/result/score/raw", "75.01"),
            new Difference("no success", "/result/success", "false"),
            new Difference("not a word of success", "/result/success", ""),
            new Difference("a hundredth of a second", "/result/duration", "\"PT1H2.355S\""),
            new Difference("the same duration in minutes", "/result/duration", "\"PT60M2.34S\""),
            new Difference("no result", "/result", ""),
            new Difference("another registration", "/context/registration", "\"8c4e4e3c-7d6e-4f6f-8d61-5c6d8b2f7a11\""),
            new Difference(
                    "another related activity",
                    "/context/contextActivities/parent/id",
                    "\"https://example.com/tests/2\""),
            new Difference("a related activity of another kind", "/context/contextActivities/grouping", "[]"),
            new Difference("another extension", "/context/extensions", "{\"https://example.com/room\":\"13\"}"),
            new Difference("another attachment", "/attachments/0/length", "28"),
            new Difference("no attachment", "/attachments", ""));

    @TestFactory
    Stream<DynamicTest> makes_no_other_statement_of_it() {
        return NONE.stream()
                .map(difference -> DynamicTest.dynamicTest(difference.sentence(), () -> {
                    XapiStatement one = read(whole());
                    XapiStatement other = read(difference.in(whole()));

                    assertThat(one.says(other)).isTrue();
                    assertThat(other.says(one)).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> makes_another_statement_of_it() {
        return SOME.stream()
                .map(difference -> DynamicTest.dynamicTest(difference.sentence(), () -> {
                    XapiStatement one = read(whole());
                    XapiStatement other = read(difference.in(without(whole(), "/context/revision")));
                    XapiStatement same = read(without(whole(), "/context/revision"));

                    assertThat(same.says(other)).isFalse();
                    assertThat(other.says(same)).isFalse();
                    assertThat(one.says(same)).isFalse();
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_same_holds_within_a_statement_within_a_statement() {
        return Stream.concat(
                NONE.stream()
                        .filter(SameStatementTest::isWithin)
                        .map(difference -> DynamicTest.dynamicTest(
                                "no other: " + difference.sentence(),
                                () -> assertThat(read(planned(whole())).says(read(planned(difference.in(whole())))))
                                        .isTrue())),
                SOME.stream()
                        .filter(SameStatementTest::isWithin)
                        .map(difference -> DynamicTest.dynamicTest(
                                "another: " + difference.sentence(),
                                () -> assertThat(read(planned(whole())).says(read(planned(difference.in(whole())))))
                                        .isFalse())));
    }

    @Test
    void a_moment_within_a_statement_within_a_statement_is_nobody_elses_to_set() {
        assertThat(read(planned(whole())).says(read(planned(without(whole(), "/timestamp")))))
                .isFalse();
    }

    @Test
    void an_object_of_another_kind_makes_another_statement_of_it() {
        String person = "{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@b.c\"}";

        assertThat(read(small()).says(read(with(small(), "/object", person)))).isFalse();
        assertThat(read(planned(small())).says(read(small()))).isFalse();
    }

    @Test
    void versions_may_read_the_same_statement() {
        assertThat(V1.read(bytes(whole())).says(read(whole()))).isTrue();
        assertThat(V1.read(bytes(small())).says(read(whole()))).isFalse();
    }

    private static boolean isWithin(Difference difference) {
        return Stream.of("/id", "/stored", "/authority", "/version").noneMatch(difference.pointer()::equals)
                && !(difference.pointer().equals("/timestamp")
                        && difference.json().isEmpty());
    }
}
