package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.records.Activities;

/** What an activity is said to be is known if and only if the transaction in which it was said is committed. */
@ArquillianTest
class ActivitiesIT {

    private static final int TIMES = 10;
    private static final int AT_ONCE = 8;

    private final String iri = "https://example.com/activities/" + UUID.randomUUID();

    @Inject
    Sayings sayings;

    @Inject
    Activities activities;

    @Inject
    Neighbours neighbours;

    @Resource
    ManagedThreadFactory threads;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @Test
    void what_was_said_in_vain_is_not_taken_for_known() {
        assertThatThrownBy(() -> sayings.sayAndFail(neighbours.acmeDe(), iri, "en", "Meeting"))
                .hasMessageContaining("on purpose");
        assertThat(activities.find(neighbours.acmeDe(), iri)).isEmpty();

        sayings.say(neighbours.acmeDe(), iri, "en", "Meeting");

        assertThat(activities.find(neighbours.acmeDe(), iri)).contains(Sayings.named("en", "Meeting"));
    }

    @Test
    void the_last_word_counts_also_if_it_was_said_before() {
        sayings.say(neighbours.acmeDe(), iri, "en", "Meeting");
        sayings.say(neighbours.acmeDe(), iri, "en", "Conference");
        sayings.say(neighbours.acmeDe(), iri, "en", "Meeting");

        assertThat(activities.find(neighbours.acmeDe(), iri)).contains(Sayings.named("en", "Meeting"));
    }

    @Test
    void those_who_speak_of_it_at_once_are_all_heard() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            String one = iri + "/" + time;

            atOnce(number -> sayings.say(neighbours.acmeDe(), one, "en-x-v" + number, "Meeting"));

            assertThat(activities.find(neighbours.acmeDe(), one).orElseThrow().path("name"))
                    .hasSize(AT_ONCE);
        }
    }

    @Test
    void another_tenant_has_heard_nothing() {
        sayings.say(neighbours.acmeDe(), iri, "en", "Meeting");

        assertThat(activities.find(neighbours.borealisDe(), iri)).isEmpty();
        sayings.say(neighbours.borealisDe(), iri, "en", "Assembly");
        assertThat(activities.find(neighbours.acmeDe(), List.of(iri, iri + "/unknown")))
                .containsOnlyKeys(iri)
                .containsValue(Sayings.named("en", "Meeting"));
    }

    private interface Work {
        void by(int number);
    }

    private void atOnce(Work work) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < AT_ONCE; i++) {
                int number = i;
                running.add(executor.submit(() -> {
                    barrier.await();
                    work.by(number);
                    return number;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
