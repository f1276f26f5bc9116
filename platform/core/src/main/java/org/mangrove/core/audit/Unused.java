package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mangrove.core.audit.Evidence.NobodyUses;
import org.mangrove.core.audit.Fact.Known;
import org.mangrove.core.audit.Fact.None;
import org.mangrove.core.audit.Fact.Unknown;

/** Finds what nobody has used for long, and has before them. */
final class Unused implements Detector {

    /** What is learned once a year, in the week before the audit say, was used within these, with a month to be late. */
    static final int LONGEST_MONTHS = 13;

    /** What is new has to become known first. */
    static final int NEW_MONTHS = 6;

    @Override
    public FindingKind kind() {
        return FindingKind.UNUSED;
    }

    @Override
    public Detection look(Inventory inventory) {
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        for (AuditedAsset asset : inventory.assets()) {
            switch (asset.usage()) {
                case Known<Usage>(Usage usage)
                when isUnused(asset, usage, inventory.day()) ->
                    findings.add(new Finding(
                            kind(),
                            List.of(asset.key()),
                            List.of(new NobodyUses(usage.last(), asset.published())),
                            ProposedAction.RETIRE));
                case Unknown<Usage> _ -> notKnown.add(asset.key());
                case Known<Usage> _, None<Usage> _ -> {}
            }
        }
        return new Detection(kind(), findings, notKnown);
    }

    private static boolean isUnused(AuditedAsset asset, Usage usage, LocalDate day) {
        boolean isNew = asset.published().plusMonths(NEW_MONTHS).isAfter(day);
        boolean wasUsed = usage.last()
                .filter(last -> !last.plusMonths(LONGEST_MONTHS).isBefore(day))
                .isPresent();
        return !isNew && !wasUsed && usage.waiting() == 0;
    }
}
