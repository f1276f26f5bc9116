package org.mangrove.core.credentials.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.mangrove.core.credentials.Scope;
import org.mangrove.core.credentials.Terms;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/**
 * What an operator orders of a credential: {@code {"title": "LMS", "purpose": "training-records",
 * "scopes": ["state"], "limit": 50, "expires": "2027-03-31T00:00:00Z"}}.
 * {@code "component"} names an entry of the register; without one it is for the operator's own tools.
 * What is left out is as usual; a limit of {@code null} is none. Who sends nothing gets what reads statements.
 */
final class OrderedTerms {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> KNOWN = Set.of("title", "purpose", "scopes", "limit", "expires", "component");
    private static final String USUAL_TITLE = "Operator";

    private OrderedTerms() {}

    static Terms read(String json) {
        JsonNode order = json.isBlank() ? JSON.createObjectNode() : parsed(json);
        order.fieldNames().forEachRemaining(name -> mustBe(KNOWN.contains(name), name));
        return new Terms(title(order), purpose(order), scopes(order), limit(order), expires(order), component(order));
    }

    private static JsonNode parsed(String json) {
        try {
            JsonNode order = JSON.readTree(json);
            mustBe(order.isObject(), "");
            return order;
        } catch (JsonProcessingException unreadable) {
            throw invalid("");
        }
    }

    private static String title(JsonNode order) {
        if (!order.has("title")) {
            return USUAL_TITLE;
        }
        mustBe(order.get("title").isTextual(), "title");
        return order.get("title").textValue();
    }

    private static String purpose(JsonNode order) {
        if (!order.has("purpose")) {
            return Terms.USUAL_PURPOSE;
        }
        mustBe(order.get("purpose").isTextual(), "purpose");
        return order.get("purpose").textValue();
    }

    private static Set<Scope> scopes(JsonNode order) {
        if (!order.has("scopes")) {
            return Set.of(Scope.STATEMENTS_READ);
        }
        mustBe(order.get("scopes").isArray(), "scopes");
        return StreamSupport.stream(order.get("scopes").spliterator(), false)
                .map(scope -> Scope.read(scope.asText()).orElseThrow(() -> invalid("scopes")))
                .collect(Collectors.toSet());
    }

    private static String component(JsonNode order) {
        if (!order.has("component")) {
            return "";
        }
        mustBe(order.get("component").isTextual(), "component");
        return order.get("component").textValue();
    }

    private static Optional<Integer> limit(JsonNode order) {
        if (!order.has("limit")) {
            return Optional.of(Terms.USUALLY_PER_SECOND);
        }
        JsonNode limit = order.get("limit");
        mustBe(limit.isNull() || limit.canConvertToInt() && limit.isIntegralNumber(), "limit");
        return limit.isNull() ? Optional.empty() : Optional.of(limit.intValue());
    }

    private static Optional<Instant> expires(JsonNode order) {
        JsonNode end = order.path("expires");
        if (end.isMissingNode() || end.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(end.asText()));
        } catch (DateTimeException notAnInstant) {
            throw invalid("expires");
        }
    }

    private static void mustBe(boolean readable, String place) {
        if (!readable) {
            throw invalid(place);
        }
    }

    private static Invalid invalid(String place) {
        return new Invalid(place, Message.of("credentials.credential.unreadable"));
    }
}
