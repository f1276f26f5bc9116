package org.mangrove.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The feed where no line leads: carried in a file, and believed no more than a line is. */
@Tag("long")
@ExtendWith(NodesApart.class)
class FeedFileIT {

    private static final String FILE = "/operator/api/feed/file";
    private static final String ZIP = "application/zip";

    private final NodesApart.Apart apart;
    private final BorealisFeed feed;

    FeedFileIT(NodesApart.Apart apart) {
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

    @Test
    void a_cell_without_a_line_takes_the_feed_from_a_file_and_verifies_it_as_well() {
        Operator core = new Operator(apart.stack()).at(apart.core());
        Operator cell = new Operator(apart.stack()).at(apart.cells());
        apart.line().play((path, answer, asking) -> new byte[0]);
        byte[] older = core.get(FILE + "?cell=eu").must().body();
        feed.publish("Carried in a bag");
        byte[] file = core.get(FILE + "?cell=eu").must().body();
        List<String> versions = feed.versions("eu");

        for (byte[] forged : List.of(
                EditedFolder.unpacked(file)
                        .with("chains.json", text -> text.replace("Carried in a bag", "Carried in a box"))
                        .zipped(),
                EditedFolder.unpacked(file)
                        .with("chains.json", FeedFault::withAnotherHash)
                        .zipped(),
                EditedFolder.unpacked(file)
                        .with("label.json", text -> text.replace("\"eu\"", "\"jp\""))
                        .zipped())) {
            var refused = cell.post(FILE, ZIP, forged);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.text()).contains("publication.file.is-refused");
        }
        assertThat(cell.post(FILE, ZIP, Arrays.copyOf(file, 200)).text()).contains("publication.file.is-broken");
        assertThat(core.post(FILE, ZIP, file).text()).contains("publication.file.is-for-another-cell");
        assertThat(feed.versions("eu")).isEqualTo(versions);

        var taken = cell.post(FILE, ZIP, file);

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(feed.catalogue()).contains("Carried in a bag");
        List<String> subjects = apart.subjects("eu");
        for (byte[] again : List.of(file, older)) {
            var nothing = cell.post(FILE, ZIP, again);
            assertThat(nothing.status()).as(nothing.text()).isEqualTo(200);
        }
        assertThat(apart.subjects("eu")).isEqualTo(subjects);
    }
}
