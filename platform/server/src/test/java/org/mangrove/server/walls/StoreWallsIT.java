package org.mangrove.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mangrove.core.events.Relay;
import org.mangrove.core.privacy.PrivacyLoop;
import org.mangrove.core.sources.Sources;
import org.mangrove.server.Neighbours;

/** No store finds or changes rows of another owner, and each of the predicates that see to it is needed. */
@ArquillianTest
class StoreWallsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Inject
    StoreWalls walls;

    @Inject
    Neighbours neighbours;

    @Inject
    Relay relay;

    @Inject
    Sources sources;

    @Inject
    PrivacyLoop privacy;

    /**
     * What readers of events still do for other tests, what was counted there and is written down some time, and what is due for a
     * tenant today would change the rows in between two questions.
     */
    @BeforeEach
    void setUp() throws InterruptedException {
        neighbours.moveIn();
        for (Owner owner : List.of(Owner.ASKED, Owner.OTHER)) {
            sources.all(owner.tenant().tenant().id());
        }
        await("readers are done", () -> relay.backlog("eu").waiting() == 0);
        await(
                "the owners' day has begun",
                () -> Stream.of(Owner.ASKED, Owner.OTHER)
                        .allMatch(owner ->
                                privacy.hasBegunDayOf(owner.tenant().tenant().id())));
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(PAUSE);
        }
    }

    @Test
    void every_store_answers_one_owner_as_if_there_were_no_other() {
        assertThat(walls.stores()).hasSizeGreaterThan(20);

        assertThat(breaches(walls.stores())).isEmpty();
    }

    @Test
    void every_method_of_a_store_that_names_an_owner_can_be_asked() {
        assertThat(unanswered(walls.stores())).isEmpty();
    }

    @Test
    void an_or_in_a_condition_does_not_lead_to_another_owner() {
        List<Class<?>> stores =
                List.of(EitherStore.OfTenants.class, EitherStore.OfTheCore.class, EitherStore.OfCopies.class);

        assertThat(breaches(stores)).isEmpty();
        assertThat(unanswered(stores)).isEmpty();
    }

    @Test
    @Tag("long")
    void each_predicate_that_is_taken_away_is_noticed() throws ClassNotFoundException {
        Class<?> wall = Class.forName("org.mangrove.core.database.Wall");
        Removal wallItself = Removal.ofMethod(Redefined.bytesOf(wall), "mustHold");
        var unnoticed = new ArrayList<String>();
        int count = 0;
        for (Class<?> type : withPredicates()) {
            List<Class<?>> stores =
                    walls.stores().stream().filter(type::isAssignableFrom).toList();
            for (Removal removal : Removal.of(Redefined.bytesOf(type), Owner.OTHER.tenantNumber())) {
                count++;
                try (var changed = new Redefined().with(type, removal)) {
                    if (breaches(stores).isEmpty()) {
                        unnoticed.add(removal.what());
                    }
                    changed.with(wall, wallItself);
                    if (breaches(stores).isEmpty()) {
                        unnoticed.add(removal.what() + ", with the wall of the connections down");
                    }
                }
            }
        }
        System.getLogger(StoreWallsIT.class.getName())
                .log(System.Logger.Level.INFO, "{0} predicates were taken away in turn", count);

        assertThat(count).isGreaterThan(90);
        assertThat(unnoticed).isEmpty();
    }

    /** The stores, and what they inherit. */
    private Set<Class<?>> withPredicates() {
        var types = new LinkedHashSet<Class<?>>();
        for (Class<?> store : walls.stores()) {
            for (Class<?> at = store; at != Object.class; at = at.getSuperclass()) {
                types.add(at);
            }
        }
        return types;
    }

    private List<String> unanswered(List<Class<?>> stores) {
        return walls.unanswered(stores, Owner.ASKED, Owner.OTHER);
    }

    /**
     * What a store does wrong it does each time; what a loop of the node changes between two questions shows once. So everything is
     * asked a second time if anything shows.
     */
    private List<String> breaches(List<Class<?>> stores) {
        List<String> shown = walls.breaches(stores, Owner.ASKED, Owner.OTHER);
        return shown.isEmpty() ? shown : walls.breaches(stores, Owner.ASKED, Owner.OTHER);
    }
}
