package org.mangrove.core.learning.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mangrove.core.blobs.Digest;
import org.mangrove.core.content.Amount;
import org.mangrove.core.content.Branches;
import org.mangrove.core.content.EffectiveBlock;
import org.mangrove.core.learning.Answer;
import org.mangrove.core.learning.Grading;
import org.mangrove.core.learning.Walk;
import org.mangrove.core.lineage.Text;
import org.mangrove.core.pages.TypedForm;

/**
 * A block with what the person answered, if it asks something.
 *
 * @param typed what was no answer, and why
 * @param fresh whether the answer was given just now and comes back in place, where the focus goes to it
 * @param person for whom things that can stand in any order stand in one that stays
 * @param walked how far they are, if it is a scenario
 * @param isAgain whether they had done it, and it says something else since
 */
public record Step(
        String course,
        EffectiveBlock block,
        Optional<Answer> answer,
        TypedForm typed,
        boolean fresh,
        UUID person,
        String walked,
        boolean isAgain) {

    /** Items as the person ordered them or, before that, shuffled, the same way each time. */
    public List<EffectiveBlock.Item> shownItems() {
        List<String> given =
                answer.map(there -> List.of(there.response().split(" "))).orElse(List.of());
        return block.items().stream()
                .sorted(
                        given.isEmpty()
                                ? Comparator.comparing(
                                        item -> Digest.of((block.id() + item.id()).getBytes(StandardCharsets.UTF_8)))
                                : Comparator.comparing(item -> given.indexOf(item.id())))
                .toList();
    }

    /** What there is to choose from, shuffled for this person, the same way each time. */
    public List<EffectiveBlock.Item> shownTargets() {
        return block.targets().stream()
                .sorted(Comparator.comparing(
                        item -> Digest.of((person + block.id() + item.id()).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    /** To which target the person has said that each option belongs. */
    public Map<String, String> matched() {
        return Grading.pairs(answer.map(Answer::response).orElse(""));
    }

    public Optional<Amount.Judgement> judged() {
        return answer.flatMap(there -> Grading.judge(block, there.response()));
    }

    public Walk walk() {
        return Walk.of(block, walked);
    }

    /** What is said to the choice that was taken last. */
    public Optional<Text> lastFeedback() {
        List<Walk.Taken> taken = walk().taken();
        return taken.isEmpty() ? Optional.empty() : said(taken.getLast(), "feedback");
    }

    /** @param what {@code text} or {@code feedback} */
    public Optional<Text> said(Walk.Taken taken, String what) {
        return block.text(Branches.path(taken.scene(), taken.way()) + "." + what);
    }

    /** Whether the walk that is shown is another than the one that counted. */
    public boolean isTryingOtherwise() {
        return answer.isPresent() && !answer.get().response().equals(walked);
    }
}
