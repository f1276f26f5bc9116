package org.mangrove.core.content.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What a governor has written into a form, so that nothing has to be written twice.
 *
 * @param values by the names of the fields
 * @param wrong what cannot stay as it is, if that was found
 */
public record TypedRule(Map<String, String> values, Optional<Refusal> wrong) {

    private static final int LONGEST = 1_000;

    static final TypedRule NOTHING = new TypedRule(Map.of(), Optional.empty());

    public TypedRule {
        values = Map.copyOf(values);
    }

    static TypedRule of(MultivaluedMap<String, String> form) {
        return new TypedRule(
                form.keySet().stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> Optional.ofNullable(form.getFirst(name))
                                        .map(value -> value.strip()
                                                .substring(
                                                        0,
                                                        Math.min(value.strip().length(), LONGEST + 1)))
                                        .orElse(""))),
                Optional.empty());
    }

    TypedRule with(Refusal refusal) {
        return new TypedRule(values, Optional.of(refusal));
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** What is wrong with one of the fields. */
    public Optional<Message> wrongWith(String field) {
        return wrong.filter(refusal -> refusal instanceof Refusal.Invalid invalid
                        && invalid.place().filter(field::equals).isPresent())
                .map(Refusal::reason);
    }
}
