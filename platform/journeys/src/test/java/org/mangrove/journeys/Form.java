package org.mangrove.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as a browser sends them. */
final class Form {

    static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    static String of(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    static String ofOneEach(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> pair(field.getKey(), field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }
}
