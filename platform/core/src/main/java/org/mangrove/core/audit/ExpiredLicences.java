package org.mangrove.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mangrove.core.audit.Evidence.DayPassed;
import org.mangrove.core.audit.Evidence.Term;
import org.mangrove.core.audit.Fact.Known;
import org.mangrove.core.audit.Fact.None;
import org.mangrove.core.audit.Fact.Unknown;

/** Finds what is shown by a licence that has ended and was not given again. */
final class ExpiredLicences implements Detector {

    @Override
    public FindingKind kind() {
        return FindingKind.EXPIRED_LICENCE;
    }

    @Override
    public Detection look(Inventory inventory) {
        var findings = new ArrayList<Finding>();
        var notKnown = new ArrayList<String>();
        for (AuditedAsset asset : inventory.assets()) {
            var evidence = new ArrayList<Evidence>();
            ended(asset.licences(), inventory.day()).ifPresent(evidence::add);
            boolean isKnown = !asset.licences().isUnknown();
            for (AuditedMedia file : asset.media()) {
                ended(file.licences(), inventory.day()).ifPresent(evidence::add);
                isKnown &= !file.licences().isUnknown();
            }
            if (!evidence.isEmpty()) {
                findings.add(new Finding(kind(), List.of(asset.key()), evidence, ProposedAction.RENEW_OR_REPLACE));
            } else if (!isKnown) {
                notKnown.add(asset.key());
            }
        }
        return new Detection(kind(), findings, notKnown);
    }

    private static Optional<Evidence> ended(Fact<List<Licence>> licences, LocalDate day) {
        return switch (licences) {
            case Known<List<Licence>>(List<Licence> given) ->
                given.stream()
                        .max(Comparator.comparing(Licence::lastDay))
                        .filter(longest -> longest.lastDay().isBefore(day))
                        .map(longest -> new DayPassed(Term.LICENCE, longest.name(), longest.lastDay()));
            case None<List<Licence>> _, Unknown<List<Licence>> _ -> Optional.empty();
        };
    }
}
