package org.mangrove.core.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.mangrove.core.blobs.Blobs.Blob;
import org.mangrove.core.blobs.TenantBlobs;
import org.mangrove.core.credentials.SystemGates;
import org.mangrove.core.forwarding.ForwardingQueue.Dealt;
import org.mangrove.core.forwarding.ForwardingQueue.Held;
import org.mangrove.core.forwarding.ForwardingQueue.WithFiles;
import org.mangrove.core.forwarding.OutgoingStatement.Impossible;
import org.mangrove.core.forwarding.OutgoingStatement.LeftOut;
import org.mangrove.core.forwarding.OutgoingStatement.Ready;
import org.mangrove.core.forwarding.store.SetAsideRows.Aside;
import org.mangrove.core.records.IndexTerms;
import org.mangrove.core.records.Positions;
import org.mangrove.core.records.Statements;
import org.mangrove.core.tenancy.Definitions;
import org.mangrove.core.xapi.AgentId;
import org.mangrove.sdk.TenantId;

/**
 * Sends one forwarder what waits for it, in order, for a while. What is dealt with is written down after each answer: whoever goes
 * on after a node was killed sends at most the last request again, under the same ids.
 */
@ApplicationScoped
class Delivery {

    static final int MOST_STATEMENTS = 100;
    static final int MOST_BYTES = 1 << 20;
    static final long MOST_FILE_BYTES = 32L << 20;

    /** After so long it is looked whether what is held back may go on. */
    private static final Duration HELD_BACK = Duration.ofMinutes(1);

    /** Then others have their turn. */
    private static final Duration TURN = Duration.ofSeconds(15);

    @Inject
    ForwardingQueue queue;

    @Inject
    TargetClient client;

    @Inject
    SystemGates gates;

    @Inject
    Statements statements;

    @Inject
    IndexTerms terms;

    @Inject
    TenantBlobs blobs;

    @Inject
    Clock clock;

    void turn(TenantId tenant, UUID forwarder, UUID node) {
        Optional<Held> held = queue.begin(tenant, forwarder, node);
        if (held.isPresent()) {
            try {
                work(held.get());
            } catch (RuntimeException ours) {
                queue.fail(held.get(), Trouble.OURS, 0, pause(held.get()));
                throw ours;
            } finally {
                queue.letGo(held.get());
            }
        }
    }

    private void work(Held held) {
        if (held.login().isEmpty()) {
            queue.fail(held, Trouble.LOST_SECRET, 0, Duration.ZERO);
            return;
        }
        if (gates.objectionTo(held.tenant(), held.terms().component()).isPresent()) {
            queue.fail(held, Trouble.HELD_BACK, 0, HELD_BACK);
            return;
        }
        var outgoing = new OutgoingStatements(held.terms(), statements.home(held.tenant()));
        Instant end = clock.instant().plus(TURN);
        boolean goesOn = true;
        while (goesOn
                && clock.instant().isBefore(end)
                && !Thread.currentThread().isInterrupted()) {
            Upcoming upcoming = queue.next(held);
            if (upcoming.isEmpty()) {
                queue.rest(held);
                return;
            }
            goesOn = new Sending(held, upcoming, made(held, outgoing, upcoming)).isDone();
        }
    }

    private static Duration pause(Held held) {
        return BackOff.after(held.failures() + 1, ThreadLocalRandom.current());
    }

    private List<OutgoingStatement> made(Held held, OutgoingStatements outgoing, Upcoming upcoming) {
        Map<UUID, WithFiles> found = queue.read(held, upcoming.positions());
        return upcoming.positions().stream()
                .map(position -> Optional.ofNullable(found.get(position))
                        .map(there -> outgoing.make(there.statement(), there.files()))
                        .orElseGet(() -> new LeftOut(position)))
                .toList();
    }

    /** One look into the queue, sent in as many requests as it takes. */
    private final class Sending implements Halving.Outcome<Ready> {

        private final Held held;
        private final Upcoming upcoming;
        private final List<OutgoingStatement> all;
        private final Map<UUID, Integer> places = new HashMap<>();

        /** Where the request ends that is under way, and how many are dealt with. */
        private int end;

        private int dealt;

        Sending(Held held, Upcoming upcoming, List<OutgoingStatement> all) {
            this.held = held;
            this.upcoming = upcoming;
            this.all = all;
            for (int i = 0; i < all.size(); i++) {
                places.put(all.get(i).position(), i);
            }
        }

        /** @return whether everything was dealt with and more can be */
        boolean isDone() {
            boolean goesOn = true;
            while (goesOn && dealt < all.size()) {
                List<Ready> some = nextRequest();
                goesOn = some.isEmpty()
                        ? deal(end, 0, 0, List.of(), Map.of())
                        : new Halving<>(this::sent, this).send(some);
            }
            return goesOn && (!all.isEmpty() || deal(0, 0, 0, List.of(), Map.of()));
        }

        private SentAway sent(List<Ready> some) {
            return client.send(
                    held.tenant().tenant().id(), held.terms(), held.login().orElse(TargetLogin.NONE), some);
        }

        /** What fits into one request; everything that is not sent at all is passed by. */
        private List<Ready> nextRequest() {
            var some = new ArrayList<Ready>();
            long bytes = 0;
            long files = 0;
            end = dealt;
            while (end < all.size()) {
                if (all.get(end) instanceof Ready ready) {
                    bytes += ready.json().length();
                    files += ready.files().stream()
                            .mapToLong(file -> blobs.find(held.tenant().tenant().id(), file.digest())
                                    .map(Blob::length)
                                    .orElse(0L))
                            .sum();
                    if (!some.isEmpty()
                            && (bytes > MOST_BYTES || files > MOST_FILE_BYTES || some.size() >= MOST_STATEMENTS)) {
                        return some;
                    }
                    some.add(ready);
                }
                end++;
            }
            return some;
        }

        @Override
        public boolean taken(List<Ready> some, boolean wereThere) {
            var people = new HashMap<AgentId, AgentId>();
            some.forEach(ready -> people.putAll(ready.people()));
            return deal(
                    behind(some.getLast()),
                    wereThere ? 0 : some.size(),
                    wereThere ? some.size() : 0,
                    List.of(),
                    people);
        }

        @Override
        public boolean refused(Ready one, SentAway.Refused why) {
            return deal(
                    behind(one),
                    0,
                    0,
                    List.of(aside(
                            one.position(),
                            one.statement(),
                            one.actor(),
                            SetAside.Reason.REFUSED,
                            why.status(),
                            why.told())),
                    Map.of());
        }

        @Override
        public void stopped(SentAway why) {
            switch (why) {
                case SentAway.TurnedAway away -> queue.fail(held, Trouble.TURNED_AWAY, away.status(), Duration.ZERO);
                case SentAway.Later later -> {
                    Duration ours = pause(held);
                    queue.fail(
                            held,
                            later.trouble(),
                            later.status(),
                            later.asked()
                                    .map(asked -> BackOff.atLeast(asked, ours))
                                    .orElse(ours));
                }
                case SentAway.Taken taken -> throw new IllegalStateException("That is no reason");
                case SentAway.AlreadyThere there -> throw new IllegalStateException("That is no reason");
                case SentAway.Refused refused -> throw new IllegalStateException("That is no reason");
            }
        }

        /** Behind the last that is sent in a request, what is not sent is dealt with, too. */
        private int behind(Ready last) {
            int place = places.getOrDefault(last.position(), 0) + 1;
            while (place < end && !(all.get(place) instanceof Ready)) {
                place++;
            }
            return place;
        }

        private boolean deal(int upTo, long sent, long repeated, List<Aside> more, Map<AgentId, AgentId> people) {
            var asides = new ArrayList<>(more);
            long leftOut = 0;
            for (OutgoingStatement each : all.subList(dealt, upTo)) {
                switch (each) {
                    case LeftOut nothing -> leftOut++;
                    case Impossible wrong ->
                        asides.add(aside(
                                wrong.position(),
                                wrong.statement(),
                                wrong.actor(),
                                SetAside.Reason.NO_STATEMENT,
                                0,
                                Definitions.write(wrong.why())));
                    case Ready ready -> {}
                }
            }
            Instant first = all.isEmpty()
                    ? clock.instant()
                    : Positions.time(all.get(Math.min(dealt, all.size() - 1)).position());
            dealt = upTo;
            return queue.deal(held, new Dealt(upcoming, dealt, sent, repeated, leftOut, asides, people, first));
        }

        private Aside aside(
                UUID position,
                UUID statement,
                Optional<AgentId> actor,
                SetAside.Reason reason,
                int status,
                String said) {
            return ForwardingQueue.aside(
                    position,
                    statement,
                    actor.map(agent -> terms.agent(held.owner(), agent)),
                    reason,
                    status,
                    said,
                    clock.instant());
        }
    }
}
