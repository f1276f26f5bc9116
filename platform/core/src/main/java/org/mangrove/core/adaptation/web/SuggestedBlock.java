package org.mangrove.core.adaptation.web;

import java.util.List;
import java.util.Set;
import org.mangrove.core.adaptation.SharedText;
import org.mangrove.core.adaptation.Suggestions.Suggestion;

/** The texts of a block that another market has added. */
final class SuggestedBlock {

    private static final Set<String> OF_A_TEXT = Set.of("heading", "body");

    private SuggestedBlock() {}

    static List<Suggestion> of(List<Suggestion> all, Suggestion one) {
        return all.stream()
                .filter(each -> each.id().equals(one.id())
                        && each.text().kind() == SharedText.Kind.ADDED
                        && each.text().block().equals(one.text().block()))
                .toList();
    }

    /** Words are all that is shared, so that only a block that is nothing but words can be added elsewhere. */
    static boolean canBeAdded(List<Suggestion> all, Suggestion one) {
        List<Suggestion> block = of(all, one);
        return !block.isEmpty()
                && block.stream()
                        .allMatch(each -> OF_A_TEXT.contains(each.text().field()))
                && block.stream().anyMatch(each -> each.text().field().equals("body"));
    }
}
