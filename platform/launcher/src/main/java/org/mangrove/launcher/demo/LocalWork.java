package org.mangrove.launcher.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one market says in its own way.
 *
 * @param where the form that says it, below the course on the market's desk
 * @param fields of that form, without reason and revision
 * @param readAs what readers of the market get since then, in their language
 * @param isAbsent whether they do not get it since then
 */
record LocalWork(String where, Map<String, String> fields, String readAs, boolean isAbsent) {

    /** The market that changes the very words that the update changes. */
    static final String IN_DISPUTE = "IE";

    private static final Map<String, String> SUMMARIES = Map.of(
            "en",
            "Twenty minutes for the talks that people in %s put off: how to say what you saw so that it helps, and how to hear"
                    + " it when it is about you.",
            "de",
            "Zwanzig Minuten für Gespräche, die man in %s gern aufschiebt: wie Sie sagen, was Sie gesehen haben, sodass es"
                    + " hilft, und wie Sie zuhören, wenn es um Sie selbst geht.",
            "ar",
            "عشرون دقيقة للأحاديث التي نؤجلها في %s: كيف تقول ما رأيت قولًا ينفع، وكيف تسمعه حين يكون عنك.",
            "ja",
            "%sでつい先延ばしにしてしまう会話のための20分です。見たことを相手の役に立つように伝える方法と、自分への言葉を受け止める方法を学びます。");

    /** What of it nobody else says. */
    private static final Map<String, String> OWN_WORDS =
            Map.of("en", "people in %s put off", "de", "die man in %s gern", "ar", "نؤجلها في %s", "ja", "%sでつい");

    private static final Map<String, String> HEADINGS = Map.of(
            "en", "Four parts, as we say them in %s",
            "de", "Vier Teile, wie wir sie in %s sagen",
            "ar", "أربعة أجزاء كما نقولها في %s",
            "ja", "%sで使う四つの部分");

    private static final Map<String, String> INSERTED = Map.of(
            "en", "How we begin in %s",
            "de", "So fangen wir in %s an",
            "ar", "هكذا نبدأ في %s",
            "ja", "%sでの始め方");

    private static final String CAPTION = "chairs-picture";

    /** @param place of the market among the others, which decides how much it does */
    static List<LocalWork> of(DemoMarket market, int place) {
        var work = new ArrayList<LocalWork>();
        work.add(
                market.country().equals(IN_DISPUTE)
                        ? new LocalWork(
                                "texts/course/summary",
                                Map.of(
                                        "words.en",
                                        in("en", market, SUMMARIES).replace("Twenty minutes", "Half an hour")),
                                "Half an hour for the talks",
                                false)
                        : text(market, "texts/course/summary", "words", SUMMARIES, OWN_WORDS));
        if (place % 3 == 0) {
            work.add(text(market, "texts/four-parts/heading", "words", HEADINGS, HEADINGS));
        }
        if (place % 5 == 0) {
            LocalWork inserted = text(market, "insertions", "heading", INSERTED, INSERTED);
            var fields = new LinkedHashMap<>(inserted.fields());
            fields.put("after", "welcome");
            market.languages().forEach(language -> fields.put("body." + language, in(language, market, INSERTED)));
            work.add(new LocalWork("insertions", fields, inserted.readAs(), false));
        }
        if (place % 7 == 0) {
            work.add(new LocalWork("leaving-out", Map.of("block", CAPTION), "id=\"" + CAPTION, true));
        }
        return work;
    }

    private static LocalWork text(
            DemoMarket market, String where, String field, Map<String, String> said, Map<String, String> own) {
        var fields = new LinkedHashMap<String, String>();
        for (String language : market.languages()) {
            fields.put(field + "." + language, in(language, market, said));
        }
        return new LocalWork(where, fields, in(market.readersLanguage(), market, own), false);
    }

    private static String in(String language, DemoMarket market, Map<String, String> said) {
        return Optional.ofNullable(said.get(language)).orElseThrow().formatted(market.name(language));
    }

    /** Whether a page shows it as the market has said it. */
    boolean isReadIn(String page) {
        return page.contains(readAs) != isAbsent;
    }
}
