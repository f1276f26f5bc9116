package org.mangrove.core.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.sdk.Message;

/**
 * What somebody has written into a form, so that nothing has to be written twice.
 *
 * @param values by the names of the fields
 * @param wrong what cannot stay as it is, if that was found
 */
public record TypedForm(Map<String, String> values, Optional<Refusal> wrong) {

    public static final TypedForm NOTHING = new TypedForm(Map.of(), Optional.empty());

    public TypedForm {
        values = Map.copyOf(values);
    }

    /** @param longest of what is longer so much is kept that it is still seen to be too long */
    public static TypedForm of(Map<String, List<String>> form, int longest) {
        return new TypedForm(
                form.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                field -> field.getValue().stream()
                                        .findFirst()
                                        .map(value -> cut(value, longest))
                                        .orElse(""))),
                Optional.empty());
    }

    /** Browsers send lines that end with two characters. */
    private static String cut(String value, int longest) {
        String text = value.replace("\r\n", "\n").strip();
        return text.length() > longest ? text.substring(0, longest + 1) : text;
    }

    public TypedForm with(Refusal refusal) {
        return new TypedForm(values, Optional.of(refusal));
    }

    public String value(String name) {
        return value(name, "");
    }

    /** The same, or what stands there before anything is written. */
    public String value(String name, String before) {
        return values.getOrDefault(name, before);
    }

    /** What is wrong with one of the fields. */
    public Optional<Message> wrongWith(String field) {
        return wrong.filter(refusal -> refusal instanceof Refusal.Invalid invalid
                        && invalid.place().filter(field::equals).isPresent())
                .map(Refusal::reason);
    }
}
