package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.mangrove.core.refusal.Refusal.Invalid;

/** What the values are of which a statement is made: each is what it must be, or is refused at its place. */
final class Value {

    private static final int MAILBOX_AT = "mailto:".length();

    private Value() {}

    static ObjectNode object(JsonNode value, Place place) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw Defect.expected(value, place, "object");
    }

    static ArrayNode array(JsonNode value, Place place) {
        if (value instanceof ArrayNode array) {
            return array;
        }
        throw Defect.expected(value, place, "array");
    }

    static String text(JsonNode value, Place place) {
        return text(value, place, "string");
    }

    private static String text(JsonNode value, Place place, String expected) {
        if (value.isTextual()) {
            return value.textValue();
        }
        throw Defect.expected(value, place, expected);
    }

    static void truth(JsonNode value, Place place) {
        if (!value.isBoolean()) {
            throw Defect.expected(value, place, "boolean");
        }
    }

    static String iri(JsonNode value, Place place) {
        return mustBe(Iri.isOne(text(value, place, "iri")), value, place, "iri");
    }

    static void uri(JsonNode value, Place place) {
        mustBe(Iri.isUri(text(value, place, "uri")), value, place, "uri");
    }

    /** In the standard form; the variant is recommended only, and letters may be small or large. */
    static String uuid(JsonNode value, Place place) {
        return mustBe(isUuid(text(value, place, "uuid")), value, place, "uuid");
    }

    static void languageTag(JsonNode value, Place place) {
        mustBe(LanguageTag.isOne(text(value, place, "language-tag")), value, place, "language-tag");
    }

    static void timestamp(JsonNode value, Place place, XapiVersion version) {
        if (Timestamps.read(text(value, place, moment(version)), version).isEmpty()) {
            throw notAMoment(place, version);
        }
    }

    static Invalid notAMoment(Place place, XapiVersion version) {
        return Defect.expected(place, moment(version));
    }

    private static String moment(XapiVersion version) {
        return version == XapiVersion.V1_0_3 ? "timestamp-1" : "timestamp";
    }

    static void duration(JsonNode value, Place place) {
        mustBe(Durations.isOne(text(value, place, "duration")), value, place, "duration");
    }

    /** An address that nothing else follows; who reads mail there cannot be told from it. */
    static void mailbox(JsonNode value, Place place) {
        String text = text(value, place, "mailbox");
        int at = text.indexOf('@');
        boolean address = text.startsWith("mailto:")
                && at > MAILBOX_AT
                && at < text.length() - 1
                && text.indexOf('@', at + 1) < 0
                && text.indexOf('?') < 0
                && text.indexOf('#') < 0
                && text.indexOf('/', at) < 0
                && Iri.isOne(text);
        mustBe(address, value, place, "mailbox");
    }

    static void sha1(JsonNode value, Place place) {
        String text = text(value, place, "sha1");
        mustBe(text.length() == 40 && isHex(text), value, place, "sha1");
    }

    static void sha2(JsonNode value, Place place) {
        mustBe(isSha2(text(value, place, "sha2")), value, place, "sha2");
    }

    /** Of any length that a SHA-2 has. */
    static boolean isSha2(String text) {
        return switch (text.length()) {
            case 56, 64, 96, 128 -> isHex(text);
            default -> false;
        };
    }

    static void languageMap(JsonNode value, Place place) {
        if (!value.isObject()) {
            throw Defect.expected(value, place, "language-map");
        }
        for (var entry : value.properties()) {
            if (!LanguageTag.isOne(entry.getKey())) {
                throw Defect.expected(place.at(entry.getKey()), "language-tag-as-name");
            }
            text(entry.getValue(), place.at(entry.getKey()));
        }
    }

    /** Anything below names that are IRIs. */
    static void extensions(JsonNode value, Place place) {
        for (var entry : object(value, place).properties()) {
            if (!Iri.isOne(entry.getKey())) {
                throw Defect.expected(place.at(entry.getKey()), "iri-as-name");
            }
        }
    }

    static String oneOf(Set<String> words, String listed, JsonNode value, Place place) {
        String text = text(value, place);
        if (!words.contains(text)) {
            throw Defect.notOneOf(place, listed);
        }
        return text;
    }

    static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int at = 0; at < 36; at++) {
            boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
            if (dash ? text.charAt(at) != '-' : !isHex(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static String mustBe(boolean right, JsonNode value, Place place, String expected) {
        if (!right) {
            throw Defect.expected(place, expected);
        }
        return value.textValue();
    }

    private static boolean isHex(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isHex(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char digit) {
        return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F');
    }
}
