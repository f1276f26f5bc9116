package org.mangrove.core.records;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommitQueueTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CommitQueue<Integer> queue = new CommitQueue<>(100, new CommitQueue.Limits(4, 10, 1_000));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void who_is_alone_is_given_at_once() throws Exception {
        queue.offer(1, 1, 10);

        assertThat(queue.take()).containsExactly(1);
    }

    @Test
    void what_waits_together_goes_together_in_its_order() throws Exception {
        for (int each = 1; each <= 3; each++) {
            queue.offer(each, 1, 10);
        }

        assertThat(queue.take()).containsExactly(1, 2, 3);
    }

    @Test
    void a_group_has_its_limits() throws Exception {
        for (int each = 1; each <= 6; each++) {
            queue.offer(each, 1, 10);
        }
        queue.offer(7, 9, 10);
        queue.offer(8, 9, 10);
        queue.offer(9, 1, 5_000);
        queue.offer(10, 1, 10);

        assertThat(queue.take()).as("four requests").containsExactly(1, 2, 3, 4);
        assertThat(queue.take()).as("ten statements are reached").containsExactly(5, 6, 7);
        assertThat(queue.take()).as("they are again").containsExactly(8, 9);
        assertThat(queue.take()).containsExactly(10);
    }

    @Test
    void there_is_an_end_to_what_may_wait() throws Exception {
        var small = new CommitQueue<Integer>(2, new CommitQueue.Limits(4, 10, 1_000));

        assertThat(small.offer(1, 1, 1)).isTrue();
        assertThat(small.offer(2, 1, 1)).isTrue();
        assertThat(small.offer(3, 1, 1)).isFalse();
        small.take();
        assertThat(small.offer(3, 1, 1)).isTrue();
    }

    @Test
    void the_next_group_does_not_wait_longer_than_a_moment_for_one_that_is_being_written() throws Exception {
        queue.offer(1, 1, 10);
        queue.offer(2, 1, 10);
        List<Integer> first = queue.take();
        queue.offer(3, 1, 10);

        assertThat(threads.submit(queue::take).get(30, SECONDS)).containsExactly(3);
        queue.written(first);
    }

    @Test
    void whoever_is_waited_for_says_so_by_having_written() throws Exception {
        queue.offer(1, 1, 10);
        List<Integer> first = queue.take();
        queue.written(first);
        queue.offer(2, 1, 10);

        assertThat(queue.take()).containsExactly(2);
    }

    @Test
    void of_many_who_give_and_take_at_once_each_thing_is_taken_once() throws Exception {
        int each = 2_000;
        var large = new CommitQueue<Integer>(each * 4, new CommitQueue.Limits(16, 100, 100_000));
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        var working = new ArrayList<Future<?>>();
        for (int writer = 0; writer < 2; writer++) {
            threads.submit((Callable<Void>) () -> {
                while (true) {
                    List<Integer> group = large.take();
                    taken.addAll(group);
                    large.written(group);
                }
            });
        }
        for (int sender = 0; sender < 4; sender++) {
            int first = sender * each;
            working.add(threads.submit(() -> IntStream.range(first, first + each)
                    .forEach(number -> assertThat(large.offer(number, 1, 10)).isTrue())));
        }
        for (Future<?> one : working) {
            one.get(30, SECONDS);
        }
        while (taken.size() < 4 * each) {
            Thread.onSpinWait();
        }

        assertThat(taken).doesNotHaveDuplicates().hasSize(4 * each);
    }
}
