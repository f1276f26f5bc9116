package org.mangrove.core.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mangrove.core.audit.Evidence.SharedSources;

/**
 * Finds assets that say much the same in languages that they do not share: by what is the same in every language. They lead to
 * the same places, cite the same laws, show the same files, name the same numbers, and ask in the same order.
 *
 * <p>What many have (the template's logo, the law that everybody cites) weighs little, by the logarithm of how rare it is.
 */
final class TranslatedDuplicates implements Detector {

    /** What more than this part of all have makes nobody a pair with anybody; it still weighs a little. */
    private static final double SHARED_BY_MANY = 0.01;

    private static final int LEAST_MANY = 10;

    /** One or two are chance: a picture from the same library, and the year. */
    private static final int LEAST_COMMON = 4;

    /** Of how many sorts: two that only tell the same figures are about the same law; two that only look alike, of one template. */
    private static final int LEAST_SORTS = 2;

    /**
     * A translation of which a third was rewritten for its place still shares as much of its weight; of two that cite the same law, the
     * same authority and the same picture of a library one in a hundred does. Between 0.22 and 0.26 it makes little difference.
     */
    static final double ALIKE = 0.23;

    private static final int STEPS_IN_A_RUN = 4;
    private static final int MOST_TOLD = 12;

    /** What something shared is. */
    private enum Sort {
        LINK,
        LAW,
        FILE,
        NUMBER,
        STEPS
    }

    private record Feature(Sort sort, String text) {}

    private record Likeness(int first, int second, double alike, List<Feature> common) {}

    @Override
    public FindingKind kind() {
        return FindingKind.TRANSLATED_DUPLICATE;
    }

    @Override
    public Detection look(Inventory inventory) throws InterruptedException {
        List<AuditedAsset> assets = inventory.assets();
        List<Set<Feature>> features = new ArrayList<>(assets.size());
        Map<Feature, List<Integer>> holders = new HashMap<>();
        for (int at = 0; at < assets.size(); at++) {
            Interruption.check();
            Set<Feature> own = features(assets.get(at));
            features.add(own);
            for (Feature feature : own) {
                holders.computeIfAbsent(feature, first -> new ArrayList<>(1)).add(at);
            }
        }
        int many = (int) Math.max(LEAST_MANY, assets.size() * SHARED_BY_MANY);
        var likenesses = new ArrayList<Likeness>();
        for (MinHash.Pair pair : candidates(holders, many)) {
            Interruption.check();
            if (Collections.disjoint(
                    assets.get(pair.first()).languages(),
                    assets.get(pair.second()).languages())) {
                Likeness likeness = likeness(pair, features, holders, many, assets.size());
                long sorts =
                        likeness.common().stream().map(Feature::sort).distinct().count();
                boolean isMoreThanForm = likeness.common().stream().anyMatch(each -> each.sort() != Sort.STEPS);
                if (likeness.alike() >= ALIKE
                        && likeness.common().size() >= LEAST_COMMON
                        && sorts >= LEAST_SORTS
                        && isMoreThanForm) {
                    likenesses.add(likeness);
                }
            }
        }
        return new Detection(kind(), findings(assets, likenesses), List.of());
    }

    private static Set<Feature> features(AuditedAsset asset) {
        var features = new HashSet<Feature>();
        for (Passage passage : asset.passages()) {
            Citations.links(passage.text())
                    .forEach(link -> features.add(new Feature(Sort.LINK, Citations.anyLanguage(link))));
            Citations.Figures figures = Citations.figures(passage.text());
            figures.laws().forEach(law -> features.add(new Feature(Sort.LAW, law)));
            figures.numbers().forEach(number -> features.add(new Feature(Sort.NUMBER, number)));
        }
        asset.laws()
                .forEach(law -> features.add(
                        new Feature(Sort.LAW, law.reference().strip().toLowerCase(Locale.ROOT))));
        asset.media()
                .forEach(file ->
                        features.add(new Feature(Sort.FILE, file.digest().hex())));
        List<String> steps = asset.structure();
        for (int at = 0; at + STEPS_IN_A_RUN <= steps.size(); at++) {
            features.add(new Feature(Sort.STEPS, String.join(" > ", steps.subList(at, at + STEPS_IN_A_RUN))));
        }
        return features;
    }

    /** Those that share at least two things that few have. */
    private static List<MinHash.Pair> candidates(Map<Feature, List<Integer>> holders, int many) {
        var once = new HashSet<MinHash.Pair>();
        var pairs = new HashSet<MinHash.Pair>();
        for (List<Integer> some : holders.values()) {
            if (some.size() > 1 && some.size() <= many) {
                for (int first = 0; first < some.size(); first++) {
                    for (int second = first + 1; second < some.size(); second++) {
                        var pair = new MinHash.Pair(some.get(first), some.get(second));
                        if (!once.add(pair)) {
                            pairs.add(pair);
                        }
                    }
                }
            }
        }
        return new ArrayList<>(pairs);
    }

    private static Likeness likeness(
            MinHash.Pair pair, List<Set<Feature>> features, Map<Feature, List<Integer>> holders, int many, int assets) {
        Set<Feature> first = features.get(pair.first());
        Set<Feature> second = features.get(pair.second());
        double common = 0;
        double all = 0;
        var rare = new ArrayList<Feature>();
        for (Feature feature : first) {
            double weight = weight(feature, holders, assets);
            all += weight;
            if (second.contains(feature)) {
                common += weight;
                if (holderCount(feature, holders) <= many) {
                    rare.add(feature);
                }
            }
        }
        for (Feature feature : second) {
            all += first.contains(feature) ? 0 : weight(feature, holders, assets);
        }
        rare.sort(Comparator.comparingInt((Feature feature) -> holderCount(feature, holders))
                .thenComparing(Feature::sort)
                .thenComparing(Feature::text));
        return new Likeness(pair.first(), pair.second(), all == 0 ? 0 : common / all, rare);
    }

    private static int holderCount(Feature feature, Map<Feature, List<Integer>> holders) {
        return holders.getOrDefault(feature, List.of()).size();
    }

    /** What one alone has weighs as much as what two have: it may be a mistake in the translation. */
    private static double weight(Feature feature, Map<Feature, List<Integer>> holders, int assets) {
        return Math.log((assets + 2.0) / Math.max(2, holderCount(feature, holders)));
    }

    private List<Finding> findings(List<AuditedAsset> assets, List<Likeness> likenesses) {
        var groups = new Groups(assets.size());
        likenesses.forEach(each -> groups.join(each.first(), each.second()));
        var byGroup = new TreeMap<Integer, List<Likeness>>();
        likenesses.forEach(each -> byGroup.computeIfAbsent(groups.head(each.first()), first -> new ArrayList<>())
                .add(each));
        var findings = new ArrayList<Finding>();
        for (List<Likeness> group : byGroup.values()) {
            group.sort(Comparator.comparingDouble(Likeness::alike).reversed());
            var subjects = new TreeSet<String>();
            List<Evidence> evidence = new ArrayList<>();
            for (Likeness each : group) {
                String first = assets.get(each.first()).key();
                String second = assets.get(each.second()).key();
                subjects.add(first);
                subjects.add(second);
                evidence.add(new SharedSources(
                        first,
                        second,
                        each.alike(),
                        each.common().stream()
                                .filter(feature -> feature.sort() != Sort.STEPS)
                                .limit(MOST_TOLD)
                                .map(Feature::text)
                                .toList()));
            }
            findings.add(new Finding(kind(), List.copyOf(subjects), evidence, ProposedAction.JOIN_LANGUAGES));
        }
        return findings;
    }
}
