package org.mangrove.core.learning.web;

import java.util.List;
import java.util.Optional;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.Ending;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.learning.Duty;
import org.mangrove.core.learning.Enrolment;
import org.mangrove.core.learning.Standing;

/** A course's page for one person. */
public record CoursePage(
        EffectiveCourse course,
        Optional<Enrolment> enrolment,
        Standing standing,
        Optional<Completion> passed,
        boolean valid,
        Optional<Duty> duty,
        boolean overdue,
        boolean pressing,
        List<Chapter> chapters,
        Optional<String> next,
        Optional<Ending> ending,
        Optional<EffectiveCourse> successor) {

    /** Whether somebody who has not begun may begin. */
    public boolean isOffered() {
        return ending.filter(there -> !there.letsBegin()).isEmpty();
    }

    /** Whether nobody goes on with it. */
    public boolean isOver() {
        return ending.filter(there -> !there.letsGoOn()).isPresent();
    }

    public boolean isUnderWay() {
        return enrolment.filter(part -> !part.completed()).isPresent();
    }

    /** How many blocks the market has changed or added. */
    public long adapted() {
        return course.steps().filter(step -> !step.notes().isEmpty()).count();
    }
}
