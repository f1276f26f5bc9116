package org.mangrove.core.content;

import java.util.Objects;
import java.util.Optional;

/**
 * What the feed says of a master's being given up. That a retirement was taken back is said, too, so that what cannot be read is
 * never taken for it.
 *
 * @param stands whether it is given up
 */
record RetirementNotice(String course, boolean stands, Optional<Retirement> retirement) {

    RetirementNotice {
        Objects.requireNonNull(course, "A notice is of a course");
        boolean isOfThatCourse =
                retirement.filter(there -> !there.course().equals(course)).isEmpty();
        if (stands != retirement.isPresent() || !isOfThatCourse) {
            throw new IllegalArgumentException("Says both that it is retired and that it is not");
        }
    }

    static RetirementNotice of(Retirement retirement) {
        return new RetirementNotice(retirement.course(), true, Optional.of(retirement));
    }

    static RetirementNotice takenBack(String course) {
        return new RetirementNotice(course, false, Optional.empty());
    }
}
