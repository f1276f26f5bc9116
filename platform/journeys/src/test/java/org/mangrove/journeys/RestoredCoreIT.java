package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A core that has forgotten what its cells know: what has become of nothing is taken back, and the feed goes on. */
@Tag("long")
@ExtendWith(NodesApart.class)
class RestoredCoreIT {

    private static final String BACKUP = "mangrove_core_backup";

    private final NodesApart.Apart apart;
    private final BorealisFeed feed;
    private final SchemaCopy backup;

    RestoredCoreIT(NodesApart.Apart apart) {
        this.apart = apart;
        this.feed = new BorealisFeed(apart);
        this.backup = new SchemaCopy(apart.stack(), "mangrove_core", BACKUP);
    }

    @BeforeEach
    void begin_sound() {
        feed.mustBeSound();
    }

    @AfterEach
    void end_sound() {
        apart.line().behave();
        backup.remove();
    }

    @Test
    void a_core_restored_from_an_older_backup_takes_back_what_it_has_forgotten() {
        String title = "Forgotten with the backup";
        List<String> versions = feed.versions("eu");
        FeedOperator.Standing before = apart.operator().standing("eu", BorealisFeed.ENTERPRISE);
        backup.make();
        feed.publish(title);
        feed.awaitEverything();
        assertThat(feed.catalogue()).contains(title);

        apart.stack().node().kill();
        new SchemaCopy(apart.stack(), BACKUP, "mangrove_core").writeOver();
        apart.stack().node().restart();
        FeedOperator.Standing healed = apart.operator()
                .awaitStanding(
                        "eu",
                        BorealisFeed.ENTERPRISE,
                        "begins anew",
                        there -> !there.epoch().equals(before.epoch()) && there.isSound());
        feed.awaitEverything();

        for (String cell : BorealisFeed.CELLS) {
            assertThat(feed.versions(cell)).isEqualTo(versions);
            assertThat(feed.epochs(cell)).containsExactly(healed.epoch());
        }
        assertThat(feed.catalogue()).doesNotContain(title).contains("/courses/" + BorealisFeed.COURSE);
        assertThat(new NodeProcess(apart.stack().node()).log()).contains("it was restored, and begins a new epoch");
        assertThat(new NodeProcess(apart.stack().nodeOf("eu")).log())
                .contains("begins the feed of enterprise borealis anew: another epoch")
                .containsPattern(
                        "has no content.course-version " + BorealisFeed.COURSE + "/\\d+ any more: cell eu gives it up");

        feed.publish("Published after the restore");
        feed.awaitEverything();
        assertThat(feed.catalogue()).contains("Published after the restore");
    }
}
