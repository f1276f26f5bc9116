package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mangrove.core.audit.Evidence.DayPassed;
import org.mangrove.core.audit.Evidence.HasLeft;
import org.mangrove.core.audit.Evidence.Place;
import org.mangrove.core.audit.Evidence.SaysNothing;
import org.mangrove.core.audit.Evidence.Term;

class UngovernedToolsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);
    private static final AuditedTool TOOL =
            new AuditedTool("a-tool", "Does something", Locale.ENGLISH, Set.of(), Set.of(), Set.of("acme-de"));

    @Test
    void finds_what_is_in_use_and_in_no_register() {
        assertThat(found(TOOL.withoutEntry()))
                .containsExactly(new SaysNothing(Place.OBJECTIVE, ""), new SaysNothing(Place.OWNER, ""));
    }

    @Test
    void finds_whose_owner_has_left_and_whose_trial_and_contract_are_over() {
        assertThat(found(TOOL.with(new ToolEntry(
                        "People do more.",
                        Optional.of("Ada Weiss"),
                        true,
                        Set.of(),
                        Optional.of(DAY.minusDays(1)),
                        Optional.of(DAY.minusDays(2))))))
                .containsExactly(
                        new HasLeft(Place.OWNER, "Ada Weiss"),
                        new DayPassed(Term.TRIAL, "a-tool", DAY.minusDays(1)),
                        new DayPassed(Term.CONTRACT, "a-tool", DAY.minusDays(2)));
    }

    @Test
    void has_nothing_against_what_is_said_in_full_and_does_not_tell_what_it_cannot_know() {
        assertThat(found(TOOL.with(entry(Set.of())))).isEmpty();
        assertThat(new UngovernedTools().look(inventory(TOOL)).notKnown()).containsExactly("a-tool");
    }

    @Test
    void what_the_register_says_to_be_for_the_same_overlaps_whatever_the_sentences_say() {
        AuditedTool one = TOOL.with(entry(Set.of("authoring")));
        AuditedTool other = new AuditedTool(
                        "b-tool", "Quite something else", Locale.ENGLISH, Set.of(), Set.of(), Set.of("acme-de"))
                .with(entry(Set.of("authoring", "video")));

        assertThat(new OverlappingTools().look(inventory(one, other)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.subjects()).containsExactly("a-tool", "b-tool"));
    }

    private static ToolEntry entry(Set<String> purposes) {
        return new ToolEntry(
                "People do more.", Optional.of("Ada Weiss"), false, purposes, Optional.empty(), Optional.empty());
    }

    private static List<Evidence> found(AuditedTool tool) {
        return new UngovernedTools()
                .look(inventory(tool)).findings().stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .toList();
    }

    private static Inventory inventory(AuditedTool... tools) {
        return new Inventory(DAY, List.of(), List.of(tools), Fact.unknown());
    }
}
