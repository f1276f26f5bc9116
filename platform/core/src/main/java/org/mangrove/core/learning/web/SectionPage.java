package org.mangrove.core.learning.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mangrove.core.content.EffectiveCourse;
import org.mangrove.core.content.EffectiveSection;
import org.mangrove.core.learning.Standing;

/**
 * A section to be read.
 *
 * @param sizes of the files that can be taken along, in bytes, by digest
 */
public record SectionPage(
        EffectiveCourse course,
        EffectiveSection section,
        List<Step> steps,
        List<Chapter> chapters,
        Standing standing,
        Optional<String> before,
        Optional<String> after,
        int number,
        Map<String, Long> sizes) {

    /** How many of its steps were done, say something else since, and are to be done once more. */
    public long again() {
        return steps.stream().filter(Step::isAgain).count();
    }

    public boolean isLast() {
        return after.isEmpty();
    }

    public boolean hasOpenQuestions() {
        return steps.stream()
                .anyMatch(step ->
                        step.block().kind().isQuestion() && step.answer().isEmpty());
    }
}
