package org.mangrove.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.audit.Recognition.Before;

class RecognitionTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void knows_what_is_about_the_same_course_and_of_the_same_kind() {
        Recognition recognition = of(
                List.of(before(ONE, FindingKind.UNUSED, "a"), before(OTHER, FindingKind.STALE, "a")),
                found(FindingKind.STALE, "a"),
                found(FindingKind.STALE, "b"));

        assertThat(recognition.known()).containsExactly(Map.entry(0, OTHER));
        assertThat(recognition.gone()).containsExactly(ONE);
    }

    @Test
    void knows_a_group_that_has_grown_and_not_one_that_shares_less_than_half() {
        List<Before> group = List.of(before(ONE, FindingKind.NEAR_DUPLICATE, "a", "b"));

        assertThat(of(group, found(FindingKind.NEAR_DUPLICATE, "a", "b", "c")).known())
                .containsExactly(Map.entry(0, ONE));
        assertThat(of(group, found(FindingKind.NEAR_DUPLICATE, "b", "c")).known())
                .isEmpty();
    }

    @Test
    void a_group_that_falls_apart_stays_with_the_half_that_is_more_like_it() {
        Recognition recognition = of(
                List.of(before(ONE, FindingKind.NEAR_DUPLICATE, "a", "b", "c", "d", "e")),
                found(FindingKind.NEAR_DUPLICATE, "a", "b"),
                found(FindingKind.NEAR_DUPLICATE, "c", "d", "e"));

        assertThat(recognition.known()).containsExactly(Map.entry(1, ONE));
        assertThat(recognition.gone()).isEmpty();
    }

    @Test
    void what_could_not_be_told_is_not_gone() {
        Recognition recognition = Recognition.of(
                List.of(before(ONE, FindingKind.DEAD_LINK, "a"), before(OTHER, FindingKind.DEAD_LINK, "b")),
                List.of(),
                Map.of(FindingKind.DEAD_LINK, Set.of("a"), FindingKind.STALE, Set.of("b")));

        assertThat(recognition.gone()).containsExactly(OTHER);
    }

    @Test
    void knows_what_was_gone_and_does_not_lose_it_twice() {
        List<Before> gone = List.of(new Before(ONE, FindingKind.STALE, Set.of("a"), true));

        assertThat(of(gone, found(FindingKind.STALE, "a")).known()).containsExactly(Map.entry(0, ONE));
        assertThat(of(gone).gone()).isEmpty();
    }

    private static Recognition of(List<Before> before, Finding... found) {
        return Recognition.of(before, List.of(found), Map.of());
    }

    private static Before before(UUID id, FindingKind kind, String... subjects) {
        return new Before(id, kind, Set.of(subjects), false);
    }

    private static Finding found(FindingKind kind, String... subjects) {
        return new Finding(
                kind,
                List.of(subjects),
                List.of(new Evidence.NobodyUses(Optional.empty(), LocalDate.EPOCH)),
                ProposedAction.REVIEW);
    }
}
