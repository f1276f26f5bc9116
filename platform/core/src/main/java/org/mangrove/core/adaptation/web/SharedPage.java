package org.mangrove.core.adaptation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mangrove.core.adaptation.SharedText;
import org.mangrove.core.adaptation.SharedWords.Shared;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.CourseFields;
import org.mangrove.core.lineage.Field;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.lineage.TextDifference;

/**
 * What markets share of a course, beside the master.
 *
 * @param title for the reader
 * @param places where any of them says something, in the order of reading; what they have added comes last
 */
public record SharedPage(AssetVersion master, Text title, List<Shared> shared, List<Place> places) {

    public SharedPage {
        shared = List.copyOf(shared);
        places = List.copyOf(places);
    }

    /** @param deeds what is done there without words of its own */
    public record Place(String block, String field, List<Side> sides, List<Voice> deeds) {}

    /** A language. @param now what the master says; empty if it has no such text */
    public record Side(Locale language, Optional<String> now, List<Voice> voices) {

        boolean isOtherwise() {
            return now.isEmpty()
                    || voices.stream().anyMatch(voice -> !voice.words().isNone());
        }
    }

    /** @param words compared with what the master says now */
    public record Voice(Shared from, SharedText text, TextDifference words) {}

    static SharedPage of(AssetVersion master, Text title, List<Shared> shared) {
        List<String> order = master.blocks().stream().map(block -> block.id()).toList();
        var byPlace = new LinkedHashMap<String, List<Said>>();
        shared.stream()
                .flatMap(from -> from.content().texts().stream().map(text -> new Said(from, text)))
                .sorted(Comparator.comparingInt(
                                (Said said) -> rank(order, said.text().block()))
                        .thenComparing(said -> said.text().block())
                        .thenComparing(said -> said.text().field(), CourseFields.readingOrder()))
                .forEach(said -> byPlace.computeIfAbsent(said.text().subject(), first -> new ArrayList<>())
                        .add(said));
        return new SharedPage(
                master,
                title,
                shared,
                byPlace.values().stream().map(all -> place(master, all)).toList());
    }

    private record Said(Shared from, SharedText text) {}

    private static int rank(List<String> order, String block) {
        int rank = order.indexOf(block);
        return rank < 0 ? order.size() : rank;
    }

    private static Place place(AssetVersion master, List<Said> all) {
        SharedText first = all.getFirst().text();
        Map<String, String> now = master.find(first.block())
                .flatMap(block -> block.find(first.field()))
                .filter(Field.Worded.class::isInstance)
                .map(field -> (Map<String, String>) ((Field.Worded) field).words())
                .orElseGet(Map::of);
        var languages = new TreeSet<String>();
        all.forEach(said -> languages.addAll(said.text().words().keySet()));
        return new Place(
                first.block(),
                first.field(),
                otherwise(languages.stream().map(tag -> side(tag, now, all)).toList()),
                all.stream()
                        .filter(said -> said.text().words().isEmpty())
                        .map(said -> new Voice(said.from(), said.text(), new TextDifference(List.of())))
                        .toList());
    }

    /** The languages in which somebody says it otherwise than the master; all of them if nobody does. */
    private static List<Side> otherwise(List<Side> sides) {
        List<Side> some = sides.stream().filter(Side::isOtherwise).toList();
        return some.isEmpty() ? sides : some;
    }

    private static Side side(String tag, Map<String, String> now, List<Said> all) {
        Locale language = Locale.forLanguageTag(tag);
        return new Side(
                language,
                Optional.ofNullable(now.get(tag)),
                all.stream()
                        .filter(said -> said.text().words().containsKey(tag))
                        .map(said -> new Voice(
                                said.from(),
                                said.text(),
                                TextDifference.of(
                                        now.getOrDefault(tag, ""),
                                        said.text().words().get(tag),
                                        language)))
                        .toList());
    }
}
