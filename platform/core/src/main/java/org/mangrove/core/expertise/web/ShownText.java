package org.mangrove.core.expertise.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mangrove.core.lineage.Text;

/** Texts of an ask in the order in which a reader wants them: their own language first. */
final class ShownText {

    private ShownText() {}

    static List<Text> of(Map<String, String> words, Locale reader) {
        Stream<Text> own = words.entrySet().stream()
                .filter(each -> isOf(each.getKey(), reader))
                .map(ShownText::text);
        Stream<Text> others = words.entrySet().stream()
                .filter(each -> !isOf(each.getKey(), reader))
                .sorted(Map.Entry.comparingByKey())
                .map(ShownText::text);
        return Stream.concat(own, others).toList();
    }

    private static boolean isOf(String tag, Locale reader) {
        return Locale.forLanguageTag(tag).getLanguage().equals(reader.getLanguage());
    }

    private static Text text(Map.Entry<String, String> words) {
        return new Text(words.getValue(), Locale.forLanguageTag(words.getKey()));
    }
}
