package org.mangrove.core.forwarding;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mangrove.core.forwarding.TemplatePart.Text.Piece;
import org.mangrove.core.refusal.Refusal.Invalid;
import org.mangrove.sdk.Message;

/** Reads a template and refuses what would do nothing: a misspelt word would else only show in what arrives elsewhere. */
final class TemplateReader {

    private static final String SIGN = "$";
    private static final String ELSE = "$else";
    private static final String WITHOUT = "$without";
    private static final String WITH = "$with";

    /** What goes together, by what it begins with. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "$value", Set.of("$value", ELSE),
            "$text", Set.of("$text", ELSE),
            "$choose", Set.of("$choose", "$cases", ELSE),
            "$each", Set.of("$each", "$as"));

    TemplatePart read(JsonNode root) {
        return part(root, "$");
    }

    private TemplatePart part(JsonNode json, String where) {
        if (json.isArray()) {
            var parts = new ArrayList<TemplatePart>();
            for (int i = 0; i < json.size(); i++) {
                parts.add(part(json.get(i), where + "[" + i + "]"));
            }
            return new TemplatePart.Elements(List.copyOf(parts));
        }
        if (!json.isObject()) {
            return new TemplatePart.Literal(json);
        }
        boolean speaks =
                json.propertyStream().anyMatch(property -> property.getKey().startsWith(SIGN));
        return speaks ? instruction(json, where) : new TemplatePart.Properties(parts(json, where));
    }

    private Map<String, TemplatePart> parts(JsonNode object, String where) {
        var parts = new LinkedHashMap<String, TemplatePart>();
        object.properties()
                .forEach(property ->
                        parts.put(property.getKey(), part(property.getValue(), where + "." + property.getKey())));
        return parts;
    }

    private TemplatePart instruction(JsonNode json, String where) {
        if (json.has(WITHOUT) || json.has(WITH)) {
            mustHaveOnly(json, Set.of(WITHOUT, WITH), where);
            return whole(json, where);
        }
        String first = WORDS.keySet().stream()
                .filter(json::has)
                .findFirst()
                .orElseThrow(() -> wrong("forwarding.template.no-such-word", where));
        mustHaveOnly(json, WORDS.getOrDefault(first, Set.of()), where);
        return switch (first) {
            case "$value" -> new TemplatePart.Value(place(json.path(first), where), otherwise(json, where));
            case "$text" -> new TemplatePart.Text(pieces(text(json.path(first), where), where), otherwise(json, where));
            case "$choose" -> {
                JsonNode cases = json.path("$cases");
                if (!cases.isObject()) {
                    throw wrong("forwarding.template.no-cases", where);
                }
                yield new TemplatePart.Choice(
                        place(json.path(first), where), parts(cases, where + ".$cases"), otherwise(json, where));
            }
            default -> {
                if (!json.has("$as")) {
                    throw wrong("forwarding.template.no-as", where);
                }
                yield new TemplatePart.Each(place(json.path(first), where), part(json.path("$as"), where + ".$as"));
            }
        };
    }

    private TemplatePart whole(JsonNode json, String where) {
        var less = new ArrayList<JsonPointer>();
        JsonNode without = json.path(WITHOUT);
        if (!without.isMissingNode() && !without.isArray()) {
            throw wrong("forwarding.template.no-list", where);
        }
        without.forEach(place -> less.add(property(text(place, where), where)));
        var more = new LinkedHashMap<JsonPointer, TemplatePart>();
        JsonNode with = json.has(WITH) ? json.path(WITH) : JsonNodeFactory.instance.objectNode();
        if (!with.isObject()) {
            throw wrong("forwarding.template.no-places", where);
        }
        with.properties()
                .forEach(property -> more.put(
                        property(property.getKey(), where),
                        part(property.getValue(), where + ".$with[\"" + property.getKey() + "\"]")));
        return new TemplatePart.Whole(List.copyOf(less), more);
    }

    private Optional<TemplatePart> otherwise(JsonNode json, String where) {
        return json.has(ELSE) ? Optional.of(part(json.path(ELSE), where + "." + ELSE)) : Optional.empty();
    }

    private static List<Piece> pieces(String text, String where) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw wrong("forwarding.template.open-brace", where);
            }
            pieces.add(new Piece(text.substring(from, open), Optional.empty()));
            pieces.add(new Piece("", Optional.of(place(text.substring(open + 1, close), where))));
            from = close + 1;
        }
        pieces.add(new Piece(text.substring(from), Optional.empty()));
        return List.copyOf(pieces);
    }

    private static void mustHaveOnly(JsonNode json, Set<String> words, String where) {
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            if (!words.contains(property.getKey())) {
                throw new Invalid(
                        "template",
                        Message.of("forwarding.template.not-together")
                                .with("where", where)
                                .with("word", property.getKey()));
            }
        }
    }

    private static String text(JsonNode json, String where) {
        if (!json.isTextual()) {
            throw wrong("forwarding.template.no-text", where);
        }
        return json.textValue();
    }

    private static TemplatePlace place(JsonNode json, String where) {
        return place(text(json, where), where);
    }

    private static TemplatePlace place(String text, String where) {
        return TemplatePlace.read(text).orElseThrow(() -> wrong("forwarding.template.no-place", where));
    }

    /** A place that something can be put to. */
    private static JsonPointer property(String text, String where) {
        return TemplatePlace.read(text)
                .filter(place -> !place.ofElement())
                .orElseThrow(() -> wrong("forwarding.template.no-place", where))
                .pointer();
    }

    private static Invalid wrong(String key, String where) {
        return new Invalid("template", Message.of(key).with("where", where));
    }
}
