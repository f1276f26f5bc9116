package org.mangrove.core.regulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What the cells are told of a law that changes.
 *
 * @param isTakenBack whether it does not come after all
 * @param courses what rests on it
 * @param evidence lines of the enterprise's log of decisions about it, without who has decided
 */
public record LawNotice(LawChange change, boolean isTakenBack, List<OfCourse> courses, List<String> evidence) {

    public LawNotice {
        courses = List.copyOf(courses);
        evidence = List.copyOf(evidence);
    }

    /**
     * A course that rests on the law.
     *
     * @param texts what of it does, as {@code block/field}
     */
    public record OfCourse(
            String course, List<String> texts, int versionBefore, String digestBefore, Optional<Answer> answer) {

        public OfCourse {
            texts = List.copyOf(texts);
        }

        /** From when on who had learned the old text has to learn the new one; never before there is one. */
        public Optional<Instant> since(LawChange change) {
            return answer.map(
                    there -> there.effectiveFrom().isAfter(change.since()) ? there.effectiveFrom() : change.since());
        }

        /** Until when. */
        public Optional<LocalDate> due(LawChange change) {
            return since(change)
                    .map(since -> LocalDate.ofInstant(since, ZoneOffset.UTC).plusDays(change.daysToLearn()));
        }
    }

    /** The version that says what the law says now. */
    public record Answer(int version, String digest, Instant effectiveFrom) {}

    /** What has to be learned again by now. */
    List<OfCourse> inEffect(Instant now) {
        return courses.stream()
                .filter(course -> course.since(change)
                        .filter(since -> !since.isAfter(now))
                        .isPresent())
                .toList();
    }
}
