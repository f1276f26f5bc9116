package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.lineage.Text;

class FindingStateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant SEEN = Instant.parse("2026-11-20T08:00:00Z");
    private static final UUID FINDING = new UUID(0, 1);

    @Test
    void is_open_until_somebody_decides() {
        assertThat(of("a")).isEqualTo(FindingState.OPEN);
    }

    @Test
    void is_accepted_through_its_last_day_and_no_longer() {
        assertThat(of("a", accept(TODAY, "a"))).isEqualTo(FindingState.ACCEPTED);
        assertThat(of("a", accept(TODAY.minusDays(1), "a"))).isEqualTo(FindingState.OPEN);
    }

    @Test
    void what_came_later_was_not_accepted_and_what_went_does_not_matter() {
        assertThat(FindingState.of(found(Set.of("a", "b")), List.of(accept(TODAY, "a")), TODAY))
                .isEqualTo(FindingState.OPEN);
        assertThat(FindingState.of(found(Set.of("a")), List.of(accept(TODAY, "a", "b")), TODAY))
                .isEqualTo(FindingState.ACCEPTED);
    }

    @Test
    void what_was_taken_back_or_done_does_not_count() {
        Act accept = accept(TODAY, "a");
        Act task = act(ActKind.TASK, Optional.of(TODAY), Optional.empty(), SEEN, Set.of());

        assertThat(of("a", task)).isEqualTo(FindingState.ASSIGNED);
        assertThat(of("a", task, about(ActKind.DONE, task))).isEqualTo(FindingState.OPEN);
        assertThat(of("a", accept, about(ActKind.UNDO, accept))).isEqualTo(FindingState.OPEN);
    }

    @Test
    void is_mended_until_a_run_finds_it_again() {
        Act mended = act(ActKind.RENEW_REVIEW, Optional.empty(), Optional.empty(), SEEN.plusSeconds(1), Set.of());
        Act mendedBefore =
                act(ActKind.RENEW_REVIEW, Optional.empty(), Optional.empty(), SEEN.minusSeconds(1), Set.of());

        assertThat(of("a", mended)).isEqualTo(FindingState.MENDED);
        assertThat(of("a", mendedBefore)).isEqualTo(FindingState.OPEN);
    }

    private static FindingState of(String mark, Act... acts) {
        return FindingState.of(found(Set.of(mark)), List.of(acts), TODAY);
    }

    private static KeptFinding found(Set<String> marks) {
        return new KeptFinding(
                FINDING,
                FindingKind.DEAD_LINK,
                List.of("a-course"),
                marks,
                new Text("A course", Locale.ENGLISH),
                "Gesa",
                FINDING,
                FINDING,
                Optional.empty(),
                SEEN,
                SEEN,
                Optional.empty());
    }

    private static Act accept(LocalDate lastDay, String... marks) {
        return act(ActKind.ACCEPT, Optional.of(lastDay), Optional.empty(), SEEN, Set.of(marks));
    }

    private static Act about(ActKind kind, Act act) {
        return act(kind, Optional.empty(), Optional.of(act.id()), SEEN, Set.of());
    }

    private static Act act(
            ActKind kind, Optional<LocalDate> lastDay, Optional<UUID> about, Instant at, Set<String> marks) {
        return new Act(
                UUID.randomUUID(),
                FINDING,
                kind,
                FINDING,
                at,
                "So it is",
                "",
                lastDay,
                about,
                new Act.Details(marks, List.of(), 0, ""));
    }
}
