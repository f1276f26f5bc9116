package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An asset that is being made. */
final class Draft {

    /** What a number is called in the texts, and the number. */
    record Measure(String name, int number) {}

    /**
     * What an asset cites.
     *
     * @param links paths on the server
     */
    record Sources(List<String> links, List<String> laws, List<Measure> measures) {}

    final String key;
    String title = "";
    int template;
    int topic;
    List<Locale> languages = new ArrayList<>();

    /** Its own texts by language; citations are put behind them. */
    Map<Locale, List<String>> texts = new TreeMap<>(Comparator.comparing(Locale::toLanguageTag));

    Sources sources = new Sources(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<String> structure = new ArrayList<>();
    List<AuditedMedia> media = new ArrayList<>();
    List<ReliedLaw> reliedLaws = new ArrayList<>();
    Fact<String> owner = Fact.none();
    Fact<String> steward = Fact.none();
    Fact<String> objective = Fact.none();
    Fact<LocalDate> reviewDue = Fact.none();
    LocalDate published = LocalDate.EPOCH;
    Fact<List<Licence>> licences = Fact.none();
    Fact<Usage> usage = Fact.none();

    Draft(String key) {
        this.key = key;
    }
}
