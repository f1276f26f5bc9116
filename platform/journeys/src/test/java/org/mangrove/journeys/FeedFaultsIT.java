package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bad line or a bad neighbour can do to the feed: it is refused or healed, and said. */
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
