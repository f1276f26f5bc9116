package org.mangrove.core.forwarding;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a template. What it makes is empty where nothing lies that it could be made of. */
sealed interface TemplatePart {

    Optional<JsonNode> fill(TemplateFilling filling);

    /** What stands in the template as it is. */
    record Literal(JsonNode value) implements TemplatePart {

        @Override
        public Optional<JsonNode> fill(TemplateFilling filling) {
            return Optional.of(filling.copied(value));
        }
    }

    /** An object, of which properties are left out that have nothing. */
    record Properties(Map<String, TemplatePart> parts) implements TemplatePart {

        @Override
        public Optional<JsonNode> fill(TemplateFilling filling) {
            filling.payPart();
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            parts.forEach((name, part) -> part.fill(filling).ifPresent(value -> object.set(name, value)));
            return Optional.of(object);
        }
    }

    /** An array, of which elements are left out that have nothing. */
    record Elements(List<TemplatePart> parts) implements TemplatePart {

        @Override
        public Optional<JsonNode> fill(TemplateFilling filling) {
            filling.payPart();
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            parts.forEach(part -> part.fill(filling).ifPresent(array::add));
            return Optional.of(array);
        }
    }

    /** What lies in the statement. */
    record Value(TemplatePlace place, Optional<TemplatePart> otherwise) implements TemplatePart {

        @Override
        public Optional<JsonNode> fill(TemplateFilling filling) {
            Optional<JsonNode> found = filling.at(place).map(filling::copied);
            return found.isPresent() ? found : otherwise.flatMap(part -> part.fill(filling));
        }
    }

    /** A text of pieces; of which each is a text, or a place where a scalar lies. */
    record Text(List<Piece> pieces, Optional<TemplatePart> otherwise) implements TemplatePart {

        /** @param place empty if {@code words} stand there as they are */
        record Piece(String words, Optional<TemplatePlace> place) {}

        @Override
        public Optional<JsonNode> fill(TemplateFilling filling) {
            filling.payPart();
            var text = new StringBuilder();
            for (Piece piece : pieces) {
                Optional<String> said = piece.place()
                        .map(place -> filling.at(place)
                                .filter(found -> found.isValueNode() && !found.isNull())
                                .map(JsonNode::asText))
                        .orElseGet(() -> Optional.of(piece.words()));
                if (said.isEmpty()) {
                    return otherwise.flatMap(part -> part.fill(filling));
                }
                filling.payText(said.get().length());
                text.append(said.get());
            }
            return Optional.of(TextNode.valueOf(text.toString()));
        }
    }

    /** One of several parts, by the text that lies somewhere. */
    record Choice(TemplatePlace place, Map<String, TemplatePart> cases, Optional<TemplatePart> otherwise)
            implements TemplatePart {

        @Override
        public Optional<JsonNode> fill(TemplateFilling filling) {
            filling.payPart();
            Optional<TemplatePart> chosen = filling.at(place)
                    .filter(JsonNode::isValueNode)
                    .flatMap(found -> Optional.ofNullable(cases.get(found.asText())));
            return chosen.or(() -> otherwise).flatMap(part -> part.fill(filling));
        }
    }

    /** A part for each element of an array. */
    record Each(TemplatePlace place, TemplatePart as) implements TemplatePart {

        @Override
        public Optional<JsonNode> fill(TemplateFilling filling) {
            filling.payPart();
            return filling.at(place).filter(JsonNode::isArray).map(elements -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                elements.forEach(element -> as.fill(filling.within(element)).ifPresent(array::add));
                return array;
            });
        }
    }

    /** The whole statement, less and more. */
    record Whole(List<JsonPointer> without, Map<JsonPointer, TemplatePart> with) implements TemplatePart {

        @Override
        public Optional<JsonNode> fill(TemplateFilling filling) {
            var whole = (ObjectNode) filling.copied(filling.statement());
            without.forEach(place -> remove(whole, place));
            with.forEach((place, part) -> part.fill(filling).ifPresent(value -> put(filling, whole, place, value)));
            return Optional.of(whole);
        }

        private static void remove(ObjectNode whole, JsonPointer place) {
            JsonNode parent = whole.at(place.head());
            if (parent instanceof ObjectNode object) {
                object.remove(place.last().getMatchingProperty());
            } else if (parent instanceof ArrayNode array && place.last().mayMatchElement()) {
                array.remove(place.last().getMatchingIndex());
            }
        }

        /** Objects on the way are made; what is in the way and is none is left alone. */
        private static void put(TemplateFilling filling, ObjectNode whole, JsonPointer place, JsonNode value) {
            ObjectNode at = whole;
            for (JsonPointer step = place; !step.tail().matches(); step = step.tail()) {
                filling.payPart();
                String name = step.getMatchingProperty();
                JsonNode next = at.path(name);
                if (next.isMissingNode()) {
                    at = at.putObject(name);
                } else if (next instanceof ObjectNode object) {
                    at = object;
                } else {
                    return;
                }
            }
            at.set(place.last().getMatchingProperty(), value);
        }
    }
}
