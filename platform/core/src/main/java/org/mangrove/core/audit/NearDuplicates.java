package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mangrove.core.audit.Evidence.SharedText;

/**
 * Finds assets that say much the same in the same language.
 *
 * <p>What many assets say (a template's words, a legal footer) is taken out first: two courses from one template about different
 * matters share half of their words and nothing that matters. Only where all of it is the same is it looked at again, so that
 * fifty copies of one course are not taken for a template.
 */
final class NearDuplicates implements Detector {

    /** A run of words that stands in more than this part of the assets of a language belongs to a template. */
    private static final double SHARED_BY_MANY = 0.01;

    /** In small inventories: fewer copies than this are copies, and no template. */
    private static final int LEAST_MANY = 8;

    /** With fewer runs of its own than these, about two sentences, an asset says too little to be compared. */
    private static final int LEAST_RUNS = 25;

    /**
     * Every tenth word another leaves 0.73 of the runs of three, which is a share of 0.57 in what both have; every fifth, 0.34.
     * Two hands on the same matter stay below 0.1, and who quotes a law below 0.2.
     */
    static final double ALIKE = 0.3;

    /** The smaller one is an extract: it has this much of its own words from the other, whatever else that says. */
    static final double CONTAINED = 0.6;

    /** With the template's words: what is left is less than what a title and a few names make out. */
    static final double THE_SAME = 0.85;

    /**
     * With the template's words: those that are as alike as this count once where it is counted how many say something, so that
     * what thirty markets have copied is no template for that. Templates that make out more than three quarters of a
     * course are.
     */
    private static final double OF_ONE_KIN = 0.6;

    private static final int MOST_EVIDENCE = 5;

    /** An extract of a quarter of the other becomes a pair with a chance of 0.98; what shares a fiftieth, of 0.03. */
    private final MinHash own = new MinHash(64, 2);

    /** At 0.6 with a chance of 0.6, and one of a kin has many; at 0.85 with one of 1; two that share 0.4, with one of 0.08. */
    private final MinHash whole = new MinHash(20, 6);

    @Override
    public FindingKind kind() {
        return FindingKind.NEAR_DUPLICATE;
    }

    /** Two assets by their places in the inventory, and how much they share. */
    private record Likeness(int first, int second, Locale language, double alike, double contained) {}

    @Override
    public Detection look(Inventory inventory) throws InterruptedException {
        var likenesses = new TreeMap<Long, Likeness>();
        for (Map.Entry<Locale, List<Integer>> language : byLanguage(inventory).entrySet()) {
            for (Likeness found : in(language.getKey(), language.getValue(), inventory)) {
                long pair = (long) found.first() << 32 | found.second();
                likenesses.merge(pair, found, (one, other) -> one.alike() >= other.alike() ? one : other);
            }
        }
        return new Detection(kind(), findings(inventory, likenesses.values()), List.of());
    }

    private static SortedMap<Locale, List<Integer>> byLanguage(Inventory inventory) {
        var byLanguage = new TreeMap<Locale, List<Integer>>(Comparator.comparing(Locale::toLanguageTag));
        for (int at = 0; at < inventory.assets().size(); at++) {
            for (Locale language : inventory.assets().get(at).languages()) {
                byLanguage.computeIfAbsent(language, first -> new ArrayList<>()).add(at);
            }
        }
        return byLanguage;
    }

    private List<Likeness> in(Locale language, List<Integer> places, Inventory inventory) throws InterruptedException {
        var words = new Words();
        List<Shingles> said = new ArrayList<>(places.size());
        for (int place : places) {
            Interruption.check();
            said.add(Shingles.of(inventory.assets().get(place).in(language), words));
        }
        var found = new ArrayList<Likeness>();
        var kin = new Groups(said.size());
        for (MinHash.Pair pair : whole.pairs(said)) {
            Likeness likeness = likeness(pair, places, said, language);
            if (likeness.alike() >= OF_ONE_KIN) {
                kin.join(pair.first(), pair.second());
            }
            if (likeness.alike() >= THE_SAME) {
                found.add(likeness);
            }
        }
        Interruption.check();
        Shingles ofTemplates = ofMany(said, kin);
        List<Shingles> ownWords =
                said.stream().map(each -> each.without(ofTemplates)).toList();
        List<Shingles> compared = ownWords.stream()
                .map(each -> each.size() < LEAST_RUNS ? new Shingles(new long[0]) : each)
                .toList();
        for (MinHash.Pair pair : own.pairs(compared)) {
            Likeness likeness = likeness(pair, places, ownWords, language);
            if (likeness.alike() >= ALIKE || likeness.contained() >= CONTAINED) {
                found.add(likeness);
            }
        }
        return found;
    }

    private static Likeness likeness(MinHash.Pair pair, List<Integer> places, List<Shingles> sets, Locale language) {
        Shingles first = sets.get(pair.first());
        Shingles second = sets.get(pair.second());
        double common = first.common(second);
        return new Likeness(
                places.get(pair.first()),
                places.get(pair.second()),
                language,
                common / (first.size() + second.size() - common),
                common / Math.min(first.size(), second.size()));
    }

    private static Shingles ofMany(List<Shingles> said, Groups kin) {
        int many = (int) Math.max(LEAST_MANY, said.size() * SHARED_BY_MANY);
        var together = new TreeMap<Integer, Shingles>();
        for (int at = 0; at < said.size(); at++) {
            together.merge(kin.head(at), said.get(at), Shingles::with);
        }
        long[] all = together.values().stream()
                .flatMapToLong(each -> Arrays.stream(each.sorted()))
                .toArray();
        Arrays.sort(all);
        long[] ofMany = new long[all.length];
        int count = 0;
        for (int at = many; at < all.length; at++) {
            boolean isMany = all[at] == all[at - many];
            if (isMany && (count == 0 || ofMany[count - 1] != all[at])) {
                ofMany[count++] = all[at];
            }
        }
        return new Shingles(Arrays.copyOf(ofMany, count));
    }

    private List<Finding> findings(Inventory inventory, Iterable<Likeness> likenesses) throws InterruptedException {
        var groups = new Groups(inventory.assets().size());
        likenesses.forEach(each -> groups.join(each.first(), each.second()));
        var byGroup = new TreeMap<Integer, List<Likeness>>();
        likenesses.forEach(each -> byGroup.computeIfAbsent(groups.head(each.first()), first -> new ArrayList<>())
                .add(each));
        var findings = new ArrayList<Finding>();
        var words = new Words();
        for (List<Likeness> group : byGroup.values()) {
            Interruption.check();
            group.sort(Comparator.comparingDouble(Likeness::contained).reversed());
            var subjects = new TreeSet<String>();
            group.forEach(each -> {
                subjects.add(inventory.assets().get(each.first()).key());
                subjects.add(inventory.assets().get(each.second()).key());
            });
            List<Evidence> evidence = group.stream()
                    .limit(MOST_EVIDENCE)
                    .map(each -> evidence(each, inventory, words))
                    .toList();
            findings.add(new Finding(kind(), List.copyOf(subjects), evidence, ProposedAction.KEEP_ONE));
        }
        return findings;
    }

    /** The two passages of which most is the same. */
    private static Evidence evidence(Likeness likeness, Inventory inventory, Words words) {
        AuditedAsset first = inventory.assets().get(likeness.first());
        AuditedAsset second = inventory.assets().get(likeness.second());
        List<Passage> there = second.in(likeness.language());
        List<Shingles> runsThere = there.stream()
                .map(passage -> Shingles.of(List.of(passage), words))
                .toList();
        Passage bestHere = first.in(likeness.language()).getFirst();
        Passage bestThere = there.getFirst();
        int most = -1;
        for (Passage here : first.in(likeness.language())) {
            Shingles runs = Shingles.of(List.of(here), words);
            for (int at = 0; at < there.size(); at++) {
                int common = runs.common(runsThere.get(at));
                if (common > most) {
                    most = common;
                    bestHere = here;
                    bestThere = there.get(at);
                }
            }
        }
        return new SharedText(first.key(), second.key(), likeness.alike(), likeness.contained(), bestHere, bestThere);
    }
}
