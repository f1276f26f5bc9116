package org.mangrove.core.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands in a statement where something was taken out: {@code {"$sealed":3}} for words, {@code
 * {"$sealed":4,"objectType":"Group"}} for an agent or a group.
 *
 * <p>It is found by looking for its bytes. They stand nowhere else: in a string, quotation marks are escaped, and an object
 * with such a property is taken out itself.
 *
 * @param at where it begins
 * @param end behind its last byte
 * @param number of what was taken out
 */
record Mark(int at, int end, int number, Kind kind) {

    enum Kind {
        WORDS(""),
        AGENT("Agent"),
        GROUP("Group");

        private final String objectType;

        Kind(String objectType) {
            this.objectType = objectType;
        }

        String objectType() {
            return objectType;
        }
    }

    private static final String NAME = "$sealed";
    private static final byte[] BEGINS = ("{\"" + NAME + "\":").getBytes(StandardCharsets.US_ASCII);
    private static final byte DOLLAR = '$';
    private static final int BEFORE_DOLLAR = 2;
    private static final byte[] GROUP_ENDS = ",\"objectType\":\"Group\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AGENT_ENDS = ",\"objectType\":\"Agent\"}".getBytes(StandardCharsets.US_ASCII);

    static JsonNode ofAgent(int number, boolean isGroup) {
        return raw(new String(isGroup ? GROUP_ENDS : AGENT_ENDS, StandardCharsets.US_ASCII), number);
    }

    static JsonNode ofWords(int number) {
        return raw("}", number);
    }

    private static JsonNode raw(String end, int number) {
        return JsonNodeFactory.instance.rawValueNode(
                new RawValue(new String(BEGINS, StandardCharsets.US_ASCII) + number + end));
    }

    /** Whether an object that somebody has sent could be taken for a mark. */
    static boolean isLookAlike(ObjectNode object) {
        return object.has(NAME);
    }

    /** The mark that an object is which was read from what was taken apart. */
    static Optional<Mark> read(ObjectNode object) {
        var names = object.fieldNames();
        return Optional.ofNullable(names.hasNext() && names.next().equals(NAME) ? object.get(NAME) : null)
                .map(number -> new Mark(
                        0,
                        0,
                        number.intValue(),
                        switch (object.path("objectType").asText()) {
                            case "Agent" -> Kind.AGENT;
                            case "Group" -> Kind.GROUP;
                            default -> Kind.WORDS;
                        }));
    }

    static int count(byte[] json) {
        int count = 0;
        for (int at = next(json, 0); at < json.length; at = next(json, at + 1)) {
            count++;
        }
        return count;
    }

    /** The first one from a place on. */
    static Optional<Mark> find(byte[] json, int from) {
        int at = next(json, from);
        return at < json.length ? Optional.of(read(json, at)) : Optional.empty();
    }

    /** Where the next one begins; the length of the text if there is none. */
    private static int next(byte[] json, int from) {
        for (int at = from + BEFORE_DOLLAR; at < json.length; at++) {
            if (json[at] == DOLLAR && stands(json, at - BEFORE_DOLLAR, BEGINS)) {
                return at - BEFORE_DOLLAR;
            }
        }
        return json.length;
    }

    private static Mark read(byte[] json, int at) {
        int place = at + BEGINS.length;
        int number = 0;
        while (json[place] >= '0' && json[place] <= '9') {
            number = number * 10 + json[place++] - '0';
        }
        if (stands(json, place, AGENT_ENDS)) {
            return new Mark(at, place + AGENT_ENDS.length, number, Kind.AGENT);
        }
        return stands(json, place, GROUP_ENDS)
                ? new Mark(at, place + GROUP_ENDS.length, number, Kind.GROUP)
                : new Mark(at, place + 1, number, Kind.WORDS);
    }

    private static boolean stands(byte[] json, int at, byte[] what) {
        return at + what.length <= json.length && Arrays.equals(json, at, at + what.length, what, 0, what.length);
    }
}
