package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bad line or a bad neighbour can do to the feed: it is refused or healed, and said. */
@Tag("long")
@ExtendWith(NodesApart.class)
class FeedFaultsIT {

    private final NodesApart.Apart apart;
    private final BorealisFeed feed;

    FeedFaultsIT(NodesApart.Apart apart) {
        this.apart = apart;
        this.feed = new BorealisFeed(apart);
    }

    @BeforeEach
    void begin_sound() {
        feed.mustBeSound();
    }

    @AfterEach
    void end_sound() {
        apart.line().behave();
    }

    @ParameterizedTest
    @MethodSource("org.mangrove.journeys.FeedFault#all")
    void what_is_not_as_the_core_published_it_is_refused_and_healed_once_it_is(FeedFault fault) {
        List<String> subjects = apart.subjects("eu");
        List<String> versions = feed.versions("eu");

        apart.line().play(fault.mischief());
        feed.publish("A fault, first: " + fault.name());
        feed.publish("A fault, then: " + fault.name());
        FeedOperator.Standing stopped = apart.operator()
                .awaitStanding(
                        "eu",
                        BorealisFeed.ENTERPRISE,
                        "says what it suffers",
                        there -> there.trouble().contains(fault.said()));

        assertThat(stopped.isRefused()).isEqualTo(fault.isRefused());
        assertThat(feed.versions("eu")).isEqualTo(versions);
        assertThat(apart.subjects("eu")).isEqualTo(subjects);
        assertThat(new NodeProcess(apart.stack().nodeOf("eu")).log())
                .contains(
                        (fault.isRefused() ? "the feed is refused: " : "no feed from the core: ") + stopped.trouble());

        apart.line().behave();
        feed.awaitEverything();

        assertThat(feed.versions("eu")).hasSize(versions.size() + 2).containsAll(versions);
        assertThat(apart.subjects("eu")).hasSize(subjects.size() + 2).containsAll(subjects);
    }

    @Test
    void an_answer_of_yesterday_is_not_taken_for_one_of_today() {
        List<String> subjects = apart.subjects("eu");

        apart.line().replay();
        FeedOperator.Standing stopped = apart.operator()
                .awaitStanding(
                        "eu",
                        BorealisFeed.ENTERPRISE,
                        "refuses what is old",
                        there -> there.trouble().equals(FeedFault.NOT_SIGNED));

        assertThat(stopped.isRefused()).isTrue();
        assertThat(apart.subjects("eu")).isEqualTo(subjects);
    }

    /** Also if it is told once more of all, as after a backup was restored. */
    @Test
    void a_cell_that_was_away_hears_later_that_a_course_was_given_up_and_hears_it_once() {
        String retirement = "/e/borealis/masters/" + BorealisFeed.COURSE + "/retirement";
        try (var author = new Visitor(apart.core(), "en")) {
            author.signOnAt("/e/borealis", "/masters", "nils.petersen", Learner.PASSWORD);
            apart.line().hang();

            author.submit(retirement, RetirementForm.of(LocalDate.now(ZoneOffset.UTC), "ORDINARY", ""));
            assertThat(feed.catalogue()).as("nobody has told the cell").contains("/courses/" + BorealisFeed.COURSE);

            apart.line().behave();
            feed.awaitEverything();
            assertThat(feed.catalogue()).doesNotContain("/courses/" + BorealisFeed.COURSE);

            new Operator(apart.stack())
                    .at(apart.core())
                    .post("/operator/api/feed/epochs?enterprise=" + BorealisFeed.ENTERPRISE)
                    .must();
            feed.awaitEverything();
            assertThat(feed.catalogue()).as("in a new epoch").doesNotContain("/courses/" + BorealisFeed.COURSE);
            assertThat(apart.rows("eu")
                            .lines(
                                    "select count(*) from content_retirement_copy where course_slug = ?",
                                    BorealisFeed.COURSE))
                    .containsExactly("1");

            author.submit(retirement + "/taking-back", RetirementForm.because("It is needed after all"));
            feed.awaitEverything();
            assertThat(feed.catalogue()).contains("/courses/" + BorealisFeed.COURSE);
        }
    }

    @Test
    void people_go_on_while_the_core_hangs_in_the_middle_of_an_answer() {
        apart.line().hang();
        FeedOperator.Standing stopped = apart.operator()
                .awaitStanding(
                        "eu",
                        BorealisFeed.ENTERPRISE,
                        "tells of the silence",
                        there -> there.trouble().contains("did not end its answer"));

        assertThat(stopped.isRefused()).isFalse();
        assertThat(feed.catalogue()).contains("/courses/" + BorealisFeed.COURSE);
    }
}
