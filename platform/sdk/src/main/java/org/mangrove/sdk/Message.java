package org.mangrove.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to be said to a person, in a language that is chosen later.
 *
 * @param key names the sentence in the message bundles, such as {@code learning.enrolment.places-left}
 * @param arguments what the sentence's placeholders stand for: strings, numbers, dates and instants, or messages
 */
public record Message(String key, Map<String, Object> arguments) {

    public Message {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public static Message of(String key) {
        return new Message(key, Map.of());
    }

    public Message with(String name, Object value) {
        var more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Message(key, more);
    }
}
