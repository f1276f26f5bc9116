package org.mangrove.core.adaptation.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mangrove.core.adaptation.Adaptations;
import org.mangrove.core.adaptation.Agreement;
import org.mangrove.core.adaptation.DeskBlock;
import org.mangrove.core.adaptation.DeskText;
import org.mangrove.core.adaptation.Suggestions;
import org.mangrove.core.lineage.FieldMerge;
import org.mangrove.core.lineage.SyncProposal;
import org.mangrove.core.pages.Frame;
import org.mangrove.core.pages.TypedForm;
import org.mangrove.core.policy.PolicyDesk;
import org.mangrove.core.quality.LocalQuality;

/**
 * A text to work on.
 *
 * @param languages in which it can be said
 * @param block whose text it is; empty if that is gone
 * @param suggestions what other markets say there
 * @param asked what waits for somebody's agreement
 * @param demands figures by which it is judged
 * @param judged how good it is as it is written
 */
public record TextPage(
        Adaptations.Work work,
        DeskText text,
        Optional<DeskBlock> block,
        List<Comparison> comparisons,
        List<Locale> languages,
        boolean mayWrite,
        List<Suggestions.Suggestion> suggestions,
        Optional<Agreement> asked,
        List<PolicyDesk.Row> demands,
        Optional<LocalQuality.Judged> judged,
        TypedForm typed) {

    public String home() {
        return AdaptationsResource.PLACE + "/" + work.course();
    }

    /** Where somebody has changed something, or everything where nobody has. */
    public List<Comparison> changed() {
        List<Comparison> changed =
                comparisons.stream().filter(Comparison::isChanged).toList();
        return changed.isEmpty() ? comparisons : changed;
    }

    public boolean isDisputed(Locale language) {
        return text.item()
                .filter(item -> item.effect() instanceof SyncProposal.Effect.Conflict(FieldMerge.Disputed dispute)
                        && dispute.byLanguage().containsKey(language.toLanguageTag()))
                .isPresent();
    }

    /** How high the field is in which a text is written. */
    public int lines() {
        int longest = languages.stream()
                .mapToInt(language -> before(language).length())
                .max()
                .orElse(0);
        return Math.clamp(2 + longest / 90L, 2, 16);
    }

    /** The same, in the digits of whoever writes, if it is a number. */
    public String before(Frame page, Locale language) {
        return text.isAmount() ? WrittenAmount.shown(before(language), page.customs()) : before(language);
    }

    /** What stands in the form before anything is written. */
    public String before(Locale language) {
        String tag = language.toLanguageTag();
        return Comparison.words(text.said(), tag)
                .or(() -> text.said().isPresent() ? Optional.empty() : Comparison.words(text.above(), tag))
                .orElse("");
    }
}
