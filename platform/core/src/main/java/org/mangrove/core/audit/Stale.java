package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.mangrove.core.audit.Evidence.DayPassed;
import org.mangrove.core.audit.Evidence.Term;
import org.mangrove.core.audit.Fact.Known;
import org.mangrove.core.audit.Fact.None;
import org.mangrove.core.audit.Fact.Unknown;

/** Finds what nobody has looked at when somebody should have, and what relies on a law that nobody has verified since. */
final class Stale implements Detector {

    /** Where no day is named, what is older has not been looked at for longer than any review of the law is put off. */
    static final int LONGEST_MONTHS = 24;

    @Override
    public FindingKind kind() {
        return FindingKind.STALE;
    }

    @Override
    public Detection look(Inventory inventory) {
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        for (AuditedAsset asset : inventory.assets()) {
            var evidence = new ArrayList<Evidence>(lawsThatRanOut(asset, inventory.day()));
            switch (asset.reviewDue()) {
                case Known<LocalDate>(LocalDate due)
                when !inventory.day().isBefore(due) -> evidence.addFirst(new DayPassed(Term.REVIEW, asset.key(), due));
                case None<LocalDate> _
                when asset.published().plusMonths(LONGEST_MONTHS).isBefore(inventory.day()) ->
                    evidence.addFirst(new DayPassed(Term.PUBLISHED, asset.key(), asset.published()));
                case Unknown<LocalDate> _ -> notKnown.add(asset.key());
                case Known<LocalDate> _, None<LocalDate> _ -> {}
            }
            if (!evidence.isEmpty()) {
                findings.add(new Finding(kind(), List.of(asset.key()), evidence, ProposedAction.REVIEW));
            }
        }
        return new Detection(kind(), findings, notKnown);
    }

    /** What was verified again counts by its latest day. */
    private static List<DayPassed> lawsThatRanOut(AuditedAsset asset, LocalDate day) {
        record What(String block, String reference, String jurisdiction) {}
        var latest = new LinkedHashMap<What, LocalDate>();
        for (ReliedLaw law : asset.laws()) {
            latest.merge(
                    new What(law.block(), law.reference(), law.jurisdiction()),
                    law.lastDay(),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        return latest.entrySet().stream()
                .filter(law -> law.getValue().isBefore(day))
                .map(law -> new DayPassed(Term.LAW, law.getKey().reference(), law.getValue()))
                .toList();
    }
}
