package org.mangrove.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mangrove.core.credentials.SystemsByHand;
import org.mangrove.core.forwarding.OutgoingStatement.Ready;
import org.mangrove.core.forwarding.store.PortionRows.Portion;
import org.mangrove.core.forwarding.store.SetAsideRows.Aside;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.Statements;
import org.mangrove.core.records.StoredStatement;
import org.mangrove.core.tenancy.SampleTenants;
import org.mangrove.core.tenancy.TenantProfile;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.core.xapi.XapiVersion;
import org.mangrove.sdk.TenantId;

class DeliveryTest {

    private static final TenantProfile TENANT = SampleTenants.processing(SampleTenants.BERLIN);
    private static final UUID FORWARDER = new UUID(7, 7);
    private static final String WANTED = "https://example.org/wanted";
    private static final String OTHER = "https://example.org/other";

    private final QueueInMemory queue = new QueueInMemory();
    private final Delivery delivery = new Delivery();
    private final List<Integer> requests = new ArrayList<>();
    private Function<List<Ready>, SentAway> target = some -> new SentAway.Taken();

    @BeforeEach
    void setUp() {
        delivery.queue = queue;
        delivery.gates = new SystemsByHand();
        delivery.clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        delivery.statements = new Statements() {
            @Override
            public String home(TenantProfile tenant) {
                return "http://acme-de.localhost";
            }
        };
        delivery.terms = new IndexTerms() {
            @Override
            public UUID agent(TenantId tenant, AgentId agent) {
                return UUID.nameUUIDFromBytes(agent.canonical().getBytes(StandardCharsets.UTF_8));
            }
        };
        delivery.client = new TargetClient() {
            @Override
            SentAway send(TenantId tenant, ForwarderTerms terms, TargetLogin login, List<Ready> some) {
                requests.add(some.size());
                return target.apply(some);
            }
        };
    }

    @Test
    void everything_arrives_in_order_in_requests_that_are_not_too_large() {
        queue.add(250, WANTED);

        turn();

        assertThat(queue.arrived).isEqualTo(queue.all);
        assertThat(requests).containsExactly(100, 100, 50);
        assertThat(queue.rested).isTrue();
        assertThat(queue.held).isFalse();
    }

    @Test
    void what_the_filter_does_not_want_costs_no_request() {
        queue.add(30, OTHER);
        queue.add(1, WANTED);
        queue.add(30, OTHER);

        turn();

        assertThat(requests).containsExactly(1);
        assertThat(queue.leftOut).isEqualTo(60);
        assertThat(queue.done).isEqualTo(61);
    }

    @Test
    void what_is_not_there_any_more_is_passed_by() {
        queue.add(3, WANTED);
        queue.gone(1);

        turn();

        assertThat(queue.arrived).hasSize(2);
        assertThat(queue.leftOut).isOne();
    }

    @Test
    void what_is_refused_is_set_aside_with_the_reason_and_the_rest_goes_on() {
        queue.add(50, WANTED);
        UUID bad = queue.all.get(20);
        target = some -> some.stream().anyMatch(ready -> ready.position().equals(bad))
                ? new SentAway.Refused(400, "no such verb")
                : new SentAway.Taken();

        turn();

        assertThat(queue.arrived).hasSize(49).doesNotContain(bad);
        assertThat(queue.asides).singleElement().satisfies(aside -> {
            assertThat(aside.position()).isEqualTo(bad);
            assertThat(aside.told()).isEqualTo("no such verb");
            assertThat(aside.actor()).isPresent();
        });
    }

    @Test
    void what_a_template_spoils_is_set_aside_and_nothing_is_sent() {
        queue.template = "{\"$without\":[\"/verb/id\"]}";
        queue.add(2, WANTED);

        turn();

        assertThat(requests).isEmpty();
        assertThat(queue.asides).extracting(Aside::reason).containsExactly("NO_STATEMENT", "NO_STATEMENT");
        assertThat(queue.asides.getFirst().told()).contains("$.verb");
    }

    @Test
    void after_a_failure_it_goes_on_where_it_stood() {
        queue.add(150, WANTED);
        target = some -> requests.size() == 2
                ? new SentAway.Later(Trouble.BUSY, 503, Optional.of(Duration.ofMinutes(2)))
                : new SentAway.Taken();

        turn();

        assertThat(queue.failures).containsExactly("BUSY 503 PT2M");
        assertThat(queue.done).isEqualTo(100);
        turn();
        assertThat(queue.arrived).isEqualTo(queue.all);
    }

    @Test
    void who_is_turned_away_stops() {
        queue.add(5, WANTED);
        target = some -> new SentAway.TurnedAway(401);

        turn();

        assertThat(queue.failures).containsExactly("TURNED_AWAY 401 PT0S");
        assertThat(requests).hasSize(1);
        assertThat(queue.done).isZero();
    }

    @Test
    void nothing_is_sent_without_the_secret_that_belongs_to_it() {
        queue.add(5, WANTED);
        queue.login = Optional.empty();

        turn();

        assertThat(requests).isEmpty();
        assertThat(queue.failures).containsExactly("LOST_SECRET 0 PT0S");
    }

    @Test
    void stops_as_soon_as_somebody_has_paused_it() {
        queue.add(250, WANTED);
        queue.pausedAfter = 100;

        turn();

        assertThat(queue.done).isEqualTo(100);
        assertThat(queue.held).isFalse();
    }

    @Test
    void what_was_there_already_is_counted_apart() {
        queue.add(4, WANTED);
        UUID there = queue.all.get(2);
        target = some -> some.stream().anyMatch(ready -> ready.position().equals(there))
                ? new SentAway.AlreadyThere()
                : new SentAway.Taken();

        turn();

        assertThat(queue.repeated).isOne();
        assertThat(queue.arrived).isEqualTo(queue.all);
        assertThat(queue.asides).isEmpty();
    }

    @Test
    void a_fault_of_ours_is_a_failure_too_and_lets_go() {
        queue.add(1, WANTED);
        target = some -> {
            throw new IllegalStateException("on purpose");
        };

        assertThatIllegalStateException().isThrownBy(this::turn);

        assertThat(queue.failures).singleElement().asString().startsWith("OURS 0");
        assertThat(queue.held).isFalse();
    }

    private void turn() {
        delivery.turn(TENANT.tenant().id(), FORWARDER, new UUID(1, 1));
    }

    /** A queue of one portion. */
    private static final class QueueInMemory extends ForwardingQueue {

        final List<UUID> all = new ArrayList<>();
        final List<UUID> arrived = new ArrayList<>();
        final List<Aside> asides = new ArrayList<>();
        final List<String> failures = new ArrayList<>();
        private final Map<UUID, WithFiles> statements = new HashMap<>();
        Optional<TargetLogin> login = Optional.of(TargetLogin.NONE);
        String template = "";
        int pausedAfter = Integer.MAX_VALUE;
        int done;
        long leftOut;
        long repeated;
        boolean rested;
        boolean held;

        void add(int count, String verb) {
            IntStream.range(0, count).forEach(each -> {
                var position = new UUID(0x0190_0000_0000_7000L + all.size(), 1);
                all.add(position);
                statements.put(
                        position,
                        new WithFiles(
                                new StoredStatement(position, """
                        {"id":"%s","actor":{"mbox":"mailto:lena@example.org"},"verb":{"id":"%s"},
                         "object":{"id":"https://example.org/book"},"version":"2.0.0",
                         "timestamp":"2026-01-15T12:00:00.000Z","stored":"2026-01-15T12:00:00.000Z"}
                        """.formatted(UUID.randomUUID(), verb)
                                        .getBytes(StandardCharsets.UTF_8)),
                                List.of()));
            });
        }

        void gone(int place) {
            statements.remove(all.get(place));
        }

        @Override
        public Optional<Held> begin(TenantId tenant, UUID id, UUID node) {
            held = true;
            var filter = new ForwardingFilter(
                    Set.of(WANTED), Set.of(), false, Set.of(), ForwardingFilter.Origin.ANY, Set.of());
            var terms = new ForwarderTerms(
                    "a",
                    URI.create("https://b"),
                    XapiVersion.V2_0_0,
                    false,
                    filter,
                    template,
                    "DE",
                    "c",
                    "d",
                    "e",
                    Optional.empty());
            return Optional.of(new Held(TENANT, id, node, terms, login, 0, Instant.EPOCH));
        }

        @Override
        public Upcoming next(Held held) {
            return done == all.size()
                    ? Upcoming.queued(List.of(), MOST_AT_ONCE)
                    : Upcoming.queued(List.of(new Portion(1, all, done)), MOST_AT_ONCE);
        }

        @Override
        public Map<UUID, WithFiles> read(Held held, List<UUID> positions) {
            var found = new HashMap<>(statements);
            found.keySet().retainAll(positions);
            return found;
        }

        @Override
        public boolean deal(Held held, Dealt dealt) {
            int before = done;
            done = dealt.upcoming().takenAfter(dealt.count()).values().stream()
                    .findFirst()
                    .orElse(done);
            asides.addAll(dealt.asides());
            repeated += dealt.repeated();
            leftOut += dealt.leftOut();
            if (dealt.sent() + dealt.repeated() > 0) {
                arrived.addAll(all.subList(before, done).stream()
                        .filter(statements::containsKey)
                        .toList());
            }
            return done < pausedAfter;
        }

        @Override
        public void fail(Held held, Trouble trouble, int status, Duration pause) {
            failures.add("%s %d %s".formatted(trouble, status, pause));
        }

        @Override
        public void rest(Held held) {
            rested = true;
        }

        @Override
        public void letGo(Held now) {
            held = false;
        }
    }
}
