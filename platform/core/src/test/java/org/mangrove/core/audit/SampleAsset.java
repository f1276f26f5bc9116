package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An asset with which nothing is wrong, until a test says what is. */
final class SampleAsset {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final String key;
    private String title = "Lift trucks";
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> structure = new ArrayList<>();
    private final List<AuditedMedia> media = new ArrayList<>();
    private final List<ReliedLaw> laws = new ArrayList<>();
    private Fact<String> owner = Fact.of("global-safety");
    private Fact<String> steward = Fact.of("learning-design");
    private Fact<String> objective = Fact.of("drive safely");
    private Fact<LocalDate> reviewDue = Fact.of(DAY.plusYears(1));
    private LocalDate published = DAY.minusMonths(8);
    private Fact<List<Licence>> licences = Fact.none();
    private Fact<Usage> usage = Fact.of(new Usage(Optional.of(DAY.minusDays(3)), 0));

    private SampleAsset(String key) {
        this.key = key;
    }

    static SampleAsset named(String key) {
        return new SampleAsset(key);
    }

    static Inventory inventory(AuditedAsset... assets) {
        return new Inventory(DAY, List.of(assets), List.of(), Fact.of(Set.of("k.mueller")));
    }

    SampleAsset titled(String words) {
        title = words;
        return this;
    }

    SampleAsset says(Locale language, String... texts) {
        for (String text : texts) {
            passages.add(new Passage("b" + passages.size(), "body", language, text));
        }
        return this;
    }

    SampleAsset asks(String... steps) {
        structure.addAll(List.of(steps));
        return this;
    }

    SampleAsset shows(AuditedMedia... files) {
        media.addAll(List.of(files));
        return this;
    }

    SampleAsset reliesOn(String reference, LocalDate lastDay) {
        laws.add(new ReliedLaw("b0", reference, "DE", lastDay));
        return this;
    }

    SampleAsset ownedBy(Fact<String> who) {
        owner = who;
        return this;
    }

    SampleAsset keptBy(Fact<String> who) {
        steward = who;
        return this;
    }

    SampleAsset aimsAt(Fact<String> what) {
        objective = what;
        return this;
    }

    SampleAsset reviewedOn(Fact<LocalDate> day) {
        reviewDue = day;
        return this;
    }

    SampleAsset publishedOn(LocalDate day) {
        published = day;
        return this;
    }

    SampleAsset licensed(Fact<List<Licence>> by) {
        licences = by;
        return this;
    }

    SampleAsset used(Fact<Usage> how) {
        usage = how;
        return this;
    }

    AuditedAsset asset() {
        return new AuditedAsset(
                key, title, passages, structure, media, laws, owner, steward, objective, reviewDue, published, licences,
                usage);
    }
}
