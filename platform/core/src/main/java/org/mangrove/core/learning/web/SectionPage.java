package org.mangrove.core.learning.web;

import java.util.List;
import java.util.Optional;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.EffectiveSection;
import org.mangrove.core.learning.Standing;

/** A section to be read. */
public record SectionPage(
        EffectiveCourse course,
        EffectiveSection section,
        List<Step> steps,
        List<Chapter> chapters,
        Standing standing,
        Optional<String> before,
        Optional<String> after,
        int number) {

    public boolean isLast() {
        return after.isEmpty();
    }

    public boolean hasOpenQuestions() {
        return steps.stream()
                .anyMatch(step ->
                        step.block().kind().isQuestion() && step.answer().isEmpty());
    }
}
