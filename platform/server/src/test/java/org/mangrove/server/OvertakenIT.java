package org.mangrove.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.identity.Account;
import org.mangrove.core.identity.Memberships;
import org.mangrove.core.identity.Person;
import org.mangrove.core.identity.PersonName;

/** Two who make the same thing at the same time make it once, and neither is turned away. */
@ArquillianTest
class OvertakenIT {

    private static final int TIMES = 20;
    private static final int AT_ONCE = 6;

    @Inject
    Neighbours neighbours;

    @Inject
    Memberships memberships;

    @Resource
    ManagedThreadFactory threads;

    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
    }

    @Test
    void somebody_who_signs_on_for_the_first_time_in_several_windows_at_once_is_known_once() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var account = new Account(
                    "it-acme-eu", UUID.randomUUID().toString(), new PersonName("Ada", "Berg"), "ada@it-acme.example");

            List<UUID> people = new ArrayList<>();
            for (Optional<Person> welcomed : atOnce(account)) {
                people.add(welcomed.orElseThrow().id());
            }

            assertThat(people).hasSize(AT_ONCE);
            assertThat(people.stream().distinct()).hasSize(1);
        }
    }

    private List<Optional<Person>> atOnce(Account account) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        var welcomed = new ArrayList<Optional<Person>>();
        try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
            var running = new ArrayList<Future<Optional<Person>>>();
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(executor.submit(() -> {
                    barrier.await();
                    return memberships.welcome(neighbours.acmeDe(), account);
                }));
            }
            for (Future<Optional<Person>> one : running) {
                welcomed.add(one.get());
            }
        }
        return welcomed;
    }
}
