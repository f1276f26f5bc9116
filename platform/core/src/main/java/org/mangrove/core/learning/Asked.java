package org.mangrove.core.learning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mangrove.core.content.Amount;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.records.Interaction;
import org.mangrove.core.records.Interaction.Component;
import org.mangrove.core.records.Interaction.Type;

/** How xAPI tells a question and the answers to it. */
final class Asked {

    private static final String NEXT = "[,]";
    private static final String BELONGS_TO = "[.]";

    private Asked() {}

    static Optional<Interaction> interaction(EffectiveBlock question) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE ->
                Optional.of(new Interaction(
                        Type.CHOICE, List.of(inTheirOrder(question)), lists("choices", options(question))));
            case HOTSPOT ->
                Optional.of(new Interaction(
                        Type.CHOICE,
                        question.correct().stream().sorted().toList(),
                        lists("choices", options(question))));
            case ORDER ->
                Optional.of(new Interaction(
                        Type.SEQUENCING,
                        List.of(question.items().stream()
                                .map(EffectiveBlock.Item::id)
                                .collect(Collectors.joining(NEXT))),
                        lists("choices", items(question.items()))));
            case SHORT ->
                Optional.of(new Interaction(
                        Type.FILL_IN,
                        question.accepted().stream()
                                .map(words -> "{case_matters=false}" + words)
                                .toList(),
                        new TreeMap<>()));
            case MATCH -> {
                var lists = lists("source", options(question));
                lists.put("target", items(question.targets()));
                yield Optional.of(new Interaction(Type.MATCHING, List.of(pairs(question)), lists));
            }
            case NUMBER ->
                Optional.of(new Interaction(
                        Type.NUMERIC,
                        question.amount().map(Asked::range).stream().toList(),
                        new TreeMap<>()));
            case SCENARIO ->
                Optional.of(new Interaction(Type.PERFORMANCE, List.of(), lists("steps", scenes(question))));
            default -> Optional.empty();
        };
    }

    static String response(EffectiveBlock question, String response) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE, ORDER -> response.replace(" ", NEXT);
            case MATCH, SCENARIO -> response.replace(" ", NEXT).replace(":", BELONGS_TO);
            default -> response;
        };
    }

    /** Right options as an answer lists them. */
    private static String inTheirOrder(EffectiveBlock question) {
        return question.correct().stream().sorted().collect(Collectors.joining(NEXT));
    }

    private static String pairs(EffectiveBlock question) {
        return question.options().stream()
                .map(option -> option.id() + BELONGS_TO + question.pairOf(option.id()))
                .collect(Collectors.joining(NEXT));
    }

    private static String range(Amount amount) {
        return amount.isExact() ? plain(amount.value()) : plain(amount.least()) + "[:]" + plain(amount.most());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static List<Component> options(EffectiveBlock question) {
        return question.options().stream()
                .map(option -> component(option.id(), option.text()))
                .toList();
    }

    private static List<Component> items(List<EffectiveBlock.Item> items) {
        return items.stream().map(item -> component(item.id(), item.text())).toList();
    }

    private static List<Component> scenes(EffectiveBlock question) {
        return question.branches().scenes().stream()
                .map(scene -> new Component(scene.id(), "", Locale.ROOT))
                .toList();
    }

    private static Component component(String id, Text text) {
        return new Component(id, text.text(), text.locale());
    }

    private static SortedMap<String, List<Component>> lists(String name, List<Component> components) {
        var lists = new TreeMap<String, List<Component>>();
        lists.put(name, components);
        return lists;
    }
}
