package org.mangrove.core.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mangrove.core.policy.Stricter;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a rubric of our own. What is wrong in it is ours to mend, and stops the node. */
public final class RubricFile {

    private static final String PLACE = "/quality/rubric.yaml";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** What the platform demands of everybody who says nothing else. */
    public static final Rubric PLATFORM = read(packed());

    private RubricFile() {}

    static Rubric read(String yaml) {
        Map<?, ?> root = mapping(new Load(LoadSettings.builder().build()).loadFromString(yaml), "the rubric");
        var criteria = new EnumMap<CriterionKind, Criterion>(CriterionKind.class);
        mapping(root.get("criteria"), "criteria").forEach((name, said) -> {
            CriterionKind kind = CriterionKind.parse(String.valueOf(name))
                    .orElseThrow(() -> new IllegalArgumentException("There is no criterion " + name));
            criteria.put(kind, criterion(kind, mapping(said, kind.word())));
        });
        var words = new TreeMap<String, SortedMap<String, List<Pattern>>>();
        mapping(root.get("words"), "words")
                .forEach((what, byLanguage) ->
                        words.put(String.valueOf(what), patterns(mapping(byLanguage, String.valueOf(what)))));
        Map<?, ?> escalation = mapping(root.get("escalation"), "escalation");
        return new Rubric(
                criteria,
                words,
                texts(root.get("licences")),
                new Rubric.Escalation(
                        number(escalation.get("soon")),
                        number(escalation.get("steward")),
                        number(escalation.get("governor"))));
    }

    private static Criterion criterion(CriterionKind kind, Map<?, ?> said) {
        var parameters = new TreeMap<String, Parameter>();
        said.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parameter) {
                parameters.put(
                        String.valueOf(name),
                        new Parameter(
                                number(parameter.get("is")),
                                number(parameter.get("from")),
                                number(parameter.get("to")),
                                Stricter.valueOf(String.valueOf(parameter.get("stricter"))
                                        .toUpperCase(Locale.ROOT))));
            }
        });
        String severity = String.valueOf(said.get("severity"));
        return new Criterion(
                kind,
                severity.startsWith("blocks") ? Severity.BLOCKS : Severity.WARNS,
                !severity.equals("blocks-always"),
                number(said.get("weight")),
                parameters);
    }

    private static SortedMap<String, List<Pattern>> patterns(Map<?, ?> byLanguage) {
        var patterns = new TreeMap<String, List<Pattern>>();
        byLanguage.forEach((language, list) -> patterns.put(
                String.valueOf(language),
                texts(list).stream().map(text -> Pattern.compile(text, FLAGS)).toList()));
        return patterns;
    }

    private static List<String> texts(@Nullable Object list) {
        if (list instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        throw new IllegalArgumentException("The rubric needs a list where it has " + list);
    }

    private static Map<?, ?> mapping(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("The rubric has nothing below " + what);
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException("The rubric needs a number where it has " + value);
    }

    private static String packed() {
        try (InputStream stream = Objects.requireNonNull(RubricFile.class.getResourceAsStream(PLACE), PLACE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
