package org.mangrove.core.learning.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.learning.Walk;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.localization.Customs;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** The form in which somebody answers a question. */
record AnswerForm(MultivaluedMap<String, String> form, Customs customs) {

    /** For a reader who has written something that is no number. */
    private static final BigDecimal EXAMPLE = new BigDecimal("1234.5");

    /** What the form says: options that were ticked, places that were given to items, or words. */
    String response(EffectiveBlock question) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE ->
                String.join(
                        " ",
                        form.getOrDefault("answer", List.of()).stream().sorted().toList());
            case ORDER -> order(question);
            case MATCH -> pairs(question);
            case NUMBER -> number(question);
            case HOTSPOT -> Optional.ofNullable(form.getFirst("answer")).orElse("");
            case SCENARIO -> "";
            case SHORT,
                    COURSE,
                    SECTION,
                    TEXT,
                    IMAGE,
                    VIDEO,
                    CALLOUT,
                    RULE,
                    PACKAGE,
                    TABLE,
                    CODE,
                    ACCORDION,
                    AUDIO,
                    FILE ->
                Optional.ofNullable(form.getFirst("answer")).orElse("").strip();
        };
    }

    /** What somebody does in a scenario. */
    Walk.Move move() {
        if (form.containsKey("back")) {
            return new Walk.Move.Back();
        }
        if (form.containsKey("again")) {
            return new Walk.Move.Again();
        }
        return new Walk.Move.Choose(
                Optional.ofNullable(form.getFirst("scene")).orElse(""),
                Optional.ofNullable(form.getFirst("choice")).orElse(""));
    }

    /** Each option says where it belongs. */
    private String pairs(EffectiveBlock question) {
        return question.options().stream()
                .map(option -> option.id() + ":"
                        + Optional.ofNullable(form.getFirst("match." + option.id()))
                                .orElse(""))
                .collect(Collectors.joining(" "));
    }

    /** As the reader writes numbers; the unit stands beside the field, and may be written behind the number. */
    private String number(EffectiveBlock question) {
        String written = Optional.ofNullable(form.getFirst("answer")).orElse("").strip();
        if (written.isEmpty()) {
            return "";
        }
        String unit = question.text("unit").map(Text::text).orElse("").strip();
        String bare = !unit.isEmpty() && written.endsWith(unit)
                ? written.substring(0, written.length() - unit.length())
                : written;
        return customs.readNumber(bare)
                .map(BigDecimal::toPlainString)
                .orElseThrow(() -> new Refusal.Invalid(
                        "answer",
                        Message.of("learning.question.not-a-number").with("example", customs.exact(EXAMPLE))));
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
