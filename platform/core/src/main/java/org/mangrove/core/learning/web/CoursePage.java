package org.mangrove.core.learning.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mangrove.core.content.CourseFacts;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.Ending;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.learning.Completion;
import org.mangrove.core.learning.Duty;
import org.mangrove.core.learning.Enrolment;
import org.mangrove.core.learning.Standing;
import org.mangrove.sdk.Message;

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

    /** Who else has a part in it, and by what licence. What is one's own is not named. */
    public List<Message> sources() {
        CourseFacts facts = course.facts();
        Stream<Message> texts =
                facts.textCredit().stream().map(credit -> source("texts", credit.source(), credit.licence()));
        Stream<Message> files = facts.credits().stream()
                .filter(credit -> !credit.licence().equals(MediaCredit.OWN))
                .map(credit -> source("files", credit.source(), credit.licence()));
        return Stream.concat(texts, files).distinct().toList();
    }

    private static Message source(String of, String source, String licence) {
        return Message.of("learning.course.source-" + of).with("source", source).with("licence", licence);
    }

    /** How many blocks the market has changed or added. */
    public long adapted() {
        return course.steps().filter(step -> !step.notes().isEmpty()).count();
    }
}
