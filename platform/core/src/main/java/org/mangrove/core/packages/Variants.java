package org.mangrove.core.packages;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.LineageJson;

/**
 * Which file a package is in each language. Written down it is one word, so that the engine takes or leaves it as a whole and never
 * joins two of them.
 *
 * @param byLanguage by BCP 47 tag
 */
public record Variants(SortedMap<String, Digest> byLanguage) {

    /** What the one block of a package is called. */
    public static final String BLOCK = "package";

    /** What its one field is called. */
    public static final String FIELD = "variants";

    /** What overrides and decisions call it. */
    public static final String SUBJECT = BLOCK + "/" + FIELD;

    public Variants {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("A package has a file");
        }
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    public static Variants of(Map<String, Digest> byLanguage) {
        return new Variants(new TreeMap<>(byLanguage));
    }

    /** What was written down; empty if that cannot be read. */
    public static Optional<Variants> parse(String text) {
        var parsed = new TreeMap<String, Digest>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            Optional<Digest> digest = equals > 0 ? Digest.parse(part.substring(equals + 1)) : Optional.empty();
            if (digest.isEmpty() || parsed.put(part.substring(0, equals), digest.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Variants(parsed));
    }

    static Optional<Variants> of(Optional<Field> field) {
        return field.flatMap(value -> value instanceof Field.Neutral(String text) ? parse(text) : Optional.empty());
    }

    /** As rows and the feed hold it. */
    public String text() {
        return byLanguage.entrySet().stream()
                .map(variant -> variant.getKey() + "=" + variant.getValue().hex())
                .collect(Collectors.joining(","));
    }

    /** By which all of it is told: the same files in the same languages have the same one. */
    public Digest digest() {
        return LineageJson.digestOf(field());
    }

    Field field() {
        return Field.neutral(text());
    }

    Block block() {
        return new Block(BLOCK, BlockKind.PACKAGE, new TreeMap<>(Map.of(FIELD, field())));
    }

    /** A file in a language. */
    public record Variant(String language, Digest digest) {

        public Locale locale() {
            return Locale.forLanguageTag(language);
        }
    }

    public List<Variant> all() {
        return byLanguage.entrySet().stream()
                .map(variant -> new Variant(variant.getKey(), variant.getValue()))
                .toList();
    }

    /** For somebody who wants the languages of the chain in this order: the first that there is, else what comes first. */
    public Variant in(List<Locale> chain) {
        return chain.stream()
                .flatMap(locale -> find(locale.toLanguageTag()).or(() -> find(locale.getLanguage())).stream())
                .findFirst()
                .orElseGet(() -> all().getFirst());
    }

    private Optional<Variant> find(String tag) {
        return Optional.ofNullable(byLanguage.get(tag)).map(digest -> new Variant(tag, digest));
    }

    public boolean has(Digest digest) {
        return byLanguage.containsValue(digest);
    }
}
