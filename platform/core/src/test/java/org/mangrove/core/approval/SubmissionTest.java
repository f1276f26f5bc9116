package org.mangrove.core.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mangrove.core.approval.Handed.NOW;
import static org.mangrove.core.approval.Handed.person;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mangrove.core.governance.Demand;
import org.mangrove.core.governance.Lane;
import org.mangrove.core.refusal.Refusal;
import org.mangrove.core.tenancy.Definitions;

class SubmissionTest {

    private static final UUID AUTHOR = person(1);
    private static final UUID LAWYER = person(2);
    private static final UUID EXPERT = person(3);

    private static final Map<String, Demand> DEMANDS = Map.of(
            "global", demand(true, Lane.LEGAL, 5, Lane.SUBJECT_EXPERT, 10),
            "emea", demand(false, Lane.REGIONAL, 7));

    private final Submission draft =
            Submission.begin("lifts", Handed.in(1, AUTHOR, Map.of("global", "a", "emea", "b")), DEMANDS);
    private final Submission inReview = draft.putForward(AUTHOR, "Please", seen(draft), NOW);

    @Test
    void nobody_is_asked_about_a_draft() {
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.due()).isEmpty();
        assertThatThrownBy(() -> said(draft, Lane.LEGAL, LAWYER, Opinion.Kind.APPROVED))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void all_lanes_are_asked_at_once_each_with_its_deadline() {
        assertThat(inReview.lanes())
                .extracting(LaneReview::lane, review -> review.due().orElseThrow())
                .containsExactly(
                        tuple(Lane.SUBJECT_EXPERT, NOW.plus(Duration.ofDays(10))),
                        tuple(Lane.LEGAL, NOW.plus(Duration.ofDays(5))),
                        tuple(Lane.REGIONAL, NOW.plus(Duration.ofDays(7))));
        assertThat(inReview.due()).contains(NOW.plus(Duration.ofDays(5)));
    }

    @Test
    void it_is_approved_once_all_have_agreed_and_others_publish_it() {
        Submission approved = approved(inReview);

        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThatThrownBy(() -> approved.publish(AUTHOR, seen(approved), DEMANDS, 1, NOW))
                .isInstanceOf(Refusal.NotAllowed.class);
        Submission published = approved.publish(EXPERT, seen(approved), DEMANDS, 1, NOW);
        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.version()).isEqualTo(1);
    }

    @Test
    void a_lane_is_late_when_its_day_has_passed_and_it_has_said_nothing() {
        LaneReview legal = inReview.find(Lane.LEGAL).orElseThrow();

        assertThat(legal.overdueAt(NOW.plus(Duration.ofDays(5)))).isFalse();
        assertThat(legal.overdueAt(NOW.plus(Duration.ofDays(5)).plusSeconds(1))).isTrue();
        assertThat(said(inReview, Lane.LEGAL, LAWYER, Opinion.Kind.CHANGES_ASKED)
                        .find(Lane.LEGAL)
                        .orElseThrow()
                        .overdueAt(NOW.plus(Duration.ofDays(50))))
                .isFalse();
    }

    @Test
    void what_changes_for_a_region_is_no_matter_of_those_who_look_at_the_texts() {
        Submission approved = approved(inReview);

        Submission again =
                approved.handIn(Handed.in(2, AUTHOR, Map.of("global", "a", "emea", "other")), DEMANDS, seen(approved));

        assertThat(again.state()).isEqualTo(State.IN_REVIEW);
        assertThat(again.lanes().stream().filter(LaneReview::silent))
                .extracting(LaneReview::lane)
                .containsExactly(Lane.REGIONAL);
        assertThat(again.find(Lane.REGIONAL).orElseThrow().since()).isEqualTo(2);
    }

    @Test
    void what_changes_in_the_texts_is_a_matter_of_all_who_look_at_them() {
        Submission approved = approved(inReview);

        Submission again =
                approved.handIn(Handed.in(2, AUTHOR, Map.of("global", "other", "emea", "b")), DEMANDS, seen(approved));

        assertThat(again.lanes().stream().filter(LaneReview::silent))
                .extracting(LaneReview::lane)
                .containsExactlyInAnyOrder(Lane.LEGAL, Lane.SUBJECT_EXPERT);
    }

    @Test
    void whoever_has_looked_at_something_else_says_nothing_about_this() {
        String before = seen(inReview);
        Submission changed = inReview.handIn(Handed.in(2, AUTHOR, Map.of("global", "c", "emea", "b")), DEMANDS, before);

        assertThatThrownBy(() -> changed.say(Lane.LEGAL, opinion(LAWYER, Opinion.Kind.APPROVED), before))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("changed-meanwhile");
        assertThatThrownBy(() -> changed.handIn(Handed.in(3, EXPERT, Map.of("global", "d")), DEMANDS, before))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> changed.publish(EXPERT, before, DEMANDS, 1, NOW))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void whoever_has_handed_in_any_of_it_does_not_agree_where_four_eyes_are_asked_for() {
        assertThatThrownBy(() -> said(inReview, Lane.LEGAL, AUTHOR, Opinion.Kind.APPROVED))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> inReview.say(
                        Lane.LEGAL,
                        new Opinion(Opinion.Kind.APPROVED, LAWYER, Optional.of(AUTHOR), "For the author", NOW),
                        seen(inReview)))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void whoever_has_agreed_and_then_hands_in_a_part_has_not_agreed_any_more() {
        Submission approved = approved(inReview);

        Submission again =
                approved.handIn(Handed.in(2, LAWYER, Map.of("global", "a", "emea", "other")), DEMANDS, seen(approved));

        assertThat(again.find(Lane.LEGAL).orElseThrow().silent()).isTrue();
        assertThat(again.find(Lane.SUBJECT_EXPERT).orElseThrow().approved()).isTrue();
    }

    @Test
    void to_refuse_it_ends_it() {
        Submission refused = said(inReview, Lane.LEGAL, LAWYER, Opinion.Kind.REFUSED);

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThatThrownBy(() -> said(refused, Lane.LEGAL, LAWYER, Opinion.Kind.APPROVED))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> refused.withdraw(AUTHOR, "", NOW)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void until_it_is_published_somebody_may_say_something_else() {
        Submission approved = approved(inReview);

        Submission back = said(approved, Lane.LEGAL, LAWYER, Opinion.Kind.CHANGES_ASKED);

        assertThat(back.state()).isEqualTo(State.IN_REVIEW);
    }

    @Test
    void rights_that_have_changed_since_count() {
        Submission approved = approved(inReview);
        var more = new TreeMap<>(DEMANDS);
        more.put("global", demand(true, Lane.LEGAL, 5, Lane.IT, 10));

        assertThatThrownBy(() -> approved.publish(EXPERT, seen(approved), more, 1, NOW))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("not-approved");
    }

    @Test
    void a_lane_that_has_looked_at_the_texts_has_not_looked_at_what_a_region_says() {
        Submission approved = approved(inReview);
        var wider = new TreeMap<>(DEMANDS);
        wider.put("emea", demand(false, Lane.REGIONAL, 7, Lane.LEGAL, 7));

        assertThatThrownBy(() -> approved.publish(EXPERT, seen(approved), wider, 1, NOW))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("not-approved");
    }

    @Test
    void what_needs_nobody_is_approved_as_soon_as_it_is_put_forward() {
        Submission free = Submission.begin("lifts", Handed.in(1, AUTHOR, Map.of("global", "a")), Map.of());

        Submission forward = free.putForward(AUTHOR, "", seen(free), NOW);

        assertThat(forward.state()).isEqualTo(State.APPROVED);
        assertThat(forward.publish(AUTHOR, seen(forward), Map.of(), 4, NOW).version())
                .isEqualTo(4);
    }

    @Test
    void it_is_read_as_it_was_written() {
        Submission written = said(approved(inReview), Lane.LEGAL, LAWYER, Opinion.Kind.CHANGES_ASKED);

        assertThat(Definitions.read(Definitions.write(written), Submission.class))
                .isEqualTo(written);
        assertThat(written.steps()).hasSize(6);
    }

    private static Submission approved(Submission submission) {
        return said(
                said(
                        said(submission, Lane.LEGAL, LAWYER, Opinion.Kind.APPROVED),
                        Lane.SUBJECT_EXPERT,
                        EXPERT,
                        Opinion.Kind.APPROVED),
                Lane.REGIONAL,
                EXPERT,
                Opinion.Kind.APPROVED);
    }

    private static Submission said(Submission submission, Lane lane, UUID by, Opinion.Kind kind) {
        return submission.say(lane, opinion(by, kind), seen(submission));
    }

    private static Opinion opinion(UUID by, Opinion.Kind kind) {
        return new Opinion(kind, by, Optional.empty(), "So it is", NOW);
    }

    private static String seen(Submission submission) {
        return submission.current().digest();
    }

    private static Demand demand(boolean fourEyes, Object... lanes) {
        var all = new TreeMap<Lane, Integer>();
        for (int at = 0; at < lanes.length; at += 2) {
            all.put((Lane) lanes[at], (Integer) lanes[at + 1]);
        }
        return new Demand(all, fourEyes);
    }
}
