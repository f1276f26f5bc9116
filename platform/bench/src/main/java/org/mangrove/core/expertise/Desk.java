package org.mangrove.core.expertise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What waits at one expert, who gives the minutes of a month evenly over its working days, one thing after the other. */
final class Desk {

    private static final double WORKDAYS_A_MONTH = 21;

    private final ReviewYear.Giver giver;
    private final List<Budget.Asked> asked = new ArrayList<>();
    private final ArrayDeque<Asking.Piece> queue = new ArrayDeque<>();
    private double begun;
    private double given;

    Desk(ReviewYear.Giver giver) {
        this.giver = giver;
    }

    boolean knows(Domain domain) {
        return giver.expert().knows(domain);
    }

    boolean isThere(LocalDate day) {
        return giver.isThere(day);
    }

    boolean hasRoom(int minutes, Instant now) {
        return giver.expert().budget().room(minutes, now, asked) instanceof Budget.Room.Enough;
    }

    int left(Instant now) {
        return giver.expert().budget().left(now, asked);
    }

    double waiting() {
        return queue.stream().mapToInt(Asking.Piece::minutes).sum() - begun;
    }

    void take(Asking.Piece piece, LocalDate day) {
        queue.add(piece);
        asked.add(new Budget.Asked(day.atTime(9, 0).toInstant(ZoneOffset.UTC), piece.minutes()));
    }

    /** @return what is answered by the evening; minutes that nobody wants are not saved */
    List<Asking.Piece> work(LocalDate day) {
        var done = new ArrayList<Asking.Piece>();
        if (!isThere(day)) {
            return done;
        }
        double left = giver.expert().budget().minutesAMonth() / WORKDAYS_A_MONTH;
        while (left > 0 && !queue.isEmpty()) {
            Asking.Piece first = queue.element();
            double spent = Math.min(left, first.minutes() - begun);
            left -= spent;
            begun += spent;
            given += spent;
            if (begun >= first.minutes() - 1e-9) {
                done.add(queue.remove());
                begun = 0;
            }
        }
        return done;
    }

    double given() {
        return given;
    }
}
