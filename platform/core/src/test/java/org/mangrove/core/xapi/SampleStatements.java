package org.mangrove.core.xapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** Statements to try rules on, and ways to change one thing about them. */
final class SampleStatements {

    static final ObjectMapper JSON = new ObjectMapper();

    static final StatementReader V1 = new StatementReader(XapiVersion.V1_0_3, Limits.usual());
    static final StatementReader V2 = new StatementReader(XapiVersion.V2_0_0, Limits.usual());

    /** As little as there can be. */
    static final String SMALL = """
            {"actor": {"mbox": "mailto:lena@example.com"},
             "verb": {"id": "https://example.com/verbs/read"},
             "object": {"id": "https://example.com/pages/1"}}
            """;

    /** Something of everything, about an activity. */
    static final String WHOLE = """
            {"id": "0f5c1f5e-9f5a-4a6e-9d3c-2f8a52f0c0aa",
             "actor": {"objectType": "Group", "name": "Early shift",
                       "account": {"homePage": "https://example.com/teams", "name": "early"},
                       "member": [{"objectType": "Agent", "name": "Lena", "mbox": "mailto:lena@example.com"},
                                  {"mbox_sha1sum": "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9"}]},
             "verb": {"id": "https://example.com/verbs/answered", "display": {"en": "answered", "de-DE": "beantwortete"}},
             "object": {"objectType": "Activity", "id": "https://example.com/questions/1",
                        "definition": {"name": {"en": "Question 1"}, "description": {"en": "Which one?"},
                                       "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                                       "moreInfo": "https://example.com/about/1",
                                       "interactionType": "choice", "correctResponsesPattern": ["a", "a[,]b"],
                                       "choices": [{"id": "a", "description": {"en": "A"}}, {"id": "b"}],
                                       "extensions": {"https://example.com/x": {"deep": [null, 1.50]}}}},
             "result": {"score": {"scaled": 0.75, "raw": 75, "min": 0, "max": 100}, "success": true,
                        "completion": false, "response": "a", "duration": "PT1H2.345S",
                        "extensions": {"https://example.com/tries": 2}},
             "context": {"registration": "7c4e4e3c-7d6e-4f6f-8d61-5c6d8b2f7a11",
                         "instructor": {"openid": "https://example.com/people/omar"},
                         "team": {"objectType": "Group", "mbox": "mailto:team@example.com"},
                         "contextActivities": {"parent": {"id": "https://example.com/tests/1"},
                                               "category": [{"id": "https://example.com/categories/1"}]},
                         "revision": "3", "platform": "web", "language": "de-DE",
                         "statement": {"objectType": "StatementRef", "id": "2f8a52f0-9f5a-4a6e-9d3c-0f5c1f5ec0aa"},
                         "extensions": {"https://example.com/room": "12"}},
             "timestamp": "2026-05-04T12:00:00-05:00",
             "stored": "2026-05-04T17:00:01Z",
             "authority": {"account": {"homePage": "https://example.com/", "name": "shop-floor"}},
             "version": "1.0.0",
             "attachments": [{"usageType": "https://example.com/usage/photo", "display": {"en": "Photo"},
                              "description": {"en": "Of the board"}, "contentType": "image/jpeg", "length": 27,
                              "sha2": "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a",
                              "fileUrl": "https://example.com/photo.jpeg"}]}
            """;

    private SampleStatements() {}

    static ObjectNode small() {
        return (ObjectNode) json(SMALL);
    }

    static ObjectNode whole() {
        return (ObjectNode) json(WHOLE);
    }

    /** A statement that {@code statement} was planned. */
    static ObjectNode planned(ObjectNode statement) {
        ObjectNode sub = statement.deepCopy();
        sub.remove("id");
        sub.remove("stored");
        sub.remove("version");
        sub.remove("authority");
        sub.put("objectType", "SubStatement");
        return small().set("object", sub);
    }

    /** @param pointer where {@code json} is put, in place of what is there, or at the end of an array by {@code -} */
    static ObjectNode with(ObjectNode statement, String pointer, String json) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = statement.at(at.head());
        String name = at.last().getMatchingProperty();
        switch (parent) {
            case ObjectNode object -> object.set(name, json(json));
            case ArrayNode array when name.equals("-") -> array.add(json(json));
            case ArrayNode array -> array.set(Integer.parseInt(name), json(json));
            default -> throw new IllegalArgumentException(pointer);
        }
        return statement;
    }

    static ObjectNode without(ObjectNode statement, String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) statement.at(at.head())).remove(at.last().getMatchingProperty());
        return statement;
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    static XapiStatement read(JsonNode statement) {
        return V2.read(bytes(statement));
    }

    /** Where it was refused and why: the place and the message's key, or what the message expects. */
    static String why(Invalid refusal) {
        var reason = refusal.reason();
        Object expected = reason.arguments().get("expected");
        return refusal.place().orElse("nowhere") + " "
                + (expected instanceof Message message ? message.key() : reason.key());
    }

    /** The same of whatever is tried; empty if nothing is refused. */
    static String why(Runnable trial) {
        try {
            trial.run();
            return "";
        } catch (Invalid refusal) {
            return why(refusal);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
