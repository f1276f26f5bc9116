package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.events.Cause;
import org.mangrove.core.events.DeadLetter;
import org.mangrove.core.events.DeadLetters;
import org.mangrove.core.events.Relay;
import org.mangrove.core.events.Replays;
import org.mangrove.core.events.store.OutboxRows;
import org.mangrove.server.EventDesk.FussyReader;

/** What was published is numbered once, read in order, set aside if it cannot be read, and forgotten in the end. */
@ArquillianTest
class EventsIT {

    /** Of an event's payload; as a text that MySQL compares with any other. */
    private static final String WORD = "convert(json_value(payload, '$.word') using utf8mb4)";

    private final String word = UUID.randomUUID().toString();

    @Inject
    EventDesk desk;

    @Inject
    FussyReader fussy;

    @Inject
    Relay relay;

    @Inject
    Replays replays;

    @Inject
    DeadLetters letters;

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @Test
    void many_that_number_at_once_give_each_event_a_number_of_its_own_and_leave_none_out() throws InterruptedException {
        var all = new ArrayList<Thread>();
        for (int writer = 0; writer < 4; writer++) {
            String mine = word + "-" + writer + "-";
            all.add(Thread.ofPlatform()
                    .start(() -> IntStream.range(0, 25)
                            .forEach(step -> desk.publish(neighbours.acmeDe(), words(mine + step + "-", 20)))));
        }
        for (int node = 0; node < 3; node++) {
            all.add(Thread.ofPlatform().start(() -> IntStream.range(0, 60).forEach(step -> relay.number("eu"))));
        }
        for (Thread thread : all) {
            thread.join();
        }
        desk.deliverAll(fussy);

        String mine = " from events_outbox where " + WORD + " like '" + word + "%'";
        assertThat(desk.number("select count(distinct number)" + mine)).isEqualTo(2000);
        assertThat(desk.number("select count(*) from events_outbox o join events_outbox p on p.number = o.number"
                        + " and p.id <> o.id"))
                .isZero();
        assertThat(desk.number("select max(number)" + mine))
                .isLessThanOrEqualTo(desk.number("select last_number from events_relay"));
        assertThat(read()).hasSize(2000).doesNotHaveDuplicates();
        for (int writer = 0; writer < 4; writer++) {
            String his = word + "-" + writer + "-";
            assertThat(read().stream().filter(each -> each.startsWith(his)))
                    .containsExactlyElementsOf(IntStream.range(0, 25)
                            .boxed()
                            .flatMap(step -> words(his + step + "-", 20).stream())
                            .toList());
        }
    }

    @Test
    void what_a_reader_cannot_take_is_set_aside_alone_and_is_gone_once_it_was_sent_again() throws InterruptedException {
        fussy.dislike(word + "3");
        desk.publish(neighbours.acmeDe(), words(word, 8));

        DeadLetter letter = await();
        desk.deliverAll(fussy);
        assertThat(new HashSet<>(read()))
                .containsExactlyInAnyOrderElementsOf(words(word, 8).stream()
                        .filter(each -> !each.equals(word + "3"))
                        .toList());
        assertThat(letter.reader()).isEqualTo(FussyReader.NAME);
        assertThat(letter.cause()).isEqualTo(Cause.FAILED);
        assertThat(letter.type()).isEqualTo("SomethingHappened");
        assertThat(letter.problem()).contains("IllegalStateException").doesNotContain(word, "like");
        assertThat(letters.open(neighbours.borealisDe(), 100)).isEmpty();
        assertThat(letters.sendAgain(neighbours.borealisDe(), letter.reader(), letter.event()))
                .isEqualTo(DeadLetters.Outcome.GONE);

        assertThat(letters.sendAgain(neighbours.acmeDe(), letter.reader(), letter.event()))
                .isEqualTo(DeadLetters.Outcome.FAILED_AGAIN);
        assertThat(mine()).singleElement().returns(2, DeadLetter::times);

        fussy.like(word + "3");
        assertThat(letters.sendAgain(neighbours.acmeDe(), letter.reader(), letter.event()))
                .isEqualTo(DeadLetters.Outcome.TAKEN);
        assertThat(mine()).isEmpty();
        assertThat(read()).contains(word + "3");
        assertThat(letters.sendAgain(neighbours.acmeDe(), letter.reader(), letter.event()))
                .isEqualTo(DeadLetters.Outcome.GONE);
    }

    @Test
    void what_somebody_has_dropped_is_neither_shown_nor_sent() throws InterruptedException {
        fussy.dislike(word + "0");
        desk.publish(neighbours.acmeDe(), words(word, 1));
        DeadLetter letter = await();

        assertThat(letters.drop(neighbours.borealisDe(), letter.reader(), letter.event()))
                .isFalse();
        assertThat(letters.drop(neighbours.acmeDe(), letter.reader(), letter.event()))
                .isTrue();

        fussy.like(word + "0");
        assertThat(mine()).isEmpty();
        assertThat(letters.sendAgain(neighbours.acmeDe(), letter.reader(), letter.event()))
                .isEqualTo(DeadLetters.Outcome.GONE);
        assertThat(read()).isEmpty();
    }

    @Test
    void a_reader_reads_again_from_where_it_is_sent_back_to() {
        desk.publish(neighbours.acmeDe(), words(word, 3));
        desk.deliverAll(fussy);
        long second = desk.number("select number from events_outbox where " + WORD + " = '" + word + "1'");

        assertThat(replays.replay(FussyReader.NAME, String.valueOf(second)))
                .anySatisfy(done -> assertThat(done.reads()).isEqualTo(second));
        desk.deliverAll(fussy);

        assertThat(read()).containsExactly(word + "0", word + "1", word + "2", word + "1", word + "2");
        assertThat(replays.progress())
                .anySatisfy(cell -> assertThat(cell.readers())
                        .anySatisfy(standing -> assertThat(standing.reader()).isEqualTo(FussyReader.NAME)));
    }

    @Test
    void only_what_is_old_and_read_by_everybody_is_forgotten() {
        desk.publish(neighbours.acmeDe(), words(word, 4));
        desk.rows("insert into events_position (reader, number) values ('it-absent', 0)"
                + " on duplicate key update number = 0");
        Instant later = Instant.now().plus(Duration.ofDays(1));
        try {
            desk.deliverAll(fussy);
            desk.deliverAll(desk.reader("rollups"));
            desk.deliverAll(desk.reader("forwarding"));
            assertThat(relay.tidy("eu", 0, later).removed()).isZero();

            long second = desk.number("select number from events_outbox where " + WORD + " = '" + word + "1'");
            desk.rows("update events_position set number = " + second + " where reader = 'it-absent'");
            assertThat(relay.tidy("eu", second - 2, Instant.now().minus(Duration.ofDays(1))))
                    .isEqualTo(new OutboxRows.Tidied(second - 2, 0));
            assertThat(relay.tidy("eu", second - 2, later)).isEqualTo(new OutboxRows.Tidied(second, 2));
        } finally {
            desk.rows("delete from events_position where reader = 'it-absent'");
        }
        assertThat(desk.rows("select " + WORD + " from events_outbox"
                        + " where " + WORD + " like '" + word
                        + "%' order by number"))
                .containsExactly(List.of(word + "2"), List.of(word + "3"));

        desk.publish(neighbours.acmeDe(), words(word + "-", 1));
        desk.deliverAll(fussy);
        assertThat(read()).contains(word + "-0");
    }

    private DeadLetter await() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(90);
        while (mine().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(mine()).as("dead letters").hasSize(1);
        return mine().getFirst();
    }

    private List<DeadLetter> mine() {
        List<List<Object>> ids =
                desk.rows("select lower(hex(id)) from events_outbox where " + WORD + " like '" + word + "%'");
        return letters.open(neighbours.acmeDe(), 1000).stream()
                .filter(letter ->
                        ids.contains(List.<Object>of(letter.event().toString().replace("-", ""))))
                .toList();
    }

    private List<String> read() {
        return fussy.read().stream().filter(each -> each.startsWith(word)).toList();
    }

    private static List<String> words(String begin, int count) {
        return IntStream.range(0, count).mapToObj(number -> begin + number).toList();
    }
}
