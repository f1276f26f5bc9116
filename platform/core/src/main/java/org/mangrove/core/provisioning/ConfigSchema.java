package org.mangrove.core.provisioning;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mangrove.sdk.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of one kind of file: the same that editors use, so that both say the same is wrong.
 *
 * <p>The validator finds the mistakes; the words are ours, since its own do not tell what is allowed.
 */
final class ConfigSchema {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> ABOUT_A_KEY = Set.of("additionalProperties", "propertyNames");

    private final JsonNode text;
    private final Schema schema;

    ConfigSchema(String json) {
        this.text = JSON.readTree(json);
        this.schema = REGISTRY.getSchema(text);
    }

    List<Problem> check(ConfigFile file) {
        return schema.validate(file.tree()).stream()
                .map(error -> toProblem(file, error))
                .distinct()
                .sorted()
                .toList();
    }

    private Problem toProblem(ConfigFile file, Error error) {
        var path = new ArrayList<>(elements(error.getInstanceLocation()));
        Message what = say(error, path.isEmpty() ? "" : path.getLast());
        if (ABOUT_A_KEY.contains(error.getKeyword())) {
            path.add(nameOf(error));
        }
        return new Problem(file.name(), file.lineOf(path), what);
    }

    private Message say(Error error, String at) {
        JsonNode rule = error.getSchemaNode();
        JsonNode found = error.getInstanceNode();
        String shown = Secrets.KEYS.contains(at) ? "…" : shown(found);
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(error);
            case "required" -> Message.of("provisioning.key.is-missing").with("missing", nameOf(error));
            case "type" ->
                Message.of("provisioning.value.is-of-another-kind")
                        .with("at", at)
                        .with("found", kind(found))
                        .with("shown", shown)
                        .with("allowed", rule.asString(""));
            case "enum" -> Choices.refuse(at, shown, texts(rule));
            case "pattern" ->
                Message.of("provisioning.value.looks-wrong")
                        .with("at", at)
                        .with("found", shown)
                        .with("allowed", rule.asString(""));
            case "propertyNames" ->
                Message.of("provisioning.key.looks-wrong")
                        .with("found", nameOf(error))
                        .with("allowed", pattern(rule));
            case "uniqueItems" -> Message.of("provisioning.value.is-doubled").with("at", at);
            case "minItems", "minProperties", "minLength" ->
                Message.of("provisioning.value.is-empty").with("at", at);
            case "maxItems", "maxLength" ->
                Message.of("provisioning.value.is-too-long").with("at", at).with("allowed", rule.asInt(0));
            case "minimum", "maximum" ->
                Message.of("provisioning.value.is-out-of-range")
                        .with("at", at)
                        .with("found", shown)
                        .with("allowed", rule.asInt(0))
                        .with("side", error.getKeyword());
            default ->
                Message.of("provisioning.value.breaks-the-schema")
                        .with("at", at)
                        .with("found", shown)
                        .with("rule", error.getKeyword());
        };
    }

    private Message unknownKey(Error error) {
        NodePath place = error.getSchemaLocation().getFragment();
        JsonNode owner = text;
        for (String step : elements(place).subList(0, place.getNameCount() - 1)) {
            owner = owner.path(step);
        }
        List<String> allowed = List.copyOf(owner.path("properties").propertyNames());
        String found = nameOf(error);
        String known = String.join(", ", allowed);
        return Suggestion.find(found, allowed)
                .map(meant -> Message.of("provisioning.key.is-misspelt")
                        .with("found", found)
                        .with("meant", meant)
                        .with("allowed", known))
                .orElseGet(() -> Message.of("provisioning.key.is-unknown")
                        .with("found", found)
                        .with("allowed", known));
    }

    private String pattern(JsonNode rule) {
        JsonNode target =
                rule.has("$ref") ? text.at(rule.path("$ref").asString("").substring(1)) : rule;
        return target.path("pattern").asString("");
    }

    private static String nameOf(Error error) {
        return error.getProperty() == null ? shown(error.getInstanceNode()) : error.getProperty();
    }

    private static List<String> elements(NodePath path) {
        return IntStream.range(0, path.getNameCount())
                .mapToObj(index -> String.valueOf(path.getElement(index)))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asString("")));
        return texts;
    }

    private static String shown(JsonNode found) {
        return found.isString() ? found.asString() : found.toString();
    }

    private static String kind(JsonNode found) {
        return switch (found.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            case NUMBER -> found.isIntegralNumber() ? "integer" : "number";
            case NULL, MISSING, BINARY, POJO -> "nothing";
        };
    }
}
