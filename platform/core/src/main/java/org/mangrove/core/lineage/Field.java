package org.mangrove.core.lineage;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one field of a block holds: the same for everybody, or words in several languages. */
public sealed interface Field {

    /** What a reader gets, who wants the languages of the chain in this order. */
    Text in(List<Locale> chain);

    /**
     * The same in every language: a tone, the name of a blob, the ids of options.
     *
     * @param text ids in a list have one space between them
     */
    record Neutral(String text) implements Field {

        @Override
        public Text in(List<Locale> chain) {
            return new Text(text, Locale.ROOT);
        }

        public List<String> ids() {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }
    }

    /**
     * Words, per language.
     *
     * @param words by BCP 47 tag
     */
    record Worded(SortedMap<String, String> words) implements Field {

        public Worded {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("Words in no language are no field");
            }
            words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        }

        /**
         * The words for a reader: the first language of the chain that there are words in, else the language that the
         * words come in first.
         */
        @Override
        public Text in(List<Locale> chain) {
            for (Locale locale : chain) {
                String text = words.get(locale.toLanguageTag());
                if (text != null) {
                    return new Text(text, locale);
                }
            }
            Map.Entry<String, String> first = words.entrySet().iterator().next();
            return new Text(first.getValue(), Locale.forLanguageTag(first.getKey()));
        }
    }

    static Field neutral(String text) {
        return new Neutral(text);
    }

    static Field ids(List<String> ids) {
        return new Neutral(String.join(" ", ids));
    }

    static Field words(Map<String, String> words) {
        return new Worded(new TreeMap<>(words));
    }
}
