package org.mangrove.core.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mangrove.core.audit.Recognition.Before;
import org.mangrove.core.audit.store.FindingMark;
import org.mangrove.core.audit.store.FindingRow;
import org.mangrove.core.audit.store.FindingStore;
import org.mangrove.core.audit.store.FindingWords;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.tenancy.EnterpriseId;

/** Writes down what a run has found, and knows again what was found before. */
@ApplicationScoped
public class FoundAnew {

    /** Whoever has more has one problem, and not so many. */
    static final int MOST = 10_000;

    private static final int MOST_GONE = 10_000;
    private static final int EXAMPLES = 5;
    private static final int AT_ONCE = 500;
    private static final int LONGEST_NAME = 500;

    @Inject
    FindingStore store;

    /** In the transaction in which the run ends: all of it, or nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    RunOutcome write(EnterpriseId enterprise, UUID run, AuditReport report, Inventories.Taken taken, Instant now) {
        List<Finding> all = report.findings();
        List<Finding> found = all.subList(0, Math.min(MOST, all.size()));
        List<Before> before = Stream.concat(
                        store.there(enterprise, MOST * 2).stream(), store.gone(enterprise, MOST_GONE).stream())
                .map(FoundAnew::before)
                .toList();
        Recognition recognition = Recognition.of(before, found, notKnown(report));
        Map<UUID, FindingRow> rows = rows(enterprise, recognition);
        Map<String, AuditedAsset> assets =
                taken.inventory().assets().stream().collect(Collectors.toMap(AuditedAsset::key, Function.identity()));
        var fresh = new EnumMap<FindingKind, Integer>(FindingKind.class);
        for (int at = 0; at < found.size(); at++) {
            Finding finding = found.get(at);
            FindingWords words = words(finding, assets);
            Optional<FindingRow> known =
                    Optional.ofNullable(recognition.known().get(at)).map(id -> must(rows, id));
            if (known.filter(row -> row.goneAt().isEmpty()).isEmpty()) {
                fresh.merge(finding.kind(), 1, Integer::sum);
            }
            known.ifPresentOrElse(
                    row -> row.seeAgain(run, words, now),
                    () -> store.add(new FindingRow(enterprise, finding.kind().name(), run, words, now)));
        }
        recognition.gone().forEach(id -> must(rows, id).missed(run, now));
        Map<FindingKind, Long> gone = before.stream()
                .filter(each -> recognition.gone().contains(each.id()))
                .collect(Collectors.groupingBy(Before::kind, Collectors.counting()));
        return new RunOutcome(
                "",
                report.day(),
                report.assets(),
                report.tools(),
                report.detections().stream()
                        .map(detection -> new RunOutcome.KindOutcome(
                                detection.kind(),
                                detection.findings().size(),
                                fresh.getOrDefault(detection.kind(), 0),
                                gone.getOrDefault(detection.kind(), 0L).intValue(),
                                detection.notKnown().size(),
                                detection.notKnown().stream().limit(EXAMPLES).toList()))
                        .toList(),
                all.size() - found.size(),
                taken.silent());
    }

    private static Before before(FindingMark mark) {
        return new Before(
                mark.id(),
                FindingKind.valueOf(mark.kind()),
                Set.of(Definitions.read(mark.subjects(), String[].class)),
                mark.goneAt() != null);
    }

    private static Map<FindingKind, Set<String>> notKnown(AuditReport report) {
        Map<FindingKind, Set<String>> notKnown = new EnumMap<>(FindingKind.class);
        report.detections().forEach(detection -> notKnown.put(detection.kind(), new HashSet<>(detection.notKnown())));
        return notKnown;
    }

    private Map<UUID, FindingRow> rows(EnterpriseId enterprise, Recognition recognition) {
        List<UUID> ids = Stream.concat(recognition.known().values().stream(), recognition.gone().stream())
                .toList();
        var rows = new HashMap<UUID, FindingRow>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            store.some(enterprise, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    private static FindingRow must(Map<UUID, FindingRow> rows, UUID id) {
        return Optional.ofNullable(rows.get(id)).orElseThrow();
    }

    private static FindingWords words(Finding finding, Map<String, AuditedAsset> assets) {
        String first = finding.subjects().getFirst();
        Optional<AuditedAsset> asset = Optional.ofNullable(assets.get(first));
        String owner = asset.map(there -> there.owner() instanceof Fact.Known<String>(String who) ? who : "")
                .orElse("");
        return new FindingWords(
                Definitions.write(finding.subjects()),
                Definitions.write(finding.marks().stream().sorted().toList()),
                cut(asset.map(AuditedAsset::title).orElse(first)),
                titleLanguage(asset),
                cut(owner),
                Definitions.write(new Evidences(finding.evidence(), finding.action())));
    }

    /** Titles are taken in English where there is one, else in the first language. */
    private static String titleLanguage(Optional<AuditedAsset> asset) {
        return asset.flatMap(there -> there.passages().stream()
                        .filter(passage -> passage.text().equals(there.title()))
                        .findFirst())
                .map(passage -> passage.language().toLanguageTag())
                .orElse("und");
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
