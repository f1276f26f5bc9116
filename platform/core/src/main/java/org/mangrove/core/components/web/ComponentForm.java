package org.mangrove.core.components.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.components.Component;
import org.mangrove.core.components.ComponentKind;
import org.mangrove.core.components.Components;
import org.mangrove.core.components.Cost;
import org.mangrove.core.components.Decision;
import org.mangrove.core.components.Purpose;
import org.mangrove.core.components.Terms;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/** What a governor has written of a component, or what stands there before. */
public record ComponentForm(TypedForm typed) {

    private static final String LIST = " ";

    static ComponentForm empty() {
        return new ComponentForm(TypedForm.NOTHING);
    }

    /** Of several with the same name all are kept. */
    static ComponentForm of(Map<String, List<String>> form) {
        TypedForm first = TypedForm.of(form, Components.LONGEST_TEXT);
        var values = new HashMap<>(first.values());
        for (String several : List.of("purposes", "markets")) {
            values.put(several, String.join(LIST, form.getOrDefault(several, List.of())));
        }
        return new ComponentForm(new TypedForm(values, first.wrong()));
    }

    static ComponentForm of(Component component) {
        Terms terms = component.terms();
        var values = new HashMap<String, String>();
        values.put("kind", terms.kind().word());
        values.put("name", terms.name());
        values.put("objective", terms.objective());
        values.put("purposes", terms.purposes().stream().map(Purpose::word).collect(Collectors.joining(LIST)));
        values.put("markets", String.join(LIST, terms.markets()));
        values.put("data", terms.data());
        values.put("supplier", terms.supplier());
        values.put(
                "cost", terms.cost().map(cost -> Long.toString(cost.amount())).orElse(""));
        values.put("currency", terms.cost().map(Cost::currency).orElse(""));
        values.put("contractEnd", terms.contractEnd().map(LocalDate::toString).orElse(""));
        values.put("owner", component.owner().map(UUID::toString).orElse(""));
        values.put("steward", component.steward().map(UUID::toString).orElse(""));
        return new ComponentForm(new TypedForm(values, Optional.empty()));
    }

    ComponentForm with(Refusal refusal) {
        return new ComponentForm(typed.with(refusal));
    }

    public String value(String field) {
        return typed.value(field);
    }

    public boolean has(String field, String word) {
        return words(field).contains(word);
    }

    private Set<String> words(String field) {
        return Arrays.stream(typed.value(field).split(LIST))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** @throws Refusal.Invalid if something cannot be read */
    Terms terms() {
        return new Terms(
                ComponentKind.find(value("kind"))
                        .orElseThrow(() -> new Refusal.Invalid("kind", Message.of("components.entry.no-kind"))),
                value("name"),
                value("objective"),
                words("purposes").stream()
                        .flatMap(word -> Purpose.find(word).stream())
                        .collect(Collectors.toSet()),
                words("markets"),
                value("data"),
                value("supplier"),
                cost(),
                day("contractEnd"));
    }

    Optional<UUID> actor(String field) {
        return Stream.of(value(field))
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .findFirst();
    }

    Components.Verdict verdict() {
        return new Components.Verdict(
                Decision.find(value("decision")).orElse(Decision.TO_COMPLETE), day("lastDay"), value("reason"));
    }

    private Optional<Cost> cost() {
        if (value("cost").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Cost.read(value("cost"), value("currency"))
                .orElseThrow(() -> new Refusal.Invalid("cost", Message.of("components.entry.no-cost"))));
    }

    private Optional<LocalDate> day(String field) {
        try {
            return value(field).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value(field)));
        } catch (DateTimeException notADay) {
            throw new Refusal.Invalid(
                    field, Message.of("components.entry.no-day").with("most", Components.LONGEST_TRIAL_IN_DAYS));
        }
    }
}
