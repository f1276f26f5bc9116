package org.mangrove.core.approval;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mangrove.core.governance.Lane;

/** Who sits where on a day. A seat that is lent counts as long as its lender has one of their own: it cannot be lent on. */
public record Seating(List<Seat> seats, LocalDate today) {

    public Seating {
        seats = List.copyOf(seats);
    }

    /** Whose opinion counts in a lane that is asked because of some spaces; their own seat goes before one that was lent. */
    public Optional<Seat> find(UUID actor, LaneReview review) {
        return holding(review.lane(), review.grounds()).stream()
                .filter(seat -> seat.actor().equals(actor))
                .min(Comparator.comparing(seat -> seat.lentBy().isPresent()));
    }

    /** All whose opinion counts. */
    public List<Seat> holding(Lane lane, Set<String> grounds) {
        return seats.stream()
                .filter(seat -> seat.lane() == lane && holds(seat))
                .filter(seat ->
                        seat.space().isEmpty() || grounds.contains(seat.space().get()))
                .toList();
    }

    /** Whether it counts today. */
    public boolean holds(Seat seat) {
        return seat.holdsOn(today)
                && (seat.lentBy().isEmpty()
                        || own(seat.lentBy().get(), seat.lane(), seat.space()).isPresent());
    }

    /** A seat of somebody's own that reaches as far. */
    public Optional<Seat> own(UUID actor, Lane lane, Optional<String> space) {
        return seats.stream()
                .filter(seat -> seat.lentBy().isEmpty()
                        && seat.actor().equals(actor)
                        && seat.lane() == lane
                        && seat.holdsOn(today)
                        && seat.reaches(space))
                .findFirst();
    }

    /** Those of somebody's own, which they may lend. */
    public List<Seat> lendable(UUID actor) {
        return seats.stream()
                .filter(seat -> seat.actor().equals(actor) && seat.lentBy().isEmpty() && seat.holdsOn(today))
                .toList();
    }
}
