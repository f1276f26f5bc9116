package org.mangrove.core.expertise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** In which pieces an author asks, and whom. */
enum Asking {
    /** The course as a whole goes to whoever is best known for its subject: what people do by mail. */
    WHOLE_TO_THE_BEST_KNOWN("whole course, the best known expert"),
    /** The course as a whole goes to whoever has least waiting. */
    WHOLE_TO_THE_LEAST_BUSY("whole course, the least busy expert"),
    /** At most three claims at a time go to whoever is best known. */
    CLAIMS_TO_THE_BEST_KNOWN("claims, the best known expert"),
    /** At most three claims at a time go to whoever has room in this month's minutes, and is there: what the platform does. */
    CLAIMS_WITHIN_BUDGETS("claims, within budgets");

    private static final int CHARACTERS_A_MINUTE = Question.CHARACTERS_A_MINUTE;
    private static final int MINUTES_A_CLAIM = 2;

    private final String name;

    Asking(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What is to be answered, in as many pieces as are asked for. */
    List<Piece> pieces(ReviewYear.Course course, List<AskedClaim> open) {
        if (isWhole()) {
            // Who gets a whole course reads it, also when only one sentence of it has been mended.
            return List.of(new Piece(
                    course,
                    open,
                    Math.ceilDiv(course.characters(), CHARACTERS_A_MINUTE) + MINUTES_A_CLAIM * open.size()));
        }
        var pieces = new ArrayList<Piece>();
        for (int from = 0; from < open.size(); from += Question.Confirm.MOST) {
            List<AskedClaim> some = open.subList(from, Math.min(open.size(), from + Question.Confirm.MOST));
            pieces.add(new Piece(course, some, new Question.Confirm(some).minutes()));
        }
        return pieces;
    }

    /** @return empty if nobody has room now, and the author has to come again */
    Optional<Desk> whom(List<Desk> experts, Piece piece, LocalDate day) {
        List<Desk> some = experts.stream()
                .filter(desk -> desk.knows(piece.course().domain()))
                .toList();
        return switch (this) {
            case WHOLE_TO_THE_BEST_KNOWN, CLAIMS_TO_THE_BEST_KNOWN ->
                some.stream().findFirst();
            case WHOLE_TO_THE_LEAST_BUSY -> least(some, desk -> (int) Math.ceil(desk.waiting()));
            case CLAIMS_WITHIN_BUDGETS ->
                least(
                        some.stream()
                                .filter(desk -> desk.isThere(day))
                                .filter(desk -> desk.hasRoom(piece.minutes(), at(day)))
                                .toList(),
                        desk -> -desk.left(at(day)));
        };
    }

    private boolean isWhole() {
        return this == WHOLE_TO_THE_BEST_KNOWN || this == WHOLE_TO_THE_LEAST_BUSY;
    }

    private static Optional<Desk> least(List<Desk> some, ToIntFunction<Desk> by) {
        return some.stream().min(Comparator.comparingInt(by));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    /** What is answered in one go. */
    record Piece(ReviewYear.Course course, List<AskedClaim> claims, int minutes) {}
}
