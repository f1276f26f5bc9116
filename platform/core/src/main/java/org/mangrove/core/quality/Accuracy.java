package org.mangrove.core.quality;

import static org.mangrove.core.quality.CriterionKind.CLAIMS_VERIFIED;
import static org.mangrove.core.quality.CriterionKind.LEGAL_REFERENCES;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mangrove.core.lineage.Claim;

/** Whether what is said of the law was verified, and still is. What nobody has cited cannot be found here. */
final class Accuracy {

    private Accuracy() {}

    static void look(Subject subject, Tally tally) {
        for (Claim claim : subject.claimsOfTexts()) {
            Tally.Look look = tally.look(CLAIMS_VERIFIED, Place.of(claim.block(), claim.field(), ""));
            LocalDate last = Currency.lastDay(claim);
            if (last.isBefore(subject.today())) {
                look.against(Shortcoming.CLAIM_OVER, Map.of("day", last, "reference", claim.legalReference()));
            }
        }
        Set<String> verified = subject.claims().stream()
                .map(claim -> claim.block() + "/" + claim.field())
                .collect(Collectors.toSet());
        subject.texts((place, text) -> {
            if (subject.rubric().speaksOf("law", place.language(), Digits.latin(text))) {
                Tally.Look look = tally.look(LEGAL_REFERENCES, place);
                if (!verified.contains(place.block() + "/" + place.field())) {
                    look.against(Shortcoming.LAW_WITHOUT_CLAIM, Map.of());
                }
            }
        });
    }
}
