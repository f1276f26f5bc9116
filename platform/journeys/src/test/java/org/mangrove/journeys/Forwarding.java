package org.mangrove.journeys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an admin fills in so that statements go to another record store. */
final class Forwarding {

    /** What the registers of both enterprises know. */
    static final String SYSTEM = "records-exchange";

    private Forwarding() {}

    /** To an address, with the name and the secret that are taken there. */
    static Map<String, List<String>> to(String endpoint, String user, String secret) {
        var form = new LinkedHashMap<String, List<String>>();
        form.put("title", List.of("Group reporting"));
        form.put("recipient", List.of("Group Holding"));
        form.put("component", List.of(SYSTEM));
        form.put("country", List.of("DE"));
        form.put("purpose", List.of("training-records"));
        form.put("ground", List.of("Contract with the group, reviewed in 2026"));
        form.put("endpoint", List.of(endpoint));
        form.put("user", List.of(user));
        form.put("secret", List.of(secret));
        return form;
    }

    /** The same as the body of a form. */
    static String written(String endpoint, String user, String secret) {
        return to(endpoint, user, secret).entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + Form.encoded(field.getValue().getFirst()))
                .collect(Collectors.joining("&"));
    }
}
