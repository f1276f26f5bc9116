package org.mangrove.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mangrove.core.lineage.Lines.*;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Decision.Choice;
import org.mangrove.core.lineage.SyncProposal.Effect;
import org.mangrove.core.lineage.SyncProposal.Flow;
import org.mangrove.core.lineage.SyncProposal.Item;

class SyncTest {

    @Test
    void what_was_not_touched_above_is_not_touched() {
        Overlay germany = tenant(set("call", "Call 112."));

        SyncProposal proposal = propose(germany, masterSaying("calm", "Keep calm."), ChangeClass.MINOR);

        assertThat(proposal.items()).isEmpty();
        assertThat(Sync.settle(germany, proposal, Map.of()).overlay()).isEqualTo(germany);
    }

    @Test
    void joins_words_that_do_not_touch_each_other() {
        Overlay germany = tenant(set("call", "Call 112 and leave the building."));
        List<Block> above = masterSaying("call", "Call 999 and leave the building at once.");

        SyncProposal proposal = propose(germany, above, ChangeClass.MINOR);
        Sync.Outcome outcome = Sync.settle(germany, proposal, Map.of());

        assertThat(proposal.flow()).isEqualTo(Flow.AUTOMATIC);
        assertThat(outcome.open()).isEmpty();
        assertThat(outcome.settled()).hasSize(1);
        assertThat(saysAfter(outcome, above)).contains("Call 112 and leave the building at once.");
        assertThat(propose(outcome.overlay(), above, ChangeClass.MINOR).items())
                .as("once more changes nothing")
                .isEmpty();
    }

    @Test
    void a_conflict_waits_for_somebody_and_what_is_ours_stays_until_then() {
        Overlay germany = tenant(set("call", "Call 112 and leave the building."));
        List<Block> above = masterSaying("call", "Call 911 and leave the building.");

        SyncProposal proposal = propose(germany, above, ChangeClass.MINOR);
        Sync.Outcome outcome = Sync.settle(germany, proposal, Map.of());

        assertThat(proposal.flow()).isEqualTo(Flow.PROPOSED);
        assertThat(outcome.overlay()).isEqualTo(germany);
        assertThat(outcome.open()).extracting(Item::subject).containsExactly("call/body");
        assertThat(saysAfter(outcome, above)).contains("Call 112 and leave the building.");
    }

    @Test
    void somebody_accepts_keeps_or_edits_and_that_is_told() {
        Overlay germany = tenant(set("call", "Call 112."));
        List<Block> above = masterSaying("call", "Call 911.");
        SyncProposal proposal = propose(germany, above, ChangeClass.MAJOR);

        Sync.Outcome accepted = Sync.settle(germany, proposal, decided("call/body", new Choice.Accept()));
        Sync.Outcome kept = Sync.settle(germany, proposal, decided("call/body", new Choice.Keep()));
        Sync.Outcome edited = Sync.settle(germany, proposal, decided("call/body", new Choice.Edit(words("Call 110."))));

        assertThat(saysAfter(accepted, above)).contains("Call 911.");
        assertThat(accepted.overlay().adaptations()).isEmpty();
        assertThat(accepted.settled().getFirst().after()).isEmpty();
        assertThat(saysAfter(kept, above)).contains("Call 112.");
        assertThat(saysAfter(edited, above)).contains("Call 110.");
        assertThat(List.of(accepted, kept, edited)).allSatisfy(outcome -> {
            assertThat(outcome.settled()).singleElement().satisfies(settled -> {
                assertThat(settled.before()).isEqualTo(germany.adaptations().getFirst());
                assertThat(settled.decision()).isPresent();
            });
            assertThat(propose(outcome.overlay(), above, ChangeClass.MAJOR).items())
                    .isEmpty();
        });
    }

    @Test
    void an_override_stays_one_when_the_master_says_the_same_by_now() {
        Overlay germany = tenant(set("call", "Call 112."));
        List<Block> equal = masterSaying("call", "Call 112.");

        Sync.Outcome outcome = Sync.settle(germany, propose(germany, equal, ChangeClass.MINOR), Map.of());
        Resolved later = Resolution.of(
                masterSaying("call", "Call 999."),
                List.of(outcome.overlay()),
                Rules.none("course", "fire-safety"),
                NOW);

        assertThat(outcome.overlay().adaptations()).hasSize(1);
        assertThat(say(later, "call")).contains("Call 112.");
    }

    @Test
    void what_an_override_is_about_may_be_gone_and_the_word_is_not() {
        Overlay germany = tenant(set("calm", "Stay calm and breathe."));

        SyncProposal proposal = propose(germany, masterWithout("calm"), ChangeClass.COSMETIC);
        Sync.Outcome outcome = Sync.settle(germany, proposal, Map.of());

        assertThat(proposal.items()).singleElement().extracting(Item::effect).isEqualTo(new Effect.Gone());
        assertThat(outcome.overlay()).isEqualTo(germany);
        assertThat(outcome.open()).hasSize(1);
    }

    @Test
    void an_insertion_moves_to_the_nearest_block_that_is_left() {
        Block own = text("fire-warden", "Ask your fire warden.");
        Overlay germany = tenant(plain(new Change.InsertAfter("calm", List.of("call", "section.alarm"), own)));

        Sync.Outcome outcome =
                Sync.settle(germany, propose(germany, masterWithout("calm"), ChangeClass.MINOR), Map.of());

        assertThat(outcome.overlay().adaptations().getFirst().change())
                .isEqualTo(new Change.InsertAfter("call", List.of("section.alarm", Block.COURSE_ID), own));
        assertThat(Lines.shown(Resolution.of(
                        masterWithout("calm"), List.of(outcome.overlay()), Rules.none("course", "fire-safety"), NOW)))
                .containsExactly("call", "fire-warden", "meet");
    }

    @Test
    void what_has_expired_is_in_nobodys_way() {
        Adaptation expired = new Adaptation(
                new Change.Set("call", "body", words("Call 112.")),
                Optional.empty(),
                Optional.empty(),
                "For the fair",
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.minus(Duration.ofDays(1))),
                Optional.empty());

        assertThat(propose(tenant(expired), masterSaying("call", "Call 911."), ChangeClass.MAJOR)
                        .items())
                .isEmpty();
    }

    @Test
    void what_was_approved_is_not_joined_with_what_nobody_approved() {
        Adaptation approved = set("call", "Call 112 and leave the building.").approvedBy(new Approval(SOMEBODY, NOW));
        Overlay germany = tenant(approved);
        List<Block> above = masterSaying("call", "Call 999 and leave the building at once.");

        SyncProposal proposal = propose(germany, above, ChangeClass.MINOR);
        Sync.Outcome kept = Sync.settle(germany, proposal, decided("call/body", new Choice.Keep()));

        assertThat(proposal.flow()).isEqualTo(Flow.PROPOSED);
        assertThat(kept.overlay().adaptations().getFirst().approval())
                .contains(new Approval(SOMEBODY, NOW.plusSeconds(5)));
    }

    @Test
    void a_language_that_only_the_market_speaks_is_looked_at_when_the_others_change() {
        Overlay poland = tenant(set(master(), "call", Field.words(Map.of("pl", "Zadzwoń pod 112."))));

        SyncProposal proposal = propose(poland, masterSaying("call", "Call 911."), ChangeClass.MINOR);

        assertThat(proposal.hasConflicts()).isTrue();
    }

    @Test
    void the_class_of_a_change_decides_how_it_comes() {
        Overlay germany = tenant(set("call", "Call 112."));
        List<Block> conflict = masterSaying("call", "Call 911.");
        List<Block> harmless = masterSaying("meet", "Meet outside.");

        assertThat(propose(germany, conflict, ChangeClass.COSMETIC).flow()).isEqualTo(Flow.AUTOMATIC);
        assertThat(propose(germany, harmless, ChangeClass.MINOR).flow()).isEqualTo(Flow.AUTOMATIC);
        assertThat(propose(germany, conflict, ChangeClass.MINOR).flow()).isEqualTo(Flow.PROPOSED);
        assertThat(propose(germany, harmless, ChangeClass.MAJOR).flow()).isEqualTo(Flow.PROPOSED);
        assertThat(propose(germany, harmless, ChangeClass.REGULATORY).flow()).isEqualTo(Flow.ENFORCED);
    }

    private static SyncProposal propose(Overlay overlay, List<Block> above, ChangeClass change) {
        return Sync.propose(overlay, 1, new Sync.Above(2, change, above), NOW);
    }

    private static Map<String, Decision> decided(String subject, Choice choice) {
        return Map.of(subject, new Decision(choice, SOMEBODY, NOW.plusSeconds(5), "Looked at"));
    }

    private static Optional<String> saysAfter(Sync.Outcome outcome, List<Block> above) {
        return say(Resolution.of(above, List.of(outcome.overlay()), Rules.none("course", "fire-safety"), NOW), "call");
    }
}
