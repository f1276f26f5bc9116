package org.mangrove.core.learning.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mangrove.core.content.EffectiveBlock;

/** The form in which somebody answers a question. */
record AnswerForm(MultivaluedMap<String, String> form) {

    /** What the form says: options that were ticked, places that were given to items, or words. */
    String response(EffectiveBlock question) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE ->
                String.join(
                        " ",
                        form.getOrDefault("answer", List.of()).stream().sorted().toList());
            case ORDER -> order(question);
            case SHORT, COURSE, SECTION, TEXT, IMAGE, VIDEO, CALLOUT ->
                Optional.ofNullable(form.getFirst("answer")).orElse("").strip();
        };
    }

    /** Each item says its place; two in one place are no answer. */
    private String order(EffectiveBlock question) {
        List<String> ids =
                question.items().stream().map(EffectiveBlock.Item::id).toList();
        List<Integer> places = ids.stream()
                .map(id -> Optional.ofNullable(form.getFirst("place." + id)).orElse(""))
                .map(place -> place.matches("\\d{1,2}") ? Integer.parseInt(place) : 0)
                .toList();
        if (places.contains(0) || places.stream().distinct().count() < ids.size()) {
            return "";
        }
        return IntStream.range(0, ids.size())
                .boxed()
                .sorted(Comparator.comparing(places::get))
                .map(ids::get)
                .collect(Collectors.joining(" "));
    }
}
